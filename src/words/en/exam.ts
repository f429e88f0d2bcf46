// Mock exams: starting one, its screens, what it says at the end.
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;
const questions = (count: number) => plural(count, { one: '# question', other: '# questions' });
const minutes = (count: number) => plural(count, { one: '# minute', other: '# minutes' });

export const exam = {
  command: {
    exam: { name: 'exam', description: 'Mock exams: only for you, with the clock of the real one' },
    start: { name: 'start', description: 'Begin a mock exam' },
    continue: { name: 'continue', description: 'Go on with your running exam in a fresh message' },
    history: { name: 'history', description: 'All your mock exams, and where they are heading' },
    result: { name: 'result', description: 'Tell how the real exam went: only you see it' },
    size: { name: 'size', description: 'How long (the full exam by default)' },
    domain: { name: 'domain', description: 'Only one domain of the exam' },
    extraTime: { name: 'extra-time', description: '30 more minutes, as for non-native speakers' },
    edition: { name: 'edition', description: 'Another exam or edition than yours here' },
    passed: { name: 'passed', description: 'Whether you passed' },
    score: { name: 'score', description: 'The scaled score of your report, 100 to 1,000' },
    date: { name: 'date', description: 'The day you sat it, like 2026-12-05 (today by default)' },
  },
  sizes: { full: 'Full exam', half: 'Half an exam', domain: 'One domain' },
  title: (size: string, code: string) => `${size}, ${code}`,
  titleOf: (size: string, code: string, domain: string) => `${size}, ${code}: ${domain}`,
  intro: {
    what: (count: number, time: number) =>
      `**${questions(count)} in ${minutes(time)}.** The clock starts with *Begin*.`,
    extra: (time: number) => `Of these, ${minutes(time)} are extra time.`,
    unscored: (count: number) =>
      plural(count, {
        one: '# question is not scored, as in the real exam; nobody can tell which.',
        other: '# questions are not scored, as in the real exam; nobody can tell which.',
      }),
    rules:
      'No feedback before the end. Answers can be changed, questions flagged and left for later; what is still open at the end is wrong.',
    goesOn: 'Close Discord if you like: the clock runs on, and `/exam continue` brings you back.',
    practice: 'Nothing of it counts for the leaderboard.',
    begin: 'Begin',
  },
  position: (position: number, size: number) => `Question ${position} of ${size}`,
  flagged: 'flagged',
  ends: (when: string) => `ends ${when}`,
  away: (time: number) => `moved by ${minutes(time)}, because the bot was away`,
  yourAnswer: (letters: readonly string[]) => `your answer: **${list(letters)}**`,
  unanswered: 'not answered yet',
  previous: 'Previous',
  next: 'Next',
  flag: 'Flag',
  unflag: 'Unflag',
  overview: 'Overview',
  grid: {
    title: (answered: number, size: number) => `${answered} of ${size} answered`,
    counts: (open: number, flagged: number) => `${number(open)} open, ${number(flagged)} flagged`,
    legend: '`■` answered, `□` open, `*` flagged',
    jump: 'Go to a question',
    state: { answered: 'answered', open: 'open' },
    filters: { all: 'All', open: 'Only open', flagged: 'Only flagged' },
    none: { all: 'There are no questions.', open: 'None is open.', flagged: 'None is flagged.' },
    back: (position: number) => `Back to question ${position}`,
    submit: 'Submit',
  },
  confirm: {
    title: 'Submit the exam?',
    open: (count: number) =>
      count === 0
        ? 'All questions are answered.'
        : plural(count, {
            one: '**# question is open** and would be wrong.',
            other: '**# questions are open** and would be wrong.',
          }),
    final: 'Nothing can be changed afterwards.',
    yes: 'Submit now',
    no: 'Back to the questions',
  },
  running: {
    title: 'You have an exam running',
    what: (title: string, answered: number, size: number) => `**${title}**: ${answered} of ${size} answered.`,
    how: 'Go on with it, or submit it; then another one can begin.',
    go: 'Go on',
  },
  nextStep: (open: number) => ({
    what: 'Go on with your mock exam',
    why:
      open === 0
        ? 'Its clock is running, and all questions are answered: submit it.'
        : plural(open, {
            one: 'Its clock is running, and # question is open.',
            other: 'Its clock is running, and # questions are open.',
          }),
    button: 'Go on',
  }),
  none: 'You have no exam running: `/exam start` begins one, `/exam history` shows those before.',
  gone: 'This exam is over, or was not yours: `/exam history` shows yours.',
  noQuestions: 'There are no questions for that: choose an exam, edition and domain from the lists.',
  result: {
    right: (right: number, size: number) =>
      `${right} of ${size} right (${percent(size === 0 ? 0 : right / size)})`,
    timeUp: 'Time was up: it was submitted as it stood.',
    submitted: (when: string) => `Submitted ${when}.`,
    open: (count: number) =>
      plural(count, { one: '# question was left open.', other: '# questions were left open.' }),
    score: ({ score, low, high }: { score: number; low: number; high: number }, pass: number) =>
      `**Estimated score ${number(score)}** (${number(low)}–${number(high)}); ${number(pass)} is a pass.`,
    verdict: {
      above: 'The whole range is above the pass mark, as hard as this bank is.',
      around: 'The pass mark lies within the range: on a day like this it could go either way.',
      below: 'The whole range is below the pass mark.',
    },
    basis: (scored: number) =>
      `By the ${questions(scored)} that are scored. How the provider scales scores is not published: this is an estimate.`,
    domain: (name: string, right: number, items: number) => `**${name}**: ${right} of ${items}`,
    meets: 'meets',
    needsWork: 'needs work',
    domains: 'By domain',
    time: (median: string) => `Time per question: ${median} for the one in the middle.`,
    slowest: (positions: readonly string[]) => `Longest: ${list(positions)}.`,
    slow: (position: number, time: string) => `question ${position} (${time})`,
    missed: (count: number) => `Missed (${count})`,
    flagged: (count: number) => `Flagged (${count})`,
    everything: 'All questions',
    toReview: 'Add missed to review',
    share: 'Share a summary',
    back: 'Back to the result',
  },
  review: {
    title: { missed: 'Missed', flagged: 'Flagged', all: 'All questions' },
    place: (index: number, count: number) => `${index} of ${count}`,
    right: 'right',
    wrong: 'wrong',
    open: 'left open',
  },
  added: (count: number) =>
    count === 0
      ? 'All of them are in your review already.'
      : plural(count, {
          one: '# question was added to your review.',
          other: '# questions were added to your review.',
        }),
  sharing: {
    ask: 'What may everybody here see?',
    score: 'Right answers and score',
    domains: 'And the domains',
  },
  shared: (name: string, title: string) => `${name} finished a mock exam: ${title}`,
  history: {
    title: 'Your mock exams',
    empty: 'You have sat no mock exam yet: `/exam start` begins one.',
    line: ({ when, title }: { when: string; title: string }, right: number, size: number) =>
      `${when} · ${title} · ${right} of ${size} (${percent(size === 0 ? 0 : right / size)})`,
    score: (score: number) => `about ${number(score)}`,
    trend: (change: number, since: number) =>
      change > 0
        ? `Over your last ${since} full or half exams the estimate rose by ${number(change)}.`
        : change < 0
          ? `Over your last ${since} full or half exams the estimate fell by ${number(-change)}.`
          : `Over your last ${since} full or half exams the estimate stayed the same.`,
    open: 'Look at one again',
    real: (when: string, code: string, passed: string) => `${when} · the real ${code}: ${passed}`,
    passed: (score: number | null) => (score === null ? '**passed**' : `**passed** with ${number(score)}`),
    failed: (score: number | null) => (score === null ? 'not passed' : `not passed, ${number(score)}`),
  },
  told: {
    passed: (code: string) => `Congratulations! ${code} passed is noted, and only you see it.`,
    failed: (code: string) =>
      `Noted, and only you see it. Before you sit ${code} again, \`/exam start\` shows where you stand.`,
    why: 'It also helps to check how good the estimates are; `/privacy delete` removes it, with all else about you.',
    badDate: '**date**: write it like `2026-12-05`, not later than today.',
    badScore: (least: number, most: number) =>
      `**score**: it lies between ${number(least)} and ${number(most)}.`,
    contradiction: (pass: number) =>
      `**score** and **passed** do not go together: ${number(pass)} and more is a pass.`,
  },
};
