// The question of the day: its command, how schedules stand, recaps, and what the set-up screen says of it.
import { forms } from './forms.ts';

const { choice, list, percent, plural, weekday } = forms;

/** "every day", "Monday to Friday", "Monday, Wednesday and Friday"; days from 1, Monday, in order. */
function weekdays(days: readonly number[]): string {
  const names = days.map((day) => weekday(day));
  const isRun = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  if (days.length === 7) return 'every day';
  return isRun && days.length > 2 ? `${names[0]} to ${names.at(-1)}` : list(names);
}

/** "2 days", "90 minutes". */
function duration(minutes: number): string {
  if (minutes % 1440 === 0) return plural(minutes / 1440, { one: '# day', other: '# days' });
  if (minutes % 60 === 0) return plural(minutes / 60, { one: '# hour', other: '# hours' });
  return plural(minutes, { one: '# minute', other: '# minutes' });
}

const howToPing =
  'To have a role pinged, an admin can allow everybody to mention it, or give me the permission `Mention @everyone, @here and All Roles`.';

export const daily = {
  command: {
    daily: { name: 'daily', description: 'Set up the question of the day' },
    set: { name: 'set', description: 'Post a question of the day in a channel, or change how' },
    time: { name: 'time', description: 'Local time of day, such as 07:30 or 7pm' },
    channel: { name: 'channel', description: 'Which channel (this one by default)' },
    zone: { name: 'zone', description: 'Time zone: type a city (the server’s zone by default)' },
    weekdays: { name: 'weekdays', description: 'daily, mon-fri, or mon,wed,fri (every day by default)' },
    domains: { name: 'domains', description: 'Only these exam domains, such as 1,3 (all by default)' },
    role: { name: 'role', description: 'Role to ping; @everyone means nobody' },
    thread: { name: 'thread', description: 'Open a thread for discussion under each question' },
    closeAfter: {
      name: 'close-after',
      description: 'When it closes: 12h, 90m, 2d (at the next post by default)',
    },
    list: { name: 'list', description: 'All questions of the day of this server, and how they stand' },
    pause: { name: 'pause', description: 'Stop posting until you resume' },
    resume: { name: 'resume', description: 'Post again after a pause, or take back a skip' },
    remove: { name: 'remove', description: 'End the question of the day in a channel' },
    skip: { name: 'skip', description: 'Leave out the next post' },
    postNow: { name: 'post-now', description: 'Post one extra question now; the schedule stays as it is' },
    preview: {
      name: 'preview',
      description: 'See the next times and whose turn it is, without the question',
    },
  },
  weekdays,
  duration,
  ownPack: (name: string) => `Your pack: ${name}`,
  ownDomains: (pack: string, names: readonly string[]) => `Your pack: ${pack} (${list(names)})`,
  allDomains: 'All domains, by their weight in the exam',
  timing: (time: string, zone: string, days: string) => `${time} (${zone}), ${days}`,

  setIn: (channel: string) => `Question of the day set in ${channel}`,
  changedIn: (channel: string) => `Question of the day changed in ${channel}`,
  nextPosts: '**Next posts**',
  setFoot:
    'If I can no longer post there, I keep trying, and I tell you once by direct message. `/daily list` shows how it stands.',
  tooMany: (most: number) =>
    `A server can have ${most} questions of the day: remove one with \`/daily remove\` first.`,
  takenJustNow: 'Somebody else changed this channel’s question of the day just now: look at `/daily list`.',
  paused: (channel: string) =>
    `Paused in ${channel}: nothing is posted until \`/daily resume\`. Days in between are not made up for.`,
  pausedAlready: (channel: string) =>
    `The question of the day in ${channel} is paused: \`/daily resume\` starts it again.`,
  removed: (channel: string) =>
    `Removed from ${channel}. What was posted stays, and open questions close as planned.`,
  skipsAlready: (channel: string) =>
    `The next question in ${channel} is skipped already: \`/daily resume\` takes that back.`,
  resumed: (channel: string) => `Posting again in ${channel}.`,
  unskipped: (channel: string) => `Nothing is skipped in ${channel} any more.`,
  runsAlready: (channel: string) => `The question of the day in ${channel} is running.`,
  skipped: (when: string, channel: string) =>
    `Skipping ${when} in ${channel}; \`/daily resume\` takes that back.`,
  goneJustNow: 'Somebody else has just removed this question of the day: nothing was changed.',
  queued: (channel: string, closes: string) =>
    `An extra question is on its way to ${channel}. The schedule stays as it is; closing: ${closes}.`,
  pingedToday: 'The role is not pinged: an extra question has done so today already.',
  onItsWay: (channel: string) =>
    `A question for ${channel} is still waiting to be sent: \`/daily list\` shows why, if it takes long.`,
  noQuestion:
    'There is no question for this server’s exam edition yet: choose another edition with `/setup server`.',
  in: (channel: string) => `Question of the day in ${channel}`,
  pausedNext: '**Paused.** After `/daily resume` it would post',
  turn: (id: string, name: string, weight: number) =>
    `**Whose turn it is:** Domain ${id}, ${name} (${percent(weight / 100)} of the exam)`,
  exhausted: 'Every question of this choice was asked here before: the one asked longest ago comes again.',
  fresh: 'A question that was not asked in this channel before.',
  drawnLater: 'The question itself is drawn when it is posted, so nobody can know it beforehand.',
  held: {
    posted: 'Today’s question has been posted already, so this begins with the next date.',
    skipped: 'Today’s question was skipped, so this begins with the next date.',
  },
  howToPing,
  silent: (role: string) => `I may not ping ${role} yet. ${howToPing}`,
  silentUnknown: `I may not ping this role yet. ${howToPing}`,
  lacks: (channel: string, names: readonly string[]) =>
    `I cannot post in ${channel} yet, so nothing was changed: please give me ${list(names)} there, then try again.`,
  bad: {
    time: (typed: string) =>
      `“${typed}” is not a time of day that I can read: please write it like \`07:30\`, \`7.30am\` or \`19h\`.`,
    zone: (typed: string) =>
      `I know no time zone “${typed}”: please type a city and choose from the list, or write it like \`Europe/Berlin\`.`,
    zoneLike: (zones: readonly string[]) => `Did you mean ${choice(zones)}?`,
    weekdays: (typed: string) =>
      `I cannot read the weekdays “${typed}”: please write them like \`daily\`, \`mon-fri\` or \`mon,wed,fri\` (1 is Monday).`,
    domains: (typed: string, names: readonly string[]) =>
      `This exam edition has no domain “${typed}”: please give numbers such as \`1,3\`, or \`all\`. There are ${list(names)}.`,
    'close-after': (typed: string) =>
      `“${typed}” is not a time that I can read: please write \`12h\`, \`90m\` or \`2d\` (at most 7 days), or \`next\` for the next post.`,
  },
  roleGone: 'its role was deleted, so nobody is pinged',
  roleRefused: (role: string) =>
    `You may not mention ${role} yourself, so I will not do it for you: please choose a role that everybody may mention, or ask an admin who has \`Mention @everyone, @here and All Roles\` in that channel.`,
  wrongChannel: (channel: string) =>
    `${channel} takes no messages of its own, so nothing was changed: please choose a text or announcement channel.`,
  tooSoon: (channel: string, when: string) =>
    `An extra question went to ${channel} less than a minute ago: the next one can be posted ${when}.`,
  sentOn: (channel: string) => `The question that waited for ${channel} is being sent now.`,
  when: (timing: string) => `**When:** ${timing}`,
  what: (choice: string) => `**What:** ${choice}`,
  how: (role: string, thread: string) => `**How:** ${role}, ${thread}`,
  pings: (role: string) => `${role} is pinged`,
  pingsNobody: 'nobody is pinged',
  withThread: 'a thread is opened',
  withoutThread: 'no thread',
  allByWeight: 'all domains by their weight',
  someDomains: (ids: readonly string[]) =>
    plural(ids.length, { one: `domain ${list(ids)}`, other: `domains ${list(ids)}` }),
  openUntilNext: (what: string) => `${what}; open until the next post`,
  openFor: (what: string, time: string) => `${what}; open for ${time}`,
  none: 'This server has no question of the day yet: `/daily set` starts one.',
  noneHere: (others: readonly string[]) =>
    `There is no question of the day in this channel: give the option \`channel\`. There is one in ${list(others)}.`,
  noneIn: (channel: string, others: readonly string[]) =>
    `There is no question of the day in ${channel}. There is one in ${list(others)}.`,

  list: {
    title: 'Questions of the day',
    paused: 'paused',
    running: 'running',
    failing: (reason: string) => `**failing**, ${reason}`,
    short: (channel: string, time: string, state: string) => `${channel} ${time}: ${state}`,
  },
  state: {
    paused: 'Paused: `/daily resume` starts it again.',
    running: (next: string, relative: string) => `Running. Next: ${next} (${relative})`,
    skips: (date: string) => `Skipped: ${date}.`,
    failing: (reason: string) => `**Failing:** ${reason}.`,
    retry: (when: string) => `Next try: ${when}.`,
    givenUp: (next: string) => `That question was given up. Next: ${next}.`,
    mended: 'It works again: the question that waited is being sent now.',
    reveal: (reason: string) => `**The last key could not be shown:** ${reason}; \`/history\` has it.`,
  },
  reason: {
    noChannel: 'the channel is gone, or I can no longer see it',
    refused: 'Discord does not let me post there',
    mayNotChange: 'Discord does not let me change my message there',
    code: (code: string) => `Discord refuses it (code ${code})`,
    lacks: (names: readonly string[]) => `I lack ${list(names)} there`,
  },
  degraded: {
    title: (channel: string) => `The question of the day could not be posted in ${channel}`,
    reveal: (channel: string) => `The key of the question of the day could not be shown in ${channel}`,
    reason: (reason: string) => `The reason: ${reason}. Please mend that in the channel’s settings.`,
    code: (code: string) =>
      `Discord refuses it with code ${code}. That is hardly yours to mend: please tell whoever runs me, with that code.`,
    kept: 'Nothing is lost: `/history` has the key. `/daily list` in the server shows how it stands.',
    goesOn:
      'I keep trying, and go on by myself once it works. `/daily list` in the server shows how it stands.',
    once: 'This comes once, and to you because you set it up.',
  },
  recap: {
    result: (answers: number, right: number) =>
      plural(answers, {
        one: `**Question of the day:** # answer, ${right} right (${percent(right / answers)}). The key is above.`,
        other: `**Question of the day:** # answers, ${right} right (${percent(right / answers)}). The key is above.`,
      }),
    next: (date: string, relative: string) => `Next question: ${date} (${relative})`,
    posted: (channel: string) => `The next question is in ${channel} already.`,
  },

  setup: {
    line: 'Question of the day',
    chooseChannel: (timing: string) => `Choose a channel, and it starts: ${timing}.`,
    channel: 'Channel for the question of the day',
    role: 'Role to ping (nobody when empty)',
    chooseTime: 'Choose the time',
    otherTime: 'Another time',
    chooseWeekdays: 'Choose the days',
    pause: 'Pause',
    resume: 'Resume',
    roleGone: 'Its role was deleted, so nobody is pinged.',
    noPing: 'Ping nobody',
    later: (dates: readonly string[]) => `Then: ${list(dates)}`,
    gone: (channel: string) =>
      `**${channel} is gone, or I can no longer see it:** choose another channel, or let me see it.`,
    lacks: (channel: string, names: readonly string[]) =>
      `**I lack ${list(names)} in ${channel}:** give it to me there, or choose another channel.`,
    wrongKind: (channel: string) =>
      `**${channel} takes no messages of its own:** choose a text or announcement channel.`,
    testPost: 'Test post',
    moreChannels: 'More channels, and which domains: `/daily set`.',
    firstOf: 'The first one is changed here, the others with `/daily set`.',
    timeModal: {
      title: 'Question of the day',
      label: 'Local time',
      description: 'Such as 07:30, 7.30am or 19h',
    },
    option: {
      channel: { name: 'channel', description: 'Channel for the question of the day' },
      time: { name: 'time', description: 'Its local time, such as 07:30 or 7pm' },
      role: { name: 'role', description: 'Role to ping with it; @everyone means nobody' },
    },
    zoneFollows: 'The question of the day follows it.',
    started: (channel: string) =>
      `The question of the day starts in ${channel}. If I can no longer post there, I tell you once by direct message.`,
    saved: (channel: string) => `Saved for ${channel}.`,
    channelTaken: (channel: string) =>
      `${channel} has a question of the day of its own: \`/daily set\` changes it, \`/daily remove\` ends it.`,
    channelFirst: 'Please choose a channel for the question of the day first.',
    channelKept: 'The channel stays: `/daily pause` or `/daily remove` stops the question of the day.',
    testQueued: (channel: string) =>
      `A test question is on its way to ${channel}; it closes after 10 minutes and gives no points.`,
    noQuestion: 'There is no question for this edition yet: please choose another.',
    testTooSoon: (channel: string, when: string) =>
      `A test question went to ${channel} less than a minute ago: the next one can be sent ${when}.`,
    more: (count: number) => `and ${count} more: \`/daily list\``,
    logged: (channel: string) => `question of the day in ${channel}`,
    loggedDays: (days: string) => days,
    loggedCloses: (time: string) => `closes after ${time}`,
    loggedThread: 'thread',
    loggedDomains: (ids: string) => `domains ${ids}`,
    loggedSkips: (date: string) => `skips ${date}`,
    loggedActive: 'active',
    loggedPaused: 'paused',
  },
};
