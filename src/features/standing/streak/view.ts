// What members read about a streak, and the reminder that reaches them as a direct message.
import {
  buttons,
  card,
  channelAddress,
  divider,
  linkButton,
  type Message,
  showPicture,
  text,
  timestamp,
} from '#bot/card.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import { columnsOf } from '#lib/columns.ts';
import { daysBetween } from '#lib/local-date.ts';
import type { Picture } from '#pictures/picture.ts';
import { drawStreakCalendar } from '#pictures/streak-calendar.ts';
import type { Words } from '#words/words.ts';
import {
  type DayMark,
  dayMarks,
  type MarkedDay,
  type StreakOutcome,
  type StreakSeen,
} from './history.rules.ts';
import {
  costOfMissing,
  DAYS_PER_FREEZE,
  type DayRecorded,
  isMilestone,
  MAX_FREEZES,
  nextMilestone,
  type StreakToday,
} from './rules.ts';

const ACCENT = 0xe69f00;

export function showStreak(words: Words, outcome: StreakOutcome): Message {
  const { none, notVisible } = words.streak;
  switch (outcome.kind) {
    case 'not-visible':
      return card(null, [text(notVisible)]);
    case 'nothing-yet':
      return outcome.isOwn
        ? card(ACCENT, [text(`### ${none.own}`, none.ownHow)])
        : card(null, [text(none.other)]);
    case 'streak':
      return outcome.isOwn ? showOwn(words, outcome) : showOther(words, outcome);
  }
}

export function showNoStreakOf({ streak }: Words, who: 'bot' | 'stranger'): Message {
  return card(null, [text(who === 'bot' ? streak.memberIsBot : streak.memberNotHere)]);
}

function showOwn(words: Words, seen: StreakSeen): Message {
  const { state } = seen;
  const { streak } = words;
  const next = nextMilestone(state.current);
  const picture = pictureOf(words, seen, streak.title(state.current));
  const shown = card(ACCENT, [
    text(
      `### ${streak.title(state.current)}`,
      todayLine(words, seen),
      `${streak.longest(state.longest)} · ${streak.nextMilestone(next, next - state.current)}`,
    ),
    divider(),
    text(
      freezeLine(words, state),
      missLine(words, state),
      !seen.remindersOn && state.current > 0 && `-# ${streak.reminderHint}`,
    ),
    divider(),
    showPicture(picture),
    text(...dayLines(words, seen.days)),
  ]);
  return { ...shown, pictures: [picture] };
}

function showOther(words: Words, seen: StreakSeen): Message {
  const { memberId, state, days } = seen;
  const { streak } = words;
  const picture = pictureOf(words, seen, streak.calendar(days.length));
  const shown = card(ACCENT, [
    text(
      `### ${streak.titleOf(`<@${memberId}>`, state.current)}`,
      `${streak.longest(state.longest)} · ${streak.todayOf[state.today]}`,
    ),
    divider(),
    showPicture(picture),
    text(...dayLines(words, days)),
  ]);
  return { ...shown, pictures: [picture] };
}

/** The same days as the squares, with their dates. */
function pictureOf(words: Words, { state, days }: StreakSeen, title: string): Picture {
  const { forms, streak } = words;
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  const below = streak.calendarFrom(forms.shortDate(first), forms.shortDate(last));
  return drawStreakCalendar(words, { title, below: `${below} · ${streak.longestIs(state.longest)}`, days });
}

function todayLine({ streak: { today } }: Words, { state, dayEndsAt }: StreakSeen): string {
  const ends = timestamp(dayEndsAt);
  switch (state.today) {
    case 'done':
      return today.done(ends);
    case 'paused':
      return today.paused(ends);
    case 'not-yet':
      return state.current === 0 ? today.startsNext(ends) : today.notYet(ends);
  }
}

