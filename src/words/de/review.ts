// Fragen und Karteikarten wiedersehen: der Befehl, die Karten, was daraus wird, die Datei für Anki.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const review: Words['review'] = {
  menu: 'Zu meinen Wiederholungen',
  command: {
    review: {
      name: 'wiederholen',
      description: 'Fragen und Karteikarten, die wiederkommen, bevor du sie vergisst',
    },
    export: { name: 'mitnehmen', description: 'Alle deine Karten als Datei für Anki, nur für dich' },
  },
  formats: { apkg: 'Anki-Paket (.apkg)', text: 'Text für Anki (.txt)' },

  comesAgain: 'Morgen kommt sie in `/wiederholen` noch einmal.',
  add: 'Wiederholen',
  added: 'Drin: Sie kommt als Nächstes in `/wiederholen`.',
  addedBefore: 'Sie ist schon in `/wiederholen` und kommt, wenn sie an der Reihe ist.',
  gone: 'Diese Frage gibt es im Bestand nicht mehr.',

  title: 'Wiederholung',
  flashcard: 'Karteikarte',
  more: (cards) =>
    cards === 0 ? 'die letzte für heute' : plural(cards, { one: 'noch # heute', other: 'noch # heute' }),
  rekeyed: 'Die Lösung dieser Frage hat sich geändert, seit du sie zuletzt hattest: Sie fängt neu an.',
  retired: (cards) =>
    plural(cards, {
      one: '# Karte ist aus deiner Wiederholung gegangen: Es gibt sie im Bestand nicht mehr.',
      other: '# Karten sind aus deiner Wiederholung gegangen: Es gibt sie im Bestand nicht mehr.',
    }),
  stale: 'Diese Karte war schon bewertet oder hat sich geändert: Hier ist, was jetzt kommt.',

  howSure: (mine) => `Du hast ${mine} gewählt. Wie sicher bist du?`,
  sure: { guess: 'Geraten', unsure: 'Unsicher', sure: 'Sicher' },
  change: 'Ändern',
  show: 'Zeigen',
  grades: { again: 'Nochmal', hard: 'Schwer', good: 'Gut', easy: 'Leicht' },
  next: 'Nächste Karte',
  when: (when) => `Kommt wieder: ${when}`,
  guessed: 'Glücklich geraten zählt als noch nicht gewusst.',
  leech: (lesson) =>
    `Diese hier hast du schon oft vergessen: Lies noch einmal Lektion ${lesson}, das hilft mehr.`,

  done: {
    title: 'Nichts ist fällig',
    enough: 'Für heute ist es genug: Der Rest wartet, und das schadet ihm nicht.',
    next: (when) => `Nächste Karte: ${when}`,
    empty:
      'In deiner Wiederholung ist noch nichts: Was du falsch beantwortest, kommt von selbst hinein, und **Wiederholen** unter einer Antwort legt eine Frage dazu.',
    weakest: (domain) =>
      `Bis dahin lohnt sich eine Frage aus dem Gebiet, das dir am schwersten fällt: ${domain}.`,
    quiz: (domain) => `Frag mich: ${domain}`,
  },

  nextStep: (cards) => ({
    what: plural(cards, { one: 'Wiederhole # Karte', other: 'Wiederhole # Karten' }),
    why: plural(cards, {
      one: 'Sie ist heute dran: ein wenig jetzt erspart, sie neu zu lernen.',
      other: 'Sie sind heute dran: ein wenig jetzt erspart, sie neu zu lernen.',
    }),
    button: 'Wiederholen',
  }),
  exported: 'Deine Karten für Anki',
  exportHow: (cards) =>
    plural(cards, {
      one: '# Karte. Öffne sie in Anki mit *Datei → Importieren*: Eine neuere Datei bringt Karten auf den Stand und behält deinen Lernplan dort.',
      other:
        '# Karten. Öffne sie in Anki mit *Datei → Importieren*: Eine neuere Datei bringt Karten auf den Stand und behält deinen Lernplan dort.',
    }),
  exportEmpty: 'Es gibt noch nichts mitzunehmen: Deine Wiederholung hat keine Karten.',
  anki: { right: 'Richtig', why: 'Warum', remember: 'Merke', read: 'Lies' },
};
