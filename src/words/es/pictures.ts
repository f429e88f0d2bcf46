// Lo que se lee en las imágenes, y lo que dicen a quien no las ve.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { number, percent, plural } = forms;

export const pictures: Words['pictures'] = {
  board: (title, scope, rows) => `${title} (${scope}): ${rows.join('; ')}`,
  boardRow: (rank, name, worth) => `${rank}. ${name}: ${worth}`,
  day: (date, mark) => `${date}: ${mark}`,
  daysOf: (count, mark) => `${plural(count, { one: '# día', other: '# días' })}: ${mark}`,
  days: (count) => plural(count, { one: 'El último día', other: 'Los últimos # días' }),
  weeks: (count) =>
    plural(count, { one: 'La estimación de una semana', other: 'La estimación a lo largo de # semanas' }),
  domains: 'Dominios',
  ninety: 'con el intervalo de nueve de cada diez',
  range: (low, high) => `entre ${number(low)} y ${number(high)}`,
  passMark: (score) => `se aprueba con ${number(score)}`,
  score: ({ score, low, high, pass }) =>
    `Puntuación estimada: ${number(score)}, entre ${number(low)} y ${number(high)}; se aprueba con ${number(pass)}`,
  chance: (share) => `${percent(share)} de aprobar`,
  shareWithRange: (share, low, high) =>
    `${percent(share)} (${number(Math.round(100 * low))}–${percent(high)})`,
  coverage: 'Tareas del temario cubiertas',
  covered: (covered, of) => `${number(covered)} de ${number(of)}`,
  right: (right, of) => `aciertos: ${number(right)} de ${number(of)}`,
  meets: 'cumple',
  needsWork: 'a reforzar',
  median: (seconds) =>
    `La mitad de las preguntas llevó menos de ${plural(Math.round(seconds), { one: '# segundo', other: '# segundos' })}`,
};