function freezeLine({ streak: words }: Words, { freezes, frozen, daysToFreeze }: StreakToday): string {
  const held =
    daysToFreeze === null
      ? words.freezes.full(freezes, MAX_FREEZES)
      : words.freezes.next(freezes, MAX_FREEZES, daysToFreeze);
  return frozen.length > 0 ? `${held} ${words.freezes.covering(frozen.length)}` : held;
}

function missLine({ streak: { missing } }: Words, state: StreakToday): string {
  switch (costOfMissing(state)) {
    case 'nothing':
      return missing.nothing(DAYS_PER_FREEZE);
    case 'freeze':
      return missing.freeze[state.today](state.current);
    case 'streak':
      return missing.streak[state.today];
  }
}

/** Told apart by shape, since not everybody tells red from green; the line below says what each means. */
const symbols: Record<DayMark, string> = {
  answered: '✅',
  frozen: '🧊',
  paused: '⏸️',
  missed: '❌',
  'not-yet': '⬜',
  before: '▫️',
};

const DAYS_IN_ROW = 7;
/** Of letters that a phone shows in one line. */
const PHONE = 39;

/** A row for each week, today last, and the meaning of the symbols that occur: no line of it breaks on a phone. */
function dayLines(words: Words, days: readonly MarkedDay[]): string[] {
  const { streak, forms } = words;
  const squares = days.map(({ mark }) => symbols[mark]);
  const rows = [squares.slice(0, DAYS_IN_ROW), squares.slice(DAYS_IN_ROW)];
  const used = dayMarks.filter((mark) => days.some((day) => day.mark === mark));
  const meanings = used.map((mark) => `${symbols[mark]} ${streak.marks[mark]}`);
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  return [
    `**${streak.calendar(daysBetween(first, last) + 1)}**`,
    `-# ${streak.calendarFrom(forms.shortDate(first), forms.shortDate(last))}`,
    ...rows.map((row) => row.join('')).filter((row) => row !== ''),
    ...wrap(meanings).map((line) => `-# ${line}`),
  ];
}

/** As many to a line as fit. */
function wrap(items: readonly string[]): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const longer = `${lines.at(-1) ?? ''} · ${item}`;
    if (lines.length > 0 && columnsOf(longer) <= PHONE) lines[lines.length - 1] = longer;
    else lines.push(item);
  }
  return lines;
}

/** What an answer did to the streak, below what it counted for. */
export const feedback: Feedback = {
  lines(words, told) {
    // safe: under this name stands what our own projection decided, or nothing
    const day = told.streak as DayRecorded | undefined;
    return day?.isNewDay ? recordedLines(words, day) : [];
  },
};

function recordedLines({ streak: words, forms }: Words, day: DayRecorded): string[] {
  const { streak, frozen, broken, earnedFreeze } = day;
  const lines = [isMilestone(streak.current) ? words.milestone(streak.current) : words.grown(streak.current)];
  if (frozen.length > 0) lines.push(`-# ${words.frozen(frozen.map((date) => forms.date(date)))}`);
  if (broken !== null) lines.push(`-# ${words.broken(broken)}`);
  if (earnedFreeze) lines.push(`-# ${words.earned(streak.freezes)}`);
  return lines;
}

export type Reminder = {
  state: StreakToday;
  dayEndsAt: Date;
  /** Where the member answered last; null when there is no such place. */
  place: { serverId: string; channelId: string } | null;
};

/** The direct message: what is at stake, until when, and how to have no more of these. */
export function showReminder(
  { streak: { reminder } }: Words,
  { state, dayEndsAt, place }: Reminder,
): Message {
  const cost =
    costOfMissing(state) === 'freeze' ? reminder.freeze(state.freezes, state.current) : reminder.ends;
  return card(ACCENT, [
    text(
      `### ${reminder.title(state.current)}`,
      reminder.how(timestamp(dayEndsAt)),
      cost,
      `-# ${reminder.off}`,
    ),
    place && buttons(linkButton(channelAddress(place), reminder.answer)),
  ]);
}
