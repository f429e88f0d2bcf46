// Ce qui figure sur les images, et ce qu’elles disent à qui ne les voit pas.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent, plural } = forms;

export const pictures: Words['pictures'] = {
  board: (title, scope, rows) => `${title} (${scope}) : ${rows.join(' ; ')}`,
  boardRow: (rank, name, worth) => `${rank}. ${name} : ${worth}`,
  day: (date, mark) => `${date} : ${mark}`,
  daysOf: (count, mark) => `${plural(count, { one: '# jour', other: '# jours' })} : ${mark}`,
  days: (count) => plural(count, { one: 'Le dernier jour', other: 'Les # derniers jours' }),
  weeks: (count) =>
    plural(count, { one: 'L’estimation d’une semaine', other: 'L’estimation sur # semaines' }),
  domains: 'Domaines',
  ninety: 'avec la fourchette de neuf cas sur dix',
  range: (low, high) => `entre ${number(low)} et ${number(high)}`,
  passMark: (score) => `réussi à ${number(score)}`,
  score: ({ score, low, high, pass }) =>
    `Score estimé : ${number(score)}, entre ${number(low)} et ${number(high)} ; réussi à ${number(pass)}`,
  chance: (share) => `${percent(share)} de chances`,
  shareWithRange: (share, low, high) =>
    `${percent(share)} (${number(Math.round(100 * low))}–${percent(high)})`,
  coverage: 'Énoncés de tâche couverts',
  covered: (covered, of) => `${number(covered)} sur ${number(of)}`,
  right: (right, of) => `${plural(right, { one: '# juste', other: '# justes' })} sur ${number(of)}`,
  meets: 'acquis',
  needsWork: 'à travailler',
  median: (seconds) =>
    `La moitié des questions a pris moins de ${plural(Math.round(seconds), { one: '# seconde', other: '# secondes' })}`,
};
