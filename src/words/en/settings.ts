// A member's own settings: the command, what is saved now, and what it means.
import { forms } from './forms.ts';

const { choice, plural } = forms;
const days = (count: number) => plural(count, { one: '# day', other: '# days' });

export const settings = {
  command: {
    settings: { name: 'settings', description: 'Your time zone, pauses, reminders, language and visibility' },
    show: { name: 'show', description: 'What is set for you now' },
    timezone: { name: 'timezone', description: 'Which clock your days follow (once in 24 hours)' },
    zone: {
      name: 'zone',
      description: 'A city or offset, such as Berlin or +5:30; or the server’s own zone',
    },
    exam: { name: 'exam', description: 'What you learn outside of servers; in a server its exam holds' },
    which: { name: 'exam', description: 'An exam and its edition' },
    dayStart: {
      name: 'day-start',
      description: 'At which hour your day begins: for those who study after midnight',
    },
    hour: { name: 'hour', description: 'From 0 (midnight) to 6 in the morning' },
    pause: {
      name: 'pause',
      description: 'Pause your streak beforehand: paused days neither count nor break it',
    },
    days: { name: 'days', description: 'How many days' },
    from: { name: 'from', description: 'The first paused day (today by default)' },
    unpause: { name: 'unpause', description: 'End your pause today, or call off the next one' },
    reminders: { name: 'reminders', description: 'A direct message before your streak would break' },
    on: { name: 'on', description: 'True sends them, false does not' },
    visibility: { name: 'visibility', description: 'Whether others see you on leaderboards' },
    shown: { name: 'shown', description: 'Visible, anonymous or hidden' },
    language: { name: 'language', description: 'In which language I answer you privately' },
    to: { name: 'to', description: 'A language, or that of your Discord' },
  },
  visibilityChoice: {
    visible: 'visible – by name',
    anonymous: 'anonymous – ranked without a name',
    hidden: 'hidden – not shown to others',
  },
  discordLanguage: 'That of your Discord',
  serverZoneChoice: (zone: string, clock: string) => `This server’s zone: ${zone} (now ${clock})`,
  startChoice: (day: string, date: string) => `${day} – ${date}`,
  today: 'Today',
  tomorrow: 'Tomorrow',
  title: 'Your settings',
  ownZone: (zone: string) => `**${zone}**`,
  serverZone: (zone: string) => `this server’s, **${zone}**`,
  lastZone: (zone: string) => `**${zone}**, as you have chosen none`,
  clock: (hour: number) => (hour === 0 ? 'midnight' : `${hour}:00 in the morning`),
  lines: {
    zone: (zone: string, time: string) => `**Time zone:** ${zone}, where it is ${time}`,
    day: (begins: string, today: string, ends: string) =>
      `**Your day** begins at ${begins}; it is ${today} now and ends ${ends}`,
    remindersOn: '**Reminders:** on – a direct message three hours before a day ends without an answer',
    remindersOff: '**Reminders:** off',
    visibility: (name: string, meaning: string) => `**Visibility:** ${name}. ${meaning}`,
    language: (name: string) => `**Language:** ${name}`,
    course: (code: string) => `**Exam** outside of servers: ${code}`,
    noPauses: '**Pauses:** none',
    pauses: (ranges: string) => `**Pauses:** ${ranges}`,
    foot: 'They hold everywhere you use this bot. Change them with `/settings timezone`, `exam`, `day-start`, `pause`, `unpause`, `reminders`, `visibility` or `language`.',
  },
  visibility: { visible: 'visible', anonymous: 'anonymous', hidden: 'hidden' },
  visibilityMeans: {
    visible: 'Leaderboards and revealed questions name you, and others may look at your streak.',
    anonymous: 'Leaderboards rank you as “Anonymous”; nobody is shown your name or your streak.',
    hidden: 'Nobody else sees you on a leaderboard or in a revealed question; you still see your own rank.',
  },
  saved: {
    zone: (zone: string, time: string) => `**Saved:** your time zone is ${zone}, where it is ${time}.`,
    zoneDay: (today: string, ends: string) =>
      `Your day is ${today} and ends ${ends}. Days you have answered on keep their dates.`,
    zoneAgain: (when: string) =>
      `A mistake can be corrected within 10 minutes; after that, the time zone can be changed again ${when}.`,
    dayStart: (begins: string) => `**Saved:** your day begins at ${begins}.`,
    dayNow: (today: string, ends: string) => `It is ${today} for you now, until ${ends}.`,
    remindersOff: '**Saved:** I send you no reminders.',
    remindersOn:
      '**Saved:** I send you one direct message three hours before a day ends that your streak still needs.',
    firstReminder: (when: string) => `The first may come ${when}, if you have not answered by then.`,
    noStreakYet: 'They begin with your first streak: answer a question with `/quiz`.',
    allowMessages:
      'Please allow me to write to you directly; if a message cannot be delivered, reminders are switched off.',
    course: (code: string, name: string) => `**Saved:** you learn for **${code}** (${name}).`,
    courseHolds:
      'That holds in direct messages, in groups and in servers without this bot; in a server that has it, the exam of that server counts.',
    visibility: (name: string, meaning: string) => `**Saved:** you are **${name}**. ${meaning}`,
    language: (name: string) => `**Saved:** I answer you in ${name}.`,
    discordLanguage: '**Saved:** I answer you in the language of your Discord, where I speak it.',
  },
  zoneUnchanged: (zone: string) => `Your time zone is ${zone} already: nothing was changed.`,
  zoneLocked: (when: string, date: string) =>
    `The time zone can be changed once in 24 hours: please try again ${when} (${date}).`,
  unknownZone: (typed: string) =>
    `I know no time zone “${typed}”: please choose one from the list that appears as you type a city, such as Berlin or Kolkata.`,
  zoneLike: (zones: readonly string[]) => `Did you mean ${choice(zones)}?`,
  unknownCourse: (typed: string) =>
    `I have no exam “${typed}” that can be sat: please choose one from the list.`,
  newcomer: {
    title: 'What do you learn for?',
    both: 'Is this the exam? Then choose the clock that your days follow, and it goes on at once.',
    examOnly: 'Is this the exam? Then go on.',
    exam: 'Choose an exam',
    zone: 'Choose your time zone to go on',
    otherZone: 'Another time zone',
    go: 'Go on',
    later: 'I ask this only once: `/settings exam` and `/settings timezone` change it at any time.',
    ready: 'Now press or run what you wanted again.',
    modal: {
      title: 'Your time zone',
      label: 'Time zone or city',
      description: 'Such as Berlin, Kolkata or America/New_York',
    },
  },
  unknownLanguage: (typed: string) => `I do not speak “${typed}”: please choose one from the list.`,
  wouldSkip: (today: string, length: number) =>
    `Not changed yet: your day would jump to ${today} and leave out one that your streak of ${days(length)} still needs. Please answer one question with \`/quiz\` first, then change it.`,
  range: (from: string, to: string) => (from === to ? `on ${from}` : `from ${from} to ${to}`),
  paused: {
    saved: (range: string, length: number) => `**Saved:** your streak is paused ${range} (${days(length)}).`,
    beginsToday: 'It begins today.',
    keeps: (length: number) => `It begins today and keeps your streak at ${days(length)}.`,
    untilThen: 'Until then every day counts as usual.',
    untilThenAt: (length: number) =>
      `Until then every day counts as usual: your streak stands at ${days(length)}.`,
    means:
      'Paused days need no answer and cost no freeze; if you answer on one, it counts all the same. `/settings unpause` ends the pause early.',
    ended: (range: string) =>
      `**Saved:** your pause ${range} ends now; today counts again, so answer a question with \`/quiz\`. Days that were paused before today stay so.`,
    calledOff: (range: string) => `**Saved:** the pause ${range} is called off.`,
    none: 'No pause is running or coming: nothing was changed. `/settings pause` sets one.',
    badDate: (typed: string) =>
      `“${typed}” is no date: please choose one from the list, or write it as 2026-12-24.`,
    tooLong: (most: number) =>
      `A pause lasts ${days(most)} at most, pauses right before and after it included: please choose fewer days.`,
    inThePast: (earliest: string) => `A pause is set beforehand: please choose ${earliest} or later.`,
    tooFar: 'A pause begins within a year from now: please choose an earlier day.',
    overlaps: (range: string) =>
      `You have a pause ${range} already: please choose days outside it, or end it with \`/settings unpause\` first.`,
  },
};
