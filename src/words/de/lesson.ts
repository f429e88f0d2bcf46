// Lektionen: die Liste, die Seiten, was nach dem Lesen kommt.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

export const lesson: Words['lesson'] = {
  command: {
    lesson: {
      name: 'lektion',
      description: 'Lies den Kurs: Module, Lektionen, Fallen, das Wichtigste in fünf Zeilen',
    },
    which: {
      name: 'lektion',
      description: 'Eine Lektion nach Nummer, Titel oder Inhalt; leer: alle',
    },
  },
  title: 'Lektionen',
  progress: (done, lessons) => `${done} von ${lessons} erledigt`,
  chooseModule: 'Wähle ein Modul',
  chooseLesson: 'Wähle eine Lektion',
  goOn: (id, title) => `Weiter mit ${id} ${title}`,
  allModules: 'Alle Lektionen',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  isDone: 'erledigt',
  headings: {
    'The problem': 'Das Problem',
    'How it works': 'So funktioniert es',
    Figure: 'Auf einen Blick',
    'Which one when': 'Was wann',
    'Two traps': 'Zwei Fallen',
    'Worked scenario': 'Ein Beispiel, durchdacht',
    'Check yourself': 'Prüfe dich',
    'In five lines': 'In fünf Zeilen',
  },
  part: (heading, part, parts) => `${heading} (${part} von ${parts})`,
  back: 'Zurück',
  on: 'Nächste Seite',
  toEnd: 'Zum Ende',
  concepts: 'Einen Begriff dieser Lektion nachschlagen',
  quiz: (size) => `Mini-Quiz: ${size}`,
  cards: (cards) => forms.plural(cards, { one: '# Lernkarte', other: '# Lernkarten' }),
  done: 'Erledigt',
  undo: 'Doch nicht erledigt',
  nextLesson: (id, title) => `${id} ${title}`,
  resources: 'Zum Anhören',
  resource: (title, kind, minutes) =>
    minutes === null ? `${kind}: ${title}` : `${kind}, ${minutes} Min.: ${title}`,
  kinds: { podcast: 'Podcast', talk: 'Vortrag', course: 'Kurs' },
  none: 'Zu dieser Ausgabe der Prüfung gibt es noch keine Lektionen.',
  gone: 'Diese Lektion gehört hier nicht mehr zur Prüfung: `/lektion` zeigt, was es gibt.',
  unknown: (typed) =>
    `Zu „${typed}“ habe ich keine Lektion: tippe in \`lektion\` und wähle aus der Liste, oder lass es leer, um alle zu sehen.`,
};
