// What members read about a streak, and the reminder that reaches them as a direct message.
import { time } from 'discord.js';
import { card, divider, type Message, text } from '#bot/card.ts';
import { daysBetween } from '#lib/local-date.ts';
import {
  type DayMark,
  dayMarks,
  type MarkedDay,
  type StreakOutcome,
  type StreakSeen,
} from './history.rules.ts';
import { costOfMissing, DAYS_PER_FREEZE, MAX_FREEZES, nextMilestone, type StreakToday } from './rules.ts';

const ACCENT = 0xe69f00;

export function showStreak(outcome: StreakOutcome): Message {
  switch (outcome.kind) {
    case 'not-visible':
      return card(null, [
        text('This member keeps their streak to themselves: `/streak` alone shows you your own.'),
      ]);
    case 'nothing-yet':
      return outcome.isOwn
        ? card(ACCENT, [
            text(
              '### No streak yet',
              'It begins with one answer, right or wrong: ask yourself a question with `/quiz`.',
            ),
          ])
        : card(null, [text('This member has no streak yet: ask the group a question with `/quiz`.')]);
    case 'streak':
      return outcome.isOwn ? showOwn(outcome) : showOther(outcome);
  }
}

function showOwn(seen: StreakSeen): Message {
  const { state } = seen;
  return card(ACCENT, [
    text(
      `### ${title(state)}`,
      todayLine(seen),
      `Longest: **${inDays(state.longest)}** · ${milestoneLine(state)}`,
    ),
    divider(),
    text(freezeLine(state), missLine(seen), !seen.remindersOn && state.current > 0 && REMINDER_HINT),
    divider(),
    text(...dayLines(seen.days)),
  ]);
}

function showOther({ memberId, state, days }: StreakSeen): Message {
  return card(ACCENT, [
    text(
      `### Streak of <@${memberId}>: ${state.current === 0 ? 'none at the moment' : inDays(state.current)}`,
      `Longest: **${inDays(state.longest)}** · today: ${{ done: 'done', 'not-yet': 'not yet', paused: 'paused' }[state.today]}`,
    ),
    divider(),
    text(...dayLines(days)),
  ]);
}

const REMINDER_HINT =
  '-# `/settings reminders` sends you a direct message in the evening, before a streak would break.';

function title({ current }: StreakToday): string {
  return current === 0 ? 'Your streak has ended' : `Your streak: ${inDays(current)}`;
}

function todayLine({ state, dayEndsAt }: StreakSeen): string {
  const ends = time(dayEndsAt, 'R');
  switch (state.today) {
    case 'done':
      return `**Today: done.** Your next day begins ${ends}.`;
    case 'paused':
      return `**Today: paused**, nothing is needed. The day ends ${ends}; an answer counts all the same.`;
    case 'not-yet':
      return state.current === 0
        ? `**Today: not yet.** One answer with \`/quiz\` starts the next streak; the day ends ${ends}.`
        : `**Today: not yet.** One answer with \`/quiz\` is enough; the day ends ${ends}.`;
  }
}

function milestoneLine({ current }: StreakToday): string {
  const next = nextMilestone(current);
  return `next milestone: **${next} days** (${next - current} to go)`;
}

function freezeLine({ freezes, frozen, daysToFreeze }: StreakToday): string {
  const inHand = `Freezes: **${freezes} of ${MAX_FREEZES}** in hand`;
  const next =
    daysToFreeze === null
      ? 'no more can be held'
      : `the next one after ${inDays(daysToFreeze)} with an answer`;
  const used =
    frozen.length > 0
      ? ` ${frozen.length === 1 ? 'One covers' : `${frozen.length} cover`} the ${frozen.length === 1 ? 'day' : 'days'} you missed.`
      : '';
  return `${inHand}, ${next}.${used}`;
}

function missLine({ state }: StreakSeen): string {
  const when = {
    done: 'Missing tomorrow',
    'not-yet': 'Missing today',
    paused: 'Missing a day after the pause',
  }[state.today];
  switch (costOfMissing(state)) {
    case 'nothing':
      return `A freeze is earned with every ${DAYS_PER_FREEZE} days of answers and covers one missed day by itself.`;
    case 'freeze':
      return `${when} would use up a freeze by itself: the streak would stay at ${inDays(state.current)}.`;
    case 'streak':
      return `${when} would end the streak.`;
  }
}

const symbols: Record<DayMark, string> = {
  answered: 'A',
  frozen: 'F',
  paused: 'P',
  missed: 'x',
  'not-yet': '?',
  before: '·',
};
const meanings: Record<DayMark, string> = {
  answered: 'answered',
  frozen: 'covered by a freeze',
  paused: 'pause, or the bot was away',
  missed: 'missed',
  'not-yet': 'not yet',
  before: 'before the first answer',
};

/** Letters in fixed width, a gap between weeks, and the meaning of those that occur. */
function dayLines(days: readonly MarkedDay[]): string[] {
  const line = days.map(({ mark }, index) => (index === 7 ? ` ${symbols[mark]}` : symbols[mark])).join(' ');
  const used = dayMarks.filter((mark) => days.some((day) => day.mark === mark));
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  return [
    `**The last ${daysBetween(first, last) + 1} days** (${first} to ${last})`,
    `\`${line}\``,
    `-# ${used.map((mark) => `\`${symbols[mark]}\` ${meanings[mark]}`).join(' · ')}`,
  ];
}

export type Reminder = { state: StreakToday; dayEndsAt: Date };

/** The direct message: what is at stake, until when, and how to have no more of these. */
export function showReminder({ state, dayEndsAt }: Reminder): Message {
  const cost =
    costOfMissing(state) === 'freeze'
      ? `Without one, a freeze covers today (you hold ${state.freezes}), and the streak stays at ${inDays(state.current)}.`
      : 'Without one, the streak ends with the day.';
  return card(ACCENT, [
    text(
      `### Your streak of ${inDays(state.current)} has no answer today`,
      `Your day ends ${time(dayEndsAt, 'R')}. One answered question is enough, right or wrong: use \`/quiz\` in your study group’s server.`,
      cost,
      '-# You asked for these reminders; `/settings reminders` there turns them off.',
    ),
  ]);
}

function inDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
