// Streaks: the screen, what an answer does to one, reminders, milestones.
import { forms } from './forms.ts';

const { list, plural } = forms;
const days = (count: number) => plural(count, { one: '# day', other: '# days' });

export const streak = {
  command: {
    streak: { name: 'streak', description: 'Your streak: today, freezes, the last 14 days' },
    member: { name: 'member', description: 'Whose streak to look at (yours by default)' },
  },
  days,
  memberIsBot: '**member**: bots keep no streak: choose a person.',
  memberNotHere:
    '**member**: you can look at others in a server that has me, and only at its members: choose one there.',
  notVisible: 'This member keeps their streak to themselves: `/streak` alone shows you your own.',
  none: {
    own: 'No streak yet',
    ownHow: 'It begins with one answer, right or wrong: ask yourself a question with `/quiz`.',
    other: 'This member has no streak yet: ask the group a question with `/quiz`.',
  },
  title: (current: number) => (current === 0 ? 'Your streak has ended' : `Your streak: ${days(current)}`),
  titleOf: (name: string, current: number) =>
    current === 0 ? `Streak of ${name}: none at the moment` : `Streak of ${name}: ${days(current)}`,
  todayOf: { done: 'today: done', 'not-yet': 'today: not yet', paused: 'today: paused' },
  today: {
    done: (ends: string) => `**Today: done.** Your next day begins ${ends}.`,
    paused: (ends: string) =>
      `**Today: paused**, nothing is needed. The day ends ${ends}; an answer counts all the same.`,
    notYet: (ends: string) =>
      `**Today: not yet.** One answer with \`/quiz\` is enough; the day ends ${ends}.`,
    startsNext: (ends: string) =>
      `**Today: not yet.** One answer with \`/quiz\` starts the next streak; the day ends ${ends}.`,
  },
  /** Without marks, for a picture. */
  longestIs: (length: number) => `longest: ${days(length)}`,
  longest: (length: number) => `Longest: **${days(length)}**`,
  nextMilestone: (length: number, toGo: number) => `next milestone: **${days(length)}** (${toGo} to go)`,
  freezes: {
    full: (held: number, most: number) => `Freezes: **${held} of ${most}** in hand, no more can be held.`,
    next: (held: number, most: number, toGo: number) =>
      `Freezes: **${held} of ${most}** in hand, the next one after ${days(toGo)} with an answer.`,
    covering: (count: number) =>
      plural(count, { one: 'One covers the day you missed.', other: '# cover the days you missed.' }),
  },
  missing: {
    nothing: (needed: number) =>
      `A freeze is earned with every ${days(needed)} of answers and covers one missed day by itself.`,
    freeze: {
      done: (length: number) =>
        `Missing tomorrow would use up a freeze by itself: the streak would stay at ${days(length)}.`,
      'not-yet': (length: number) =>
        `Missing today would use up a freeze by itself: the streak would stay at ${days(length)}.`,
      paused: (length: number) =>
        `Missing a day after the pause would use up a freeze by itself: the streak would stay at ${days(length)}.`,
    },
    streak: {
      done: 'Missing tomorrow would end the streak.',
      'not-yet': 'Missing today would end the streak.',
      paused: 'Missing a day after the pause would end the streak.',
    },
  },
  reminderHint:
    '`/settings reminders` sends you a direct message in the evening, before a streak would break.',
  calendar: (count: number) => plural(count, { one: 'The last day', other: 'The last # days' }),
  calendarFrom: (from: string, to: string) => `${from} – ${to}`,
  marks: {
    answered: 'answered',
    frozen: 'covered by a freeze',
    paused: 'pause, or the bot was away',
    missed: 'missed',
    'not-yet': 'not yet',
    before: 'before the first answer',
  },
  /** After an answer. */
  grown: (length: number) => `🔥 Streak: **${days(length)}**`,
  milestone: (length: number) => `🔥 Streak: **${days(length)}** – a milestone!`,
  frozen: (dates: readonly string[]) =>
    plural(dates.length, {
      one: `A freeze covered ${list(dates)}: your streak lives on.`,
      other: `# freezes covered ${list(dates)}: your streak lives on.`,
    }),
  broken: (length: number) => `Your streak of ${days(length)} ended; this is day one of the next.`,
  earned: (held: number) => `You earned a freeze (${held} in hand): it covers one missed day by itself.`,
  reminder: {
    title: (length: number) => `Your streak of ${days(length)} has no answer today`,
    how: (ends: string) =>
      `Your day ends ${ends}. One answered question is enough, right or wrong: use \`/quiz\`, here or in your study group’s server.`,
    freeze: (held: number, length: number) =>
      `Without one, a freeze covers today (you hold ${held}), and the streak stays at ${days(length)}.`,
    ends: 'Without one, the streak ends with the day.',
    answer: 'Answer one now',
    off: 'You asked for these reminders; `/settings reminders` turns them off.',
  },
  milestones: (names: readonly string[]) => `**Streak milestones:** ${list(names)}. Well done!`,
  milestoneOf: (name: string, length: number) => `${name} (${days(length)})`,
  ranking: {
    choice: 'streak',
    mark: '🔥',
    title: 'streaks',
    scope: 'As of today, each in their own time zone',
    worth: days,
    beside: (length: number) => `${days(length)} in a row`,
    empty: 'Nobody has a streak at the moment. One answer starts one: ask a question with `/quiz`.',
    nothing: 'no streak at the moment; one answer to a `/quiz` question starts one.',
    rule: 'Streaks count answers everywhere, so domain and window do not apply.',
  },
};
