// Lernkarten: Stapel, Vorder- und Rückseiten, Noten.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const flashcards: Words['flashcards'] = {
  command: {
    flashcards: {
      name: 'lernkarten',
      description: 'Geh einen Stapel Lernkarten durch; ohne Thema geht es weiter, wo du warst',
    },
    topic: {
      name: 'thema',
      description: 'Ein Gebiet, Modul, eine Lektion, ein Begriff, oder die häufigen Muster',
    },
  },
  title: 'Lernkarten',
  intro: 'Antworte im Kopf, dann sieh nach: die Antwort steht in der ersten Zeile, der Grund darunter.',
  decks: { all: 'Alle Lernkarten', high: 'Häufige Muster' },
  cards: (count) => plural(count, { one: '# Karte', other: '# Karten' }),
  chooseDeck: 'Wähle einen Stapel',
  choose: 'Anderer Stapel',
  position: (position, cards) => `${position} von ${cards}`,
  resumed: 'Weiter, wo du in diesem Stapel warst.',
  startOver: 'Von vorn',
  show: 'Zeigen',
  next: 'Weiter',
  grades: { again: 'Nochmal', hard: 'Schwer', good: 'Gut', easy: 'Leicht' },
  due: (when) => `Die Karte davor kommt ${when} wieder.`,
  page: 'Dokumentation',
  finished: 'Das war der Stapel',
  seen: (deck, cards) => plural(cards, { one: `${deck}: # Karte`, other: `${deck}: # Karten` }),
  again: 'Noch einmal',
  quiz: 'Mini-Quiz: 5',
  none: 'Zu dieser Ausgabe der Prüfung gibt es noch keine Lernkarten.',
  gone: 'Diese Karte gehört hier nicht mehr zur Prüfung.',
  unknown: (typed) => `Zu „${typed}“ habe ich keine Lernkarten: tippe in \`thema\` und wähle aus der Liste.`,
};
