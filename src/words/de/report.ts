// Eine Frage melden: der Knopf, das Formular, der Dank.
import type { Words } from '../words.ts';

export const report: Words['report'] = {
  button: 'Melden',
  title: (id) => `Frage ${id} melden`,
  what: 'Was stimmt nicht?',
  kinds: {
    'wrong-key': 'Die als richtig markierte Antwort ist falsch',
    outdated: 'Sie ist veraltet',
    unclear: 'Sie ist unklar, oder zwei Antworten passen',
    typo: 'Ein Tippfehler oder Darstellungsfehler',
    other: 'Etwas anderes',
  },
  how: 'Was sollte da stehen, und woher weißt du das?',
  howHint: 'Am meisten hilft ein Link zur Dokumentation.',
  chooseKind: '**Was stimmt nicht?**: bitte wähle eines.',
  blank: 'Bitte sag in ein paar Worten, was nicht stimmt: eine leere Meldung hilft niemandem.',
  reported: 'Danke: deine Meldung ist gespeichert. Wer diesen Bot betreibt, liest sie mit `npm run reports`.',
  gone: 'Diese Frage ist nicht mehr im Bestand, darum gibt es nichts mehr zu melden.',
};
