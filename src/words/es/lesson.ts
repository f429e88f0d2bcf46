// Lecciones: la lista, las páginas, lo que viene después de leer.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const lesson: Words['lesson'] = {
  command: {
    lesson: {
      name: 'lecciones',
      description: 'Lee el curso: módulos, lecciones, trampas, lo esencial en cinco líneas',
    },
    which: {
      name: 'lección',
      description: 'Una lección por número, título o lo que enseña; si está vacío, todas',
    },
  },
  title: 'Lecciones',
  progress: (done, lessons) => `${done} de ${lessons} hechas`,
  chooseModule: 'Elige un módulo',
  chooseLesson: 'Elige una lección',
  goOn: (id, title) => `Seguir con ${id} ${title}`,
  allModules: 'Todas las lecciones',
  page: (page, pages) => `página ${page} de ${pages}`,
  isDone: 'hecha',
  headings: {
    'The problem': 'El problema',
    'How it works': 'Cómo funciona',
    Figure: 'De un vistazo',
    'Which one when': 'Cuándo usar cada uno',
    'Two traps': 'Dos trampas',
    'Worked scenario': 'Un escenario resuelto',
    'Check yourself': 'Compruébalo',
    'In five lines': 'En cinco líneas',
  },
  part: (heading, part, parts) => `${heading} (${part} de ${parts})`,
  back: 'Atrás',
  on: 'Página siguiente',
  toEnd: 'Ir al final',
  concepts: 'Consulta un concepto de esta lección',
  quiz: (size) => `Miniquiz: ${size}`,
  cards: (cards) => forms.plural(cards, { one: '# tarjeta', other: '# tarjetas' }),
  done: 'Hecha',
  undo: 'Desmarcar como hecha',
  nextLesson: (id, title) => `${id} ${title}`,
  resources: 'Para escuchar',
  resource: (title, kind, minutes) =>
    minutes === null ? `${kind}: ${title}` : `${kind}, ${minutes} min: ${title}`,
  kinds: { podcast: 'Pódcast', talk: 'Charla', course: 'Curso' },
  none: 'Todavía no hay lecciones para esta edición del examen.',
  gone: 'Esta lección ya no forma parte del examen que se prepara aquí: `/lecciones` muestra las que hay.',
  unknown: (typed) =>
    `No tengo ninguna lección sobre “${typed}”: empieza a escribir en \`lección\` y elige de la lista, o déjalo vacío para verlas todas.`,
};
