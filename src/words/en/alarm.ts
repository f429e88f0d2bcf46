// What answers say against a question, in one line each: the evidence of a ticket.
import { forms } from './forms.ts';

const { percent } = forms;
const answers = (count: number) => forms.plural(count, { one: '# first answer', other: '# first answers' });
const rounded = (value: number) => value.toFixed(2);

export const alarm = {
  levels: { 1: 'easy', 2: 'medium', 3: 'hard' },
  wrongKey: (of: { answers: number; option: string; weakest: number; best: number }) =>
    `Option ${of.option} behaves like the key in ${answers(of.answers)}: ${percent(of.weakest)} of the picks of the weakest third, ${percent(of.best)} of the best.`,
  secondKey: (of: { answers: number; option: string; weakest: number; best: number }) =>
    `Option ${of.option} behaves like a second key in ${answers(of.answers)}: ${percent(of.weakest)} of the picks of the weakest third, ${percent(of.best)} of the best.`,
  rivalOption: (of: { answers: number; option: string; correlation: number; ofKey: number }) =>
    `Option ${of.option} goes with ability (${rounded(of.correlation)}) more than the key does (${rounded(of.ofKey)}), in ${answers(of.answers)}.`,
  negativeDiscrimination: (of: { answers: number; discrimination: number }) =>
    `The weaker get it right more often than the better: discrimination ${rounded(of.discrimination)} in ${answers(of.answers)}.`,
  hardlyAnybody: (of: { answers: number; shareRight: number }) =>
    `Hardly anybody gets it right: ${percent(of.shareRight)} of ${answers(of.answers)}.`,
  nearlyEverybody: (of: { answers: number; shareRight: number }) =>
    `Nearly everybody gets it right: ${percent(of.shareRight)} of ${answers(of.answers)}.`,
  level: (of: { answers: number; level: string; fits: string }) =>
    `It is marked ${of.level}, and is ${of.fits} by ${answers(of.answers)}.`,
};
