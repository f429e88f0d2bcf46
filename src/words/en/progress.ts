// What a member knows and what it is worth in the exam: the screen, why it says so, and alarms about questions.
import { forms } from './forms.ts';

const { list, number, percent, plural, date } = forms;
const answers = (count: number) => plural(count, { one: '# answer', other: '# answers' });
const questions = (count: number) => plural(count, { one: '# question', other: '# questions' });
const points = (count: number) => plural(count, { one: '# point', other: '# points' });
type Range = { median: number; low: number; high: number };

export const progress = {
  command: {
    progress: { name: 'progress', description: 'How ready you are: score, chance, domains, what helps most' },
    member: { name: 'member', description: 'Whose progress to look at (yours by default)' },
  },
  memberIsBot: '**member**: bots sit no exam: choose a person.',
  memberNotHere:
    '**member**: you can look at others in a server that has me, and only at its members: choose one there.',
  notVisible: 'This member keeps their progress to themselves: `/progress` alone shows you your own.',
  noExam:
    'This exam has no questions yet: in a server an admin chooses another with `/setup server`, elsewhere you do with `/settings exam`.',
  /** What a picture rests on. */
  basis: (answers: number) => plural(answers, { one: 'from # answer', other: 'from # answers' }),
  title: (code: string) => `Your progress: ${code}`,
  titleOf: (name: string, code: string) => `Progress of ${name}: ${code}`,
  nothing: {
    own: 'Nothing is known yet: it begins with your first answer. `/diagnose` finds out most with 30 questions.',
    other: 'Nothing is known of this member yet.',
  },
  score: ({ median, low, high }: Range, pass: number) =>
    `**Estimated score ${number(median)}** (${number(low)}–${number(high)}); ${number(pass)} is a pass.`,
  chance: (share: number, words: string) =>
    `**Chance to pass, if you sat it today: ${percent(share)}**: ${words}.`,
  chanceWords: {
    'very-likely': 'very likely',
    likely: 'likely',
    even: 'it could go either way',
    unlikely: 'rather not yet',
    'very-unlikely': 'not yet',
  },
  ceiling: (oneIn: number) =>
    `Even somebody who knew your level exactly would be wrong about the outcome in about one of ${number(oneIn)} cases. It is measured by how hard this bank is, and promises nothing.`,
  missing: (count: number) =>
    `**Not enough answers yet for a chance to pass:** ${plural(count, { one: '# more that counts.', other: '# more that count.' })} \`/diagnose\` brings 30 at once.`,
  domains: 'Share right to expect, by domain',
  domain: (name: string, { median, low, high }: Range, count: number) =>
    `**${name}**: ${percent(median)} (${percent(low)}–${percent(high)}), from ${answers(count)}`,
  domainMissing: (name: string, count: number) =>
    `**${name}**: not enough answers yet, ${plural(count, { one: '# more is needed', other: '# more are needed' })}`,
  tasks: (covered: number, all: number) => `**Task statements covered:** ${covered} of ${all}`,
  tasksOpen: (names: readonly string[], more: number) =>
    more === 0
      ? `Still open: ${list(names)}.`
      : `Still open: ${names.join('; ')}; and ${plural(more, { one: '# more', other: '# more' })}.`,
  trend: (steps: readonly string[]) => `**Week by week:** ${steps.join(' → ')}`,
  raise: 'What would raise it most',
  raiseLine: (title: string, by: number) => `${title}: about ${points(by)}`,
  record: (count: number, inside: number | null, brier: number) =>
    inside === null
      ? `Of ${number(count)} real results so far: Brier score ${number(brier)} (0 is perfect, 0.25 a coin).`
      : `Of ${number(count)} real results so far: ${percent(inside)} of the scores lay inside the stated range; Brier score ${number(brier)} (0 is perfect, 0.25 a coin).`,
  quizOf: (title: string) => `Quiz: ${title}`,
  withQuiz: (line: string, topic: string) => `${line}: \`/quiz topic:${topic} private:True\``,
  why: {
    ask: 'Why? Choose a number',
    title: (what: string) => `Why: ${what}`,
    topics: {
      score: 'The estimated score',
      chance: 'The chance to pass',
      tasks: 'The task statements',
      trend: 'The weeks',
      raise: 'What would raise it most',
    },
    topicOf: (domain: string) => domain,
    rests: (counted: number, given: number) =>
      `It rests on **${answers(counted)}** that count, of ${number(given)} in the last 400 days.`,
    worth: (sum: number, oldest: string) =>
      `Together they weigh as much as ${number(sum)} fresh ones; the oldest is from ${date(oldest)}.`,
    weights:
      'Weights: a first encounter counts in full, a repeat after more than 21 days half, an earlier one not at all; an answer loses half of its weight in 30 days. What came within a week after the key was shown counts nothing.',
    difficulty: (learned: number, all: number) =>
      `How hard a question is comes from everybody’s first answers: ${number(learned)} of ${questions(all)} have some so far; the others are taken to be as hard as their level says.`,
    prior:
      'Before any answer, you are taken to be like most members; answers pull the estimate away from that.',
    sittings:
      'Two thousand possible members who answered like you each sit the exam once: the middle one is the score, nine of ten lie within the range.',
    scale: (mark: number, doubt: number) =>
      `How the provider turns right answers into a score is not published. Assumed is a straight line from guessing to the pass mark at ${percent(mark)} right, give or take ${percent(doubt)}, and on to all right.`,
    ofDomain: (offset: number): string =>
      offset >= 0
        ? 'You are better in it than in the exam as a whole, as far as the answers tell.'
        : 'You are weaker in it than in the exam as a whole, as far as the answers tell.',
    newest: 'The newest that count:',
    answer: ({ id, when, right }: { id: string; when: string; right: boolean }, weight: number) =>
      `${id} · ${when} · ${right ? 'right' : 'wrong'} · weight ${percent(weight)}`,
    none: 'No answer counts yet.',
    tasks:
      'A task statement is covered once you have answered three of its questions, or all where there are fewer, right or wrong.',
    task: (name: string, answered: number, all: number) => `${name}: ${answered} of ${all}`,
    trend:
      'Each week shows the last estimate of it. Where you did not look, it is what your answers up to then say by what is known of the questions today.',
    raise:
      'For each lesson: by how much the middle score would rise if your answers in it became as good as in your best domain. A lesson counts for as much as its questions in its domain.',
  },
};
