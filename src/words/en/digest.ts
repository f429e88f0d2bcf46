// A server's week: the post, and its part of the set-up.
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;

export const digest = {
  option: {
    channel: { name: 'digest', description: 'Channel in which the group’s week is summed up' },
    day: { name: 'digest-day', description: 'On which day (Monday by default)' },
    hour: { name: 'digest-hour', description: 'At which hour, 0 to 23 (9 by default)' },
  },
  title: 'Your week as a group',
  until: (day: string) => `The seven days up to ${day}`,
  did: ({ answers, members, share }: { answers: number; members: number; share: number }) =>
    `**${plural(answers, { one: '# answer', other: '# answers' })}** from ${plural(members, {
      one: '# member',
      other: '# members',
    })}, ${percent(share)} right.`,
  weakest: (title: string, right: number, answers: number) =>
    `Hardest lesson: **${title}** (${number(right)} of ${number(answers)} right)`,
  next: 'This week’s lessons:',
  ears: 'To hear on the way',
  answer: 'Answer one now',
  on: (channel: string, day: string, clock: string) =>
    `Posted in ${channel}, ${day} at ${clock}, whenever somebody has answered.`,
  off: 'No channel is told what the group did in a week.',
  line: 'Summary of the week',
  chooseDay: 'Choose the day',
  chooseHour: 'Choose the hour',
  choose: 'Channel for the summary of the week',
  turnedOn: (channel: string, day: string, clock: string) =>
    `The group’s week is summed up in ${channel}: ${day} at ${clock}, whenever somebody has answered.`,
  turnedOff: 'The week is not summed up.',
  noChannelYet: 'Choose a channel for the summary of the week first: `/setup server digest:`.',
  lacks: (channel: string, names: readonly string[]) =>
    `I cannot post the summary of the week in ${channel}: I lack ${list(names)} there.`,
  failed: (channel: string) =>
    `The last summary of the week could not be posted in ${channel}: choose another channel if it is gone.`,
  wrongChannel: (channel: string) =>
    `${channel} takes no messages of its own: please choose a text or announcement channel for the summary.`,
  failing: 'The summary of the week was not posted',
  goesOn: 'I try again for a day, then with the next week. `/setup server` shows how it stands.',
  once: 'This comes once, and to you because you set it up.',
  zoneFollows: 'The summary of the week follows the new time zone.',
  setting: 'summary of the week',
  logged: (channel: string, day: string, clock: string) => `${channel}, ${day} ${clock}`,
};
