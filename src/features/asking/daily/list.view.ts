// How schedules stand: the list, the state of one, and the direct message when posting fails.
import { card, divider, MAX_TEXT, type Message, text, textLength, timestamp } from '#bot/card.ts';
import type { Words } from '#words/words.ts';
import type { ShownSchedule } from './outcome.rules.ts';
import { isDegraded, nextPosts } from './rules.ts';
import { choiceLine, noneSentence, permissionNames, timing } from './view.ts';

/** Also keeps the number of components, 40 at most, small enough. */
const SHOWN_WITH_DIVIDERS = 8;

export function showSchedules(words: Words, schedules: readonly ShownSchedule[], now: Date): Message {
  if (schedules.length === 0) {
    return card(null, [text(noneSentence(words, { wanted: null, channelIds: [] }))]);
  }
  // The more there are, the less is said of each.
  const long = listOf(words, schedules, (schedule) => [
    titleOf(words, schedule),
    stateLine(words, schedule, now),
    choiceLine(words, schedule),
    extraLine(words, schedule),
  ]);
  if (textLength(long) <= MAX_TEXT) return long;
  const short = listOf(words, schedules, (schedule) => [
    titleOf(words, schedule),
    stateLine(words, schedule, now),
  ]);
  if (textLength(short) <= MAX_TEXT) return short;
  return listOf(words, schedules, (schedule) => [
    words.daily.list.short(`<#${schedule.channelId}>`, schedule.time, stateInShort(words, schedule)),
  ]);
}

function listOf(
  { daily }: Words,
  schedules: readonly ShownSchedule[],
  lines: (schedule: ShownSchedule) => (string | null)[],
): Message {
  const hasDividers = schedules.length <= SHOWN_WITH_DIVIDERS;
  const parts = schedules.flatMap((schedule) => [hasDividers && divider(), text(...lines(schedule))]);
  return card(null, [text(`### ${daily.list.title}`), ...parts]);
}

function titleOf(words: Words, schedule: ShownSchedule): string {
  return `**<#${schedule.channelId}>** · ${timing(words, schedule)}`;
}

/** Who is pinged and whether a thread is opened, where either is so. */
function extraLine({ daily }: Words, { roleId, isRoleGone, wantsThread }: ShownSchedule): string | null {
  const role = isRoleGone ? daily.roleGone : daily.pings(`<@&${roleId}>`);
  const parts = [roleId !== null && role, wantsThread && daily.withThread];
  const said = parts.filter((part) => part !== false);
  return said.length > 0 ? `-# ${said.join(' · ')}` : null;
}

function stateInShort(words: Words, { status, lastPost }: ShownSchedule): string {
  const { list } = words.daily;
  if (status === 'paused') return list.paused;
  return lastPost && isDegraded(lastPost) ? list.failing(reasonOf(words, lastPost.failure)) : list.running;
}

/** How a schedule stands: running, paused, or failing and why. */
export function stateLine(words: Words, schedule: ShownSchedule, now: Date): string {
  const { state } = words.daily;
  if (schedule.status === 'paused') return state.paused;
  const { lastDate: afterDate, skipDate, lastPost } = schedule;
  const [next] = nextPosts(schedule, { after: now, afterDate, skipDate }, 1);
  const [date, relative] = next ? [timestamp(next.at, 'F'), timestamp(next.at)] : ['', ''];
  if (!lastPost || !isDegraded(lastPost)) {
    const running = state.running(date, relative);
    return skipDate ? `${running} ${state.skips(words.forms.date(skipDate))}` : running;
  }
  if (schedule.isMended) return state.mended;
  const isRetried = lastPost.status === 'pending' && lastPost.retryAt;
  const then = isRetried ? state.retry(timestamp(lastPost.retryAt ?? now)) : state.givenUp(date);
  return `${state.failing(reasonOf(words, lastPost.failure))} ${then}`;
}

/** Told once to whoever set the schedule. */
export function showDegraded(words: Words, failed: { channelId: string; failure: string | null }): Message {
  const { degraded } = words.daily;
  return card(null, [
    text(
      `### ${degraded.title(`<#${failed.channelId}>`)}`,
      degraded.reason(reasonOf(words, failed.failure)),
      degraded.goesOn,
      `-# ${degraded.once}`,
    ),
  ]);
}

function reasonOf(words: Words, failure: string | null): string {
  const { reason } = words.daily;
  const [kind, names] = (failure ?? '').split(':');
  if (kind === 'no-channel') return reason.noChannel;
  const missing = (names ?? '').split(',').filter((name) => name !== '');
  return missing.length === 0 ? reason.refused : reason.lacks(permissionNames(words, missing));
}
