// How schedules stand: the list, the state of one, and the direct message when posting fails.
import { card, divider, type Message, plain, text, textLength } from '#bot/card.ts';
import { joinWords, timestamp } from '../quiz/post.view.ts';
import type { ShownSchedule } from './outcome.rules.ts';
import { isDegraded, nextPosts } from './rules.ts';
import { choiceLine, noneSentence, timing } from './view.ts';

const MAX_TEXT = 4000;
/** Also keeps the number of components, 40 at most, small enough. */
const SHOWN_WITH_DIVIDERS = 8;

export function showSchedules(schedules: readonly ShownSchedule[], now: Date): Message {
  if (schedules.length === 0) return card(null, [text(noneSentence({ wanted: null, channelIds: [] }))]);
  // The more there are, the less is said of each.
  const long = listOf(schedules, (schedule) => [
    titleOf(schedule),
    stateLine(schedule, now),
    choiceLine(schedule),
  ]);
  if (textLength(long) <= MAX_TEXT) return long;
  const short = listOf(schedules, (schedule) => [titleOf(schedule), stateLine(schedule, now)]);
  if (textLength(short) <= MAX_TEXT) return short;
  return listOf(schedules, (schedule) => [
    `<#${schedule.channelId}> ${schedule.time}: ${stateInShort(schedule)}`,
  ]);
}

function listOf(schedules: readonly ShownSchedule[], lines: (schedule: ShownSchedule) => string[]): Message {
  const hasDividers = schedules.length <= SHOWN_WITH_DIVIDERS;
  const parts = schedules.flatMap((schedule) => [hasDividers && divider(), text(...lines(schedule))]);
  return card(null, [text('### Questions of the day'), ...parts]);
}

function titleOf(schedule: ShownSchedule): string {
  return `**<#${schedule.channelId}>** · ${timing(schedule)}`;
}

function stateInShort({ status, lastPost }: ShownSchedule): string {
  if (status === 'paused') return 'paused';
  return lastPost && isDegraded(lastPost) ? `**failing**, ${reasonOf(lastPost.failure)}` : 'running';
}

/** How a schedule stands: running, paused, or failing and why. */
export function stateLine(schedule: ShownSchedule, now: Date): string {
  if (schedule.status === 'paused') return 'Paused: `/daily resume` starts it again.';
  const [next] = nextPosts(
    schedule,
    { after: now, afterDate: schedule.lastDate, skipDate: schedule.skipDate },
    1,
  );
  const nextText = next ? `next ${timestamp(next.at, 'F')} (${timestamp(next.at)})` : '';
  const skipped = schedule.skipDate ? `, ${schedule.skipDate} is skipped` : '';
  const { lastPost } = schedule;
  if (!lastPost || !isDegraded(lastPost)) return `Running: ${nextText}${skipped}`;
  const retry =
    lastPost.status === 'pending' && lastPost.retryAt
      ? `I try again ${timestamp(lastPost.retryAt)}`
      : `that question was given up; ${nextText}`;
  return `**Failing:** ${reasonOf(lastPost.failure)}. ${capitalize(retry)}.`;
}

/** Told once to whoever set the schedule. */
export function showDegraded(failed: { channelId: string; failure: string | null }): Message {
  return card(null, [
    text(
      `### The question of the day could not be posted in <#${failed.channelId}>`,
      `${capitalize(reasonOf(failed.failure))}. Please mend that in the channel’s settings.`,
      'I keep trying, and go on by myself once it works. `/daily list` in the server shows how it stands.',
      '-# You get this once because you set it up.',
    ),
  ]);
}

function reasonOf(failure: string | null): string {
  const [kind, names] = (failure ?? '').split(':');
  if (kind === 'no-channel') return 'the channel is gone, or I can no longer see it';
  const missing = (names ?? '').split(',').filter((name) => name !== '');
  if (missing.length === 0) return 'Discord does not let me post there';
  return `I lack ${joinWords(missing.map((name) => `**${plain(name)}**`))} there`;
}

function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
