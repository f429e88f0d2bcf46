// Study plans, the next step, and the weekly message about them.
import { forms } from './forms.ts';

const { list, number, plural } = forms;
const weeks = (count: number) => plural(count, { one: '# week', other: '# weeks' });
const days = (count: number) => plural(count, { one: '# day', other: '# days' });
const lessons = (count: number) => plural(count, { one: '# lesson', other: '# lessons' });
const questions = (count: number) => plural(count, { one: '# question', other: '# questions' });
const reviews = (count: number) => plural(count, { one: '# review', other: '# reviews' });
const minutes = (count: number) => plural(count, { one: '# minute', other: '# minutes' });
const hours = (count: number) => plural(count, { one: '# hour', other: '# hours' });

export const plan = {
  command: {
    plan: { name: 'plan', description: 'Your study plan, week by week to the day of your exam' },
    examDate: { name: 'exam-date', description: 'The day of your exam, like 2026-12-24' },
    hours: { name: 'hours', description: 'Hours a week that you have (as many as it takes by default)' },
    next: { name: 'next', description: 'One thing to do now, and why' },
  },
  noPlan: (exam: string) => `There is no study plan for ${exam} yet: \`/next\` still finds something to do.`,
  date: {
    unreadable: (typed: string, example: string) =>
      `**exam-date**: I cannot read “${typed}” as a date: write it like \`${example}\`.`,
    past: (typed: string) => `**exam-date**: “${typed}” is not ahead of us: choose tomorrow or later.`,
    tooFar: (typed: string) => `**exam-date**: “${typed}” is more than a year away: choose a nearer day.`,
  },
  none: {
    title: (code: string) => `Your way to ${code}`,
    what: 'A plan says what to do in each week: lessons, questions, reviews, something to build, mock exams. What you do ticks itself off, and missed days are planned anew.',
    date: 'When you know the day of your exam: `/plan exam-date:`. Otherwise begin today:',
    line: (name: string, count: number, each: number) =>
      `**${name}**: ${weeks(count)} of about ${hours(each)}`,
  },
  over: {
    title: (code: string, when: string) => `Your ${code} was on ${when}`,
    today: (code: string) => `Today you sit ${code}`,
    how: 'Tell how it went with `/exam result`: only you see it. If it is still ahead, move it with `/plan exam-date:`.',
    luck: 'You have done what you could. Read how the day goes, then close this and breathe. Good luck!',
  },
  title: (code: string, when: string) => `Study plan: ${code} on ${when}`,
  place: (week: number, all: number, left: number) =>
    `Week ${number(week)} of ${number(all)} · ${days(left)} to go`,
  hours: (each: number) => `about ${hours(each)} a week`,
  successor: (old: string, until: string, code: string) =>
    `**This plan is for ${code}:** the last day of ${old} is ${until}. Nothing you have done is lost.`,
  provisional: (code: string) => `What ${code} asks is not final yet: the plan follows when it is.`,
  thisWeek: 'This week:',
  nextWeek: 'Next week:',
  week: (week: number) => `Week ${number(week)}:`,
  span: (from: string, to: string) => `${from} – ${to}`,
  done: 'done',
  moreLessons: (count: number) => `□ and ${lessons(count)} more`,
  questions: (done: number, all: number) => `Questions: ${number(done)} of ${number(all)}`,
  reviews: (done: number, all: number) => `Reviews: ${number(done)} of ${number(all)}`,
  task: (title: string) => `To build: ${title}`,
  mocks: { full: 'Mock exam: full', half: 'Mock exam: half', domain: 'Mock exam: weakest domain' },
  lessonCount: lessons,
  questionCount: questions,
  reviewCount: reviews,
  oneTask: 'something to build',
  leftOut: (tasks: number, mocks: number) =>
    `Left out to fit your hours: ${list([
      ...(tasks > 0 ? [plural(tasks, { one: '# hands-on task', other: '# hands-on tasks' })] : []),
      ...(mocks > 0 ? [plural(mocks, { one: '# mock exam', other: '# mock exams' })] : []),
    ])}.`,
  isOver: (needed: number, each: number) =>
    `⚠️ This week takes about ${hours(needed)}, more than ${hours(each)}: more hours or a later date make it fit (\`/plan\`).`,
  buttons: {
    next: 'What now?',
    all: 'All weeks',
    task: 'To build',
    day: 'The day of the exam',
    ics: 'Calendar file',
    booked: 'I have booked it',
    back: 'Back to the plan',
    earlier: 'Earlier',
    later: 'Later',
  },
  remind: {
    start: 'Remind me weekly',
    stop: 'No more reminders',
    refused:
      '⚠️ I could not send you the weekly message: Discord does not let me write to you. Allow direct messages from me, then press *Remind me weekly*.',
    none: 'No further week begins before your exam: there is nothing to remind you of.',
  },
  handsOn: {
    place: (time: number, about: readonly string[]) => `${minutes(time)} · lessons ${list(about)}`,
    steps: 'Steps',
    cleanUp: 'Clean up:',
    cost: 'Cost:',
    done: 'Done',
    notDone: 'Not done after all',
  },
  day: {
    title: 'The day of the exam',
    choose: 'What to read about',
    nothing: 'Nothing has been written about the day of this exam.',
  },
  calendar: {
    name: (code: string) => `Study plan for ${code}`,
    how: 'Your plan as a calendar file. Taken in again later, it changes the weeks and adds none twice.',
    week: (week: number, code: string) => `Week ${number(week)} of studying for ${code}`,
    exam: (code: string) => `Exam: ${code}`,
    examHow: 'Good luck! /plan says how the day goes.',
  },
  next: {
    nothing: 'There is nothing to do here: no exam is loaded.',
    takes: (time: number) => `about ${minutes(time)}`,
    other: 'Something else',
    lessonQuestions: '5 questions about it',
    makePlan: (code: string) => ({
      what: 'Make a plan',
      why: `So that each week says what to do for ${code}, and nothing is left to the last evening.`,
      button: 'Make a plan',
    }),
    examOver: (code: string) => ({
      what: 'Say how your exam went',
      why: `The day that you planned for ${code} is behind you. Or move it, or begin a new plan.`,
      button: 'Look at the plan',
    }),
    examDay: (code: string, left: number) => ({
      what: 'Read how the day of the exam goes',
      why:
        left <= 0
          ? `Today you sit ${code}.`
          : plural(left, { one: `Tomorrow you sit ${code}.`, other: `In # days you sit ${code}.` }),
      button: 'The day of the exam',
    }),
    book: (code: string, left: number) => ({
      what: `Book your place for ${code}`,
      why: `Your day is ${days(left)} away, and good hours are taken first. Book with the provider, then say so here.`,
      button: 'I have booked it',
    }),
    lesson: (title: string, isAhead: boolean) => ({
      what: `Lesson ${title}`,
      why: isAhead
        ? 'You are through with this week: this one is next in your plan.'
        : 'It is the next one in this week of your plan.',
      button: 'Read it',
    }),
    task: (title: string) => ({
      what: `Build: ${title}`,
      why: 'What your own hands have built is remembered. It is in this week of your plan.',
      button: 'See the steps',
    }),
    mock: {
      full: (_domain: string) => ({
        what: 'Sit a full mock exam',
        why: 'Your plan has one this week: with the clock of the real one, it shows where you stand.',
        button: 'Look at the exam',
      }),
      half: (_domain: string) => ({
        what: 'Sit half a mock exam',
        why: 'Your plan has one this week: it shows what of the lessons has stayed.',
        button: 'Look at the exam',
      }),
      domain: (domain: string) => ({
        what: `Sit a mock exam of one domain: ${domain}`,
        why: 'Your plan has one this week, and this domain is your weakest.',
        button: 'Look at the exam',
      }),
    },
    questions: ({ domain, count }: { domain: string; count: number }, isPlanned: boolean) => ({
      what: `Answer ${questions(count)}: ${domain}`,
      why: isPlanned
        ? 'This week of your plan still has questions, and this domain is your weakest.'
        : 'It is always worth while, and this domain needs it most.',
      button: plural(count, { one: 'Ask me', other: 'Ask me #' }),
    }),
  },
  digest: {
    title: (week: number, all: number) => `Week ${number(week)} of ${number(all)} begins`,
    exam: (code: string, when: string) => `${code} on ${when}`,
    did: (done: { lessons: number; questions: number; reviews: number; exams: number }) => {
      const parts = [
        ...(done.lessons > 0 ? [lessons(done.lessons)] : []),
        ...(done.questions > 0 ? [questions(done.questions)] : []),
        ...(done.reviews > 0 ? [reviews(done.reviews)] : []),
        ...(done.exams > 0 ? [plural(done.exams, { one: '# mock exam', other: '# mock exams' })] : []),
      ];
      return parts.length === 0
        ? 'Last week was a quiet one: the plan has moved, and goes on from here.'
        : `Last week: ${list(parts)}. Well done!`;
    },
    now: 'This week:',
    how: 'Use `/next`, here or in your study group’s server, for one thing at a time.',
    result:
      'How did it go? `/exam result`, here or in your study group’s server, notes it: only you see it, and it helps to check how good the estimates are.',
    once: 'You are asked this once: you need not say.',
    off: 'You asked for this message; `/plan` turns it off.',
    answer: 'Answer one now',
  },
};
