// Die Karte eines Begriffs.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const concept: Words['concept'] = {
  command: {
    concept: {
      name: 'begriff',
      description: 'Schlag einen Begriff nach: was er ist, wo er gelehrt und wie oft er gefragt wird',
    },
    which: { name: 'name', description: 'Der Name eines Begriffs oder ein anderes Wort dafür' },
  },
  taught: (lesson) => `Steht in **${lesson}**`,
  frequency: {
    high: 'Wird in der Prüfung **oft** gefragt',
    medium: 'Wird in der Prüfung **ab und zu** gefragt',
    low: 'Wird in der Prüfung **selten** gefragt',
  },
  questions: (count, code) =>
    plural(count, { one: `**#** Frage für ${code}`, other: `**#** Fragen für ${code}` }),
  flashcards: (count) => plural(count, { one: '# Lernkarte', other: '# Lernkarten' }),
  ask: 'Frag mich etwas',
  read: (lesson) => `Lektion ${lesson} lesen`,
  page: 'Dokumentation',
  others: 'Mehr aus derselben Lektion',
  unknown: (typed) => `Den Begriff „${typed}“ kenne ich nicht: tippe in \`name\` und wähle aus der Liste.`,
};
