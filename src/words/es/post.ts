// Una pregunta publicada: abierta, cerrada, resuelta.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, percent, plural } = forms;

export const post: Words['post'] = {
  select: { 1: 'Elige UNA', 2: 'Elige DOS', 3: 'Elige TRES' },
  difficulty: { 1: 'fácil', 2: 'media', 3: 'difícil' },
  worth: (difficulty, points) => `${difficulty} (${plural(points, { one: '# punto', other: '# puntos' })})`,
  domain: (id, name) => `Dominio ${id}: ${name}`,
  source: {
    round: (position, size) => `Pregunta ${position} de ${size}`,
    privateRound: (position, size) => `Pregunta ${position} de ${size}, solo para ti`,
    private: 'Solo para ti',
    daily: 'Pregunta del día',
    dailyLate: 'Pregunta del día (publicada con retraso)',
    test: 'Publicación de prueba, sin puntos',
  },
  closed: 'cerrada',
  closes: (when) => `se cierra ${when}`,
  answered: (count) =>
    count === 0 ? 'sin respuestas todavía' : plural(count, { one: '# respuesta', other: '# respuestas' }),
  closeNow: 'Cerrar ya',
  endRound: 'Terminar ronda',
  fewer: (count) =>
    plural(count, {
      one: 'Solo hay # pregunta sobre esto.',
      other: 'Solo hay # preguntas sobre esto: salen todas.',
    }),
  choose: { 1: 'Elige UNA opción', 2: 'Elige DOS opciones', 3: 'Elige TRES opciones' },
  right: 'correcta',
  wrong: 'incorrecta',
  chosenBy: (count, all, share) => `${count} de ${all} (${percent(share)})`,
  remember: '**Recuerda:**',
  nobody: 'Nadie respondió esta pregunta.',
  result: (right, all, share) =>
    plural(all, {
      one: `**${right} de #** respuesta correcta (${percent(share)}).`,
      other: `**${right} de #** respuestas correctas (${percent(share)}).`,
    }),
  rightMembers: (names) =>
    plural(names.length, { one: `Acertó: ${list(names)}`, other: `Acertaron: ${list(names)}` }),
  more: (count) => plural(count, { one: '# más', other: '# más' }),
  reasoning: 'Explicación de cada opción',
  letters: (letters) => list(letters),
  thread: {
    daily: (date) => `Pregunta del día, ${date}`,
    question: 'Pregunta',
  },
};
