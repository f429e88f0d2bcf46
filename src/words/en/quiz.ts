// Asking and answering: the commands, the feedback, rounds, the history.
import { forms } from './forms.ts';

const { list, plural } = forms;

export const quiz = {
  command: {
    quiz: { name: 'quiz', description: 'Ask a scenario question: for everybody here, or only for you' },
    topic: { name: 'topic', description: 'A domain, module, lesson or concept' },
    count: { name: 'count', description: 'How many questions (1 by default; more go on in a thread)' },
    openFor: {
      name: 'open-for',
      description: 'How long each question stays open: 30m, 2h, 3d (30 minutes by default)',
    },
    private: { name: 'private', description: 'Only you see the questions: practice at your own pace' },
    history: {
      name: 'history',
      description: 'Closed questions of this channel, with key, reasoning and answers',
    },
  },
  counts: { 1: '1', 5: '5 – quick quiz', 10: '10 – study mode' },
  /** A topic in the list, with how many questions it has. */
  topic: (name: string, questions: number) => `${name} (${questions})`,
  badOpenFor: '**open-for**: please give a time from 1 minute to 7 days, such as `30m`, `2h` or `3d`.',
  unknownTopic: (typed: string) =>
    `I have no questions on “${typed}” in this server’s exam edition: start typing in \`topic\` and choose from the list.`,
  noQuestions:
    'There is no question for this server’s exam edition yet: an admin can choose another edition with `/setup server`.',
  coolingDown: (when: string) =>
    `One question at a time, so that everybody can read along. The next one: ${when}. Meanwhile, answer the one above!`,
  exhausted: 'All questions of this choice have been asked here, so the one asked longest ago came again.',
  gone: 'This question is no longer available: please start a new one with `/quiz`.',
  closedAlready: 'This question is closed already: its key appears within a few seconds.',
  stillOpen: 'This question is still open: its key and the reasoning come when it closes.',
  thread: (size: number) => plural(size, { one: 'Quiz: # question', other: 'Quiz: # questions' }),

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
    again: '`/quiz private:True` starts the next round.',
    resumed: 'Going on with the round you left unfinished.',
    end: 'End this round',
  },
  closedHere: {
    none: 'No question has been closed in this channel yet: start one with `/quiz`, and find it here afterwards.',
    title: 'Closed questions in this channel',
    hint: 'Choose one to see its key, the reasoning and how everybody answered.',
    choose: 'Choose a question',
  },
};
