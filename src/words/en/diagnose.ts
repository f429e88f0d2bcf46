// The diagnosis: thirty questions that find out where somebody stands.
import { forms } from './forms.ts';

const { number, plural } = forms;
const questions = (count: number) => plural(count, { one: '# question', other: '# questions' });

export const diagnose = {
  command: {
    diagnose: { name: 'diagnose', description: 'Find out where you stand: 30 questions, only for you' },
  },
  title: (code: string) => `Where do you stand? ${code}`,
  intro: {
    what: (count: number, minutes: number) =>
      `**${questions(count)}, about ${number(minutes)} minutes.** Each next one is chosen by your answers so far.`,
    how: 'An answer is final, and nothing is said about it before the end; then come your level by domain and three lessons that help most.',
    goesOn: 'Stop whenever you like: `/diagnose` goes on where you left it.',
    practice: 'Nothing of it is rated, and only you see it.',
    begin: 'Begin',
  },
  position: (position: number, size: number) => `Question ${position} of ${size}`,
  resumed: 'You had begun already: this is where you left it.',
  old: 'This message is old and may stop answering soon: `/diagnose` goes on in a new one.',
  done: (count: number) => `That was the last of ${questions(count)}. This is where you stand:`,
  plan: '`/plan` makes it into weeks up to your exam.',
  gone: 'This diagnosis is over, or was not yours: `/diagnose` begins one.',
  noQuestions:
    'This exam has no questions yet: in a server an admin chooses another with `/setup server`, elsewhere you do with `/settings exam`.',
};
