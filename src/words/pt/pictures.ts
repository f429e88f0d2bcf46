// O que está nas imagens e o que elas dizem a quem não as vê.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent, plural } = forms;

export const pictures: Words['pictures'] = {
  board: (title, scope, rows) => `${title} (${scope}): ${rows.join('; ')}`,
  boardRow: (rank, name, worth) => `${rank}. ${name}: ${worth}`,
  day: (date, mark) => `${date}: ${mark}`,
  daysOf: (count, mark) => plural(count, { one: `# dia: ${mark}`, other: `# dias: ${mark}` }),
  days: (count) => plural(count, { one: 'O último dia', other: 'Os últimos # dias' }),
  weeks: (count) =>
    plural(count, { one: 'A estimativa de uma semana', other: 'A estimativa ao longo de # semanas' }),
  domains: 'Domínios',
  ninety: 'com a faixa de nove em cada dez',
  range: (low, high) => `entre ${number(low)} e ${number(high)}`,
  passMark: (score) => `${number(score)} aprova`,
  score: ({ score, low, high, pass }) =>
    `Nota estimada ${number(score)}, entre ${number(low)} e ${number(high)}; ${number(pass)} aprova`,
  chance: (share) => `${percent(share)} de chance`,
  shareWithRange: (share, low, high) =>
    `${percent(share)} (${number(Math.round(100 * low))}–${percent(high)})`,
  coverage: 'Tarefas do guia cobertas',
  covered: (covered, of) => `${number(covered)} de ${number(of)}`,
  right: (right, of) => `${number(right)} de ${number(of)} certas`,
  meets: 'atende',
  needsWork: 'precisa melhorar',
  median: (seconds) =>
    `Metade das questões levou menos de ${plural(Math.round(seconds), { one: '# segundo', other: '# segundos' })}`,
};
