// Was in Bildern steht, und was sie denen sagen, die sie nicht sehen.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent, plural } = forms;

export const pictures: Words['pictures'] = {
  board: (title, scope, rows) => `${title} (${scope}): ${rows.join('; ')}`,
  boardRow: (rank, name, worth) => `${rank}. ${name}: ${worth}`,
  day: (date, mark) => `${date}: ${mark}`,
  daysOf: (count, mark) => `${plural(count, { one: '# Tag', other: '# Tage' })} ${mark}`,
  days: (count) => plural(count, { one: 'Der letzte Tag', other: 'Die letzten # Tage' }),
  weeks: (count) => plural(count, { one: 'Die Schätzung einer Woche', other: 'Die Schätzung über # Wochen' }),
  domains: 'Gebiete',
  ninety: 'mit der Spanne von neun aus zehn',
  range: (low, high) => `zwischen ${number(low)} und ${number(high)}`,
  passMark: (score) => `bestanden ab ${number(score)}`,
  score: ({ score, low, high, pass }) =>
    `Geschätzte Punktzahl ${number(score)}, zwischen ${number(low)} und ${number(high)}; bestanden ab ${number(pass)}`,
  chance: (share) => `${percent(share)} Aussicht`,
  shareWithRange: (share, low, high) =>
    `${percent(share)} (${number(Math.round(100 * low))}–${percent(high)})`,
  coverage: 'Abgedeckte Prüfungsaufgaben',
  covered: (covered, of) => `${number(covered)} von ${number(of)}`,
  right: (right, of) => `${number(right)} von ${number(of)} richtig`,
  meets: 'erfüllt',
  needsWork: 'ausbaufähig',
  median: (seconds) =>
    `Die Hälfte der Fragen ging schneller als ${plural(Math.round(seconds), { one: '# Sekunde', other: '# Sekunden' })}`,
};
