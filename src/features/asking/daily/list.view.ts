// How schedules stand: the list, the state of one, and the direct message when posting fails.
import { card, divider, MAX_TEXT, type Message, text, textLength, timestamp } from '#bot/card.ts';
import { boldPermissions } from '#bot/permission-names.ts';
import type { Words } from '#words/words.ts';
import type { ShownSchedule } from './outcome.rules.ts';
import { nextPosts, troubleOf } from './rules.ts';
import { choiceLine, noneSentence, timing } from './view.ts';

type Trouble = NonNullable<ReturnType<typeof troubleOf>>;

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

/** "running", "paused", or that it fails and why. */
export function stateInShort(words: Words, schedule: ShownSchedule): string {
  const { list } = words.daily;
  if (schedule.status === 'paused') return list.paused;
  const trouble = troubleOf(schedule);
  return trouble ? list.failing(reasonOf(words, trouble)) : list.running;
}

/** How a schedule stands: running, paused, or failing and why. */
export function stateLine(words: Words, schedule: ShownSchedule, now: Date): string {
  const { state } = words.daily;
  if (schedule.status === 'paused') return state.paused;
  const { lastDate: afterDate, skipDate, lastPost } = schedule;
  const [next] = nextPosts(schedule, { after: now, afterDate, skipDate }, 1);
  const [date, relative] = next ? [timestamp(next.at, 'F'), timestamp(next.at)] : ['', ''];
  const trouble = troubleOf(schedule);
  if (trouble?.of !== 'post') {
    const running = state.running(date, relative);
    return [
      trouble && state.reveal(reasonOf(words, trouble)),
      running,
      skipDate && state.skips(words.forms.date(skipDate)),
    ]
      .filter(Boolean)
      .join(' ');
  }
  if (schedule.isMended) return state.mended;
  const retryAt = lastPost?.status === 'pending' ? lastPost.retryAt : null;
  const then = retryAt ? state.retry(timestamp(retryAt)) : state.givenUp(date);
  return `${state.failing(reasonOf(words, trouble))} ${then}`;
}

/** Told once to whoever set the schedule. */
export function showDegraded(words: Words, failed: { channelId: string; trouble: Trouble }): Message {
  const { degraded } = words.daily;
  const { trouble } = failed;
  const channel = `<#${failed.channelId}>`;
  const code = codeOf(trouble);
  const isOfReveal = trouble.of === 'reveal';
  return card(null, [
    text(
      `### ${isOfReveal ? degraded.reveal(channel) : degraded.title(channel)}`,
      code === null ? degraded.reason(reasonOf(words, trouble)) : degraded.code(code),
      isOfReveal ? degraded.kept : degraded.goesOn,
      `-# ${degraded.once}`,
    ),
  ]);
}

/** Discord's code of a refusal that no setting of a channel explains; null for the others. */
function codeOf({ failure }: Trouble): string | null {
  return /^refused:(.*)$/.exec(failure)?.[1] ?? null;
}

function reasonOf(words: Words, trouble: Trouble): string {
  const { reason } = words.daily;
  const code = codeOf(trouble);
  if (code !== null) return reason.code(code);
  if (trouble.of === 'reveal') return reason.mayNotChange;
  const [kind, names] = trouble.failure.split(':');
  if (kind === 'no-channel') return reason.noChannel;
  const missing = (names ?? '').split(',').filter((name) => name !== '');
  return missing.length === 0 ? reason.refused : reason.lacks(boldPermissions(words, missing));
}
