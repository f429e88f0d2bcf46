// Was die Karte einer Meldung neben der Frage zeigt, und der Kanal, in dem ein Server Meldungen und Vorschläge sieht.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { list, number, percent, plural } = forms;
const firstAnswers = (count: number) =>
  plural(count, { one: '# ersten Antwort', other: '# ersten Antworten' });
const rounded = (value: number) => value.toFixed(2).replace('.', ',');

export const ticket: Words['ticket'] = {
  statistics: 'Was Antworten sagen',
  right: (answers, share) => `${percent(share)} von ${firstAnswers(answers)} richtig`,
  discrimination: (value) => `Trennschärfe ${rounded(value)}`,
  thirds: (weakest, middle, best) => `schwächstes Drittel ${weakest}, mittleres ${middle}, bestes ${best}`,
  links: 'Links',
  versions: 'Fassungen',
  version: (version) => `Fassung ${number(version)}`,
  made: {
    released: 'veröffentlicht',
    written: 'geschrieben',
    edited: 'geändert',
    text: 'Text verbessert',
    key: 'Lösung geändert',
    either: 'zwei waren richtig',
    retired: 'zurückgezogen',
  },
  takenBack: 'zurückgenommen',
  look: 'Ansehen',
  channel: {
    option: {
      name: 'kanal',
      description:
        'Wo neue Meldungen und Vorschläge stehen; ohne Rolle und Kanal: nirgends, und niemand prüft',
    },
    on: (channel) => `Neue Meldungen und Vorschläge stehen in ${channel}.`,
    off: 'Neue Meldungen und Vorschläge stehen in keinem Kanal.',
    choose: 'Kanal für Meldungen und Vorschläge (leer: keiner)',
    setting: 'Prüfkanal',
    set: (channel) => `Neue Meldungen und Vorschläge stehen ab jetzt in ${channel}.`,
    none: 'Neue Meldungen und Vorschläge stehen in keinem Kanal mehr.',
    lacks: (channel, names) =>
      `In ${channel} kann ich Meldungen und Vorschläge nicht zeigen: mir fehlt dort ${list(names)}.`,
    failed: (channel) =>
      `Die letzte Meldung oder der letzte Vorschlag kam in ${channel} nicht an: wähle einen anderen Kanal, falls es ihn nicht mehr gibt.`,
    wrongChannel: (channel) =>
      `${channel} nimmt selbst keine Nachrichten an: bitte wähle für Meldungen und Vorschläge einen Text- oder Ankündigungskanal.`,
    failing: 'Meldungen und Vorschläge kamen nicht an',
    goesOn:
      'Ich versuche es jede Stunde wieder; nichts geht verloren, `/prüfliste` und `/frage liste` zeigen alle. `/einrichten server` zeigt, wie es steht.',
  },
};
