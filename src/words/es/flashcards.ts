// Tarjetas: mazos, anversos y reversos, notas.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const flashcards: Words['flashcards'] = {
  command: {
    flashcards: {
      name: 'tarjetas',
      description: 'Recorre un mazo de tarjetas; sin tema, sigue donde lo dejaste',
    },
    topic: {
      name: 'tema',
      description: 'Un dominio, módulo, lección o concepto, o los patrones más frecuentes',
    },
  },
  title: 'Tarjetas',
  intro: 'Responde mentalmente y luego mira: la respuesta está en la primera línea; la explicación, debajo.',
  decks: { all: 'Todas las tarjetas', high: 'Patrones más frecuentes' },
  cards: (count) => plural(count, { one: '# tarjeta', other: '# tarjetas' }),
  chooseDeck: 'Elige un mazo',
  choose: 'Otro mazo',
  position: (position, cards) => `${position} de ${cards}`,
  resumed: 'Sigues donde dejaste este mazo.',
  startOver: 'Volver a empezar',
  show: 'Mostrar',
  next: 'Siguiente',
  grades: { again: 'Otra vez', hard: 'Difícil', good: 'Bien', easy: 'Fácil' },
  due: (when) => `La tarjeta anterior vuelve ${when}.`,
  page: 'Documentación',
  finished: 'Ese era el mazo',
  seen: (deck, cards) => plural(cards, { one: `${deck}: # tarjeta`, other: `${deck}: # tarjetas` }),
  again: 'Una vez más',
  quiz: 'Miniquiz: 5',
  none: 'Todavía no hay tarjetas para esta edición del examen.',
  gone: 'Esta tarjeta ya no forma parte del examen que se prepara aquí.',
  unknown: (typed) =>
    `No tengo tarjetas sobre “${typed}”: empieza a escribir en \`tema\` y elige de la lista.`,
};
