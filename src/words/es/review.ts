// Volver a ver preguntas y tarjetas: el comando, las tarjetas, en qué quedan, el archivo para Anki.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const review: Words['review'] = {
  menu: 'Añadir a mi repaso',
  command: {
    review: {
      name: 'repaso',
      description: 'Preguntas y tarjetas que vuelven antes de que las olvides',
    },
    export: { name: 'exportar', description: 'Todas tus tarjetas en un archivo para Anki, solo para ti' },
  },
  formats: { apkg: 'Paquete de Anki (.apkg)', text: 'Texto para Anki (.txt)' },

  comesAgain: 'Vuelve mañana en tu `/repaso`.',
  add: 'Añadir al repaso',
  added: 'Añadida: es la próxima en tu `/repaso`.',
  addedBefore: 'Ya está en tu `/repaso`, y sale cuando le toca.',
  gone: 'Esta pregunta ya no está en el banco.',

  title: 'Repaso',
  flashcard: 'Tarjeta',
  more: (cards) =>
    cards === 0 ? 'la última de hoy' : plural(cards, { one: 'hoy queda # más', other: 'hoy quedan # más' }),
  rekeyed: 'La solución de esta pregunta ha cambiado desde que la viste: empieza de nuevo.',
  retired: (cards) =>
    plural(cards, {
      one: '# tarjeta ha salido de tu repaso: ya no está en el banco.',
      other: '# tarjetas han salido de tu repaso: ya no están en el banco.',
    }),
  stale: 'Esa tarjeta ya tenía nota, o ha cambiado: esto es lo que toca ahora.',

  howSure: (mine) => `Elegiste ${mine}. ¿Cómo respondiste?`,
  sure: { guess: 'Al azar', unsure: 'Con dudas', sure: 'Con seguridad' },
  change: 'Cambiar',
  show: 'Mostrar',
  grades: { again: 'Otra vez', hard: 'Difícil', good: 'Bien', easy: 'Fácil' },
  next: 'Siguiente tarjeta',
  when: (when) => `Vuelve: ${when}`,
  guessed: 'Si acertaste al azar, cuenta como algo que aún no sabes.',
  leech: (lesson) => `Esta la has olvidado muchas veces: vuelve a leer la lección ${lesson}, que ayuda más.`,

  done: {
    title: 'No hay nada pendiente',
    enough: 'Por hoy es suficiente: lo demás puede esperar sin problema.',
    next: (when) => `Próxima tarjeta: ${when}`,
    empty:
      'Tu repaso está vacío: lo que falles entra solo, y **Añadir al repaso**, debajo de una respuesta, añade una pregunta.',
    weakest: (domain) => `Mientras tanto, tu parte más floja merece una pregunta: ${domain}.`,
    quiz: (domain) => `Pregúntame: ${domain}`,
  },

  nextStep: (cards) => ({
    what: plural(cards, { one: 'Repasa # tarjeta', other: 'Repasa # tarjetas' }),
    why: plural(cards, {
      one: 'Toca hoy: un rato ahora ahorra tener que aprenderla de nuevo.',
      other: 'Tocan hoy: un rato ahora ahorra tener que aprenderlas de nuevo.',
    }),
    button: 'Repasar',
  }),
  exported: 'Tus tarjetas para Anki',
  exportHow: (cards) =>
    plural(cards, {
      one: '# tarjeta. Ábrela en Anki con *Archivo → Importar*: si importas un archivo más nuevo, se actualizan las tarjetas y se conserva tu calendario de repasos.',
      other:
        '# tarjetas. Ábrelas en Anki con *Archivo → Importar*: si importas un archivo más nuevo, se actualizan las tarjetas y se conserva tu calendario de repasos.',
    }),
  exportEmpty: 'Todavía no hay nada que exportar: tu repaso no tiene tarjetas.',
  anki: { right: 'Correcta', why: 'Por qué', remember: 'Recuerda', read: 'Leer' },
};
