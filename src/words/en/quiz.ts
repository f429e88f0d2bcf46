// Asking and answering: the commands, the feedback, rounds, the history.
import { forms } from './forms.ts';

const { choice, list, plural, percent } = forms;

export const quiz = {
  command: {
    quiz: { name: 'quiz', description: 'Ask a scenario question: for everybody here, or only for you' },
    topic: { name: 'topic', description: 'A domain, module, lesson or concept' },
    count: { name: 'count', description: 'How many questions (1 by default; more go on in a thread)' },
    openFor: {
      name: 'open-for',
      description: 'How long each question stays open: 30m, 2h, 3d (30 minutes by default)',
    },
    pace: { name: 'pace', description: 'How fast a round goes on (brisk by default)' },
    private: { name: 'private', description: 'Only you see the questions: practice at your own pace' },
    until: { name: 'until', description: 'Closed on this day or before, such as 2026-11-26' },
    history: {
      name: 'history',
      description: 'Closed questions of this channel, with key, reasoning and answers',
    },
  },
  paces: {
    relaxed: 'relaxed – 30 minutes a question',
    brisk: 'brisk – 3 minutes a question',
    fast: 'fast – 90 seconds a question',
  },
  counts: { 1: '1', 5: '5 – quick quiz', 10: '10 – study mode' },
  /** A topic in the list, with how many questions it has. */
  topic: (name: string, questions: number) => `${name} (${questions})`,
  badOpenFor: '**open-for**: please give a time from 1 minute to 7 days, such as `30m`, `2h` or `3d`.',
  unknownTopic: (typed: string, near: readonly string[]) =>
    `I have no questions on “${typed}” in this edition of the exam. Nearest to it: ${choice(near)}.`,
  noQuestions:
    'There is no question for this edition of the exam yet: in a server an admin chooses another with `/setup server`, elsewhere you do with `/settings exam`.',
  coolingDown: (when: string) =>
    `One question at a time, so that everybody can read along. The next one: ${when}. Meanwhile, answer the one above!`,
  ownFull: (limit: number) =>
    `You have ${limit} open questions in this channel: close one of them, or wait until one has ended.`,
  channelFull: (limit: number) =>
    `${limit} questions are open in this channel already: close one, or wait until one closes by itself.`,
  exhausted: 'All questions of this choice have been asked here, so the one asked longest ago came again.',
  gone: 'This question is no longer available: please start a new one with `/quiz`.',
  closedAlready: 'This question is closed already: its key appears within a few seconds.',
  menu: {
    explain: 'Explain this question',
    notOurs:
      'This message is no question of mine. Use it on a question that I posted, or on my answer to you.',
  },
  stillOpen: 'This question is still open: its key and the reasoning come when it closes.',
  thread: {
    exam: (size: number, date: string) =>
      plural(size, { one: `Quiz ${date}: # question`, other: `Quiz ${date}: # questions` }),
    topic: (topic: string, date: string) => `${topic}, ${date}`,
  },

  verdict: {
    right: (mine: string) => `**Right!** You chose ${mine}.`,
    wrong: (mine: string, key: string) => `**Not right**: you chose ${mine}, the answer is ${key}.`,
    partly: (right: number, picks: number) =>
      plural(right, {
        one: `# of your ${picks} picks was right; as on the exam, all are needed.`,
        other: `# of your ${picks} picks were right; as on the exam, all are needed.`,
      }),
    already: 'You answered this already',
    firstCounts: (verdict: string) => `Your first answer counts. ${verdict}`,
    key: (letters: readonly string[]) =>
      plural(letters.length, {
        one: `**${list(letters)}** is right.`,
        other: `**${list(letters)}** are right.`,
      }),
  },
  yourChoice: 'your choice',
  points: (points: number) => plural(points, { one: '**+#** point', other: '**+#** points' }),
  noPoints: 'Rated: no points this time.',
  practice: {
    private: 'Practice, no points: private questions are not rated.',
    test: 'Practice, no points: a test post is not rated.',
    late: 'Practice, no points: the question had closed.',
    'answered-before':
      'Practice, no points: you have a rated answer to this question within the last 90 days.',
    'key-seen': 'Practice, no points: you practised this question or saw its key within the last 7 days.',
  },
  another: 'Another like this',
  next: 'Next',
  result: 'Result',
  documentation: (page: string) => `Read: ${page}`,

  round: {
    finished: (right: number, size: number) => `Round finished: ${right} of ${size} right`,
    isPractice: 'Private questions are practice: they count for your streak, not for the leaderboard.',
    again: '`/quiz private:True` starts the next round, `/next` says what else is worth doing now.',
    resumed: 'Going on with the round you left unfinished.',
    end: 'End this round',
    /** Before a new one takes its place. */
    which: (answered: number, size: number) =>
      `You have an unfinished round: ${answered} of ${size} answered. Which one is it to be? The new one ends the other where it stands.`,
    goOn: 'Go on with that round',
    instead: 'Start the new one',
  },
  /** Asked once before a question ends that others are still answering. */
  sure: {
    'waited-for': (members: number) =>
      plural(members, {
        one: '**# member** who answered the question before has not answered this one yet.',
        other: '**# members** who answered the question before have not answered this one yet.',
      }),
    answered: (members: number) =>
      plural(members, {
        one: '**# member** answered within the last minute; others may be about to.',
        other: '**# members** answered within the last minute; others may be about to.',
      }),
    close: 'Close it all the same',
    end: 'End the round all the same',
    done: {
      question: 'The question is closed: its key appears within a few seconds.',
      round: 'The round ends here: its result appears within a few seconds.',
    },
  },
  /** Said under a question at its close. */
  closedReply: (right: number, answers: number) => `Closed: **${right} of ${answers}** right.`,
  outcome: {
    'all-asked': 'The round is finished',
    ended: 'The round was ended',
    silence: 'The round stops here: nobody answered two questions in a row',
    stuck: 'The round stops here: its next question cannot be shown',
    'shut-out': 'The round stops here: I may not post its next question where it was played',
    delayed: 'The round stops here: Discord did not take its next question in time',
    nobody: 'Nobody answered in time.',
    winner: (names: readonly string[], right: number, size: number) =>
      plural(names.length, {
        one: `🏆 ${list(names)} wins with **${right} of ${size}** right.`,
        other: `🏆 ${list(names)} win with **${right} of ${size}** right.`,
      }),
    row: (right: number, size: number, points: string) => `${right} of ${size} right · ${points}`,
    points: (points: number) => plural(points, { one: '# point', other: '# points' }),
    more: (members: number) => plural(members, { one: '# more member', other: '# more members' }),
    /** Of a round, and the way to it. */
    question: (position: number) => `Question ${position}`,
    hardest: (question: string, right: number, answers: number) =>
      `Hardest: ${question}, ${right} of ${answers} right (${percent(right / answers)})`,
    /** A footnote: how fast one is matters least. */
    fastest: (name: string, seconds: number, position: number) =>
      plural(seconds, {
        one: `Fastest right answer: ${name}, # second (question ${position})`,
        other: `Fastest right answer: ${name}, # seconds (question ${position})`,
      }),
    again: 'Another round',
    mistakes: 'My mistakes',
  },
  mistakes: {
    title: (count: number) =>
      plural(count, { one: 'You got # question wrong', other: 'You got # questions wrong' }),
    none: 'You got nothing wrong in this round.',
    tookNoPart: 'You answered no question of this round.',
    choose: 'Read the reasoning again',
  },
  closedHere: {
    none: 'No question has been closed in this channel yet: start one with `/quiz`, and find it here afterwards.',
    title: 'Closed questions in this channel',
    hint: 'Choose one to see its key, the reasoning and how everybody answered.',
    choose: 'Choose a question',
    until: (date: string) => `until ${date}`,
    noneSuch: 'No closed question here fits this choice: leave out `topic` or `until` to see more.',
    unknownDay: (typed: string) =>
      `I do not know the day “${typed}”: write it like 2026-11-26, or choose from the list of \`until\`.`,
    /** One in the list: its number there, and how it begins. */
    entry: (number: number, beginning: string) => `**${number}.** ${beginning}`,
    newer: 'Newer',
    older: 'Older',
  },
};
