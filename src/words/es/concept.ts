// La ficha de un concepto.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const concept: Words['concept'] = {
  command: {
    concept: {
      name: 'concepto',
      description: 'Consulta un concepto: qué es, dónde se enseña y cuánto se pregunta',
    },
    which: { name: 'nombre', description: 'El nombre de un concepto, u otra palabra para él' },
  },
  taught: (lesson) => `Se enseña en **${lesson}**`,
  frequency: {
    high: 'Se pregunta **mucho** en el examen',
    medium: 'Se pregunta **de vez en cuando** en el examen',
    low: 'Se pregunta **poco** en el examen',
  },
  questions: (count, code) =>
    plural(count, { one: `**#** pregunta para ${code}`, other: `**#** preguntas para ${code}` }),
  flashcards: (count) => plural(count, { one: '# tarjeta', other: '# tarjetas' }),
  ask: 'Hazme una pregunta',
  read: (lesson) => `Leer la lección ${lesson}`,
  page: 'Documentación',
  others: 'Más de la misma lección',
  unknown: (typed) =>
    `No conozco el concepto “${typed}”: empieza a escribir en \`nombre\` y elige de la lista.`,
};
