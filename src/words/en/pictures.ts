// What stands in pictures, and what they say to those who do not see them.
import { forms } from './forms.ts';

const { number, percent, plural } = forms;

export const pictures = {
  board: (title: string, scope: string, rows: readonly string[]) => `${title} (${scope}): ${rows.join('; ')}`,
  boardRow: (rank: number, name: string, worth: string) => `${rank}. ${name}: ${worth}`,
  day: (date: string, mark: string) => `${date}: ${mark}`,
  daysOf: (count: number, mark: string) => `${plural(count, { one: '# day', other: '# days' })} ${mark}`,
  days: (count: number) => plural(count, { one: 'The last day', other: 'The last # days' }),
  weeks: (count: number) =>
    plural(count, { one: 'The estimate of one week', other: 'The estimate over # weeks' }),
  domains: 'Domains',
  ninety: 'with the range of nine in ten',
  range: (low: number, high: number) => `between ${number(low)} and ${number(high)}`,
  passMark: (score: number) => `${number(score)} passes`,
  score: ({ score, low, high, pass }: { score: number; low: number; high: number; pass: number }) =>
    `Estimated score ${number(score)}, between ${number(low)} and ${number(high)}; ${number(pass)} passes`,
  chance: (share: number) => `${percent(share)} to pass`,
  shareWithRange: (share: number, low: number, high: number) =>
    `${percent(share)} (${number(Math.round(100 * low))}–${percent(high)})`,
  coverage: 'Task statements covered',
  covered: (covered: number, of: number) => `${number(covered)} of ${number(of)}`,
  right: (right: number, of: number) => `${number(right)} of ${number(of)} right`,
  meets: 'meets',
  needsWork: 'needs work',
  median: (seconds: number) =>
    `Half of the questions took less than ${plural(Math.round(seconds), { one: '# second', other: '# seconds' })}`,
};
