// La fiche d’un concept.
import type { Words } from '../words.ts';
import { forms } from './forms.ts';

const { plural } = forms;

export const concept: Words['concept'] = {
  command: {
    concept: {
      name: 'concept',
      description: 'Chercher un concept : ce que c’est, où il s’apprend, s’il tombe souvent',
    },
    which: { name: 'nom', description: 'Le nom d’un concept, ou un autre mot pour lui' },
  },
  taught: (lesson) => `S’apprend dans **${lesson}**`,
  frequency: {
    high: 'Tombe **souvent** à l’examen',
    medium: 'Tombe **parfois** à l’examen',
    low: 'Tombe **rarement** à l’examen',
  },
  questions: (count, code) =>
    plural(count, { one: `**#** question pour ${code}`, other: `**#** questions pour ${code}` }),
  flashcards: (count) => plural(count, { one: '# flashcard', other: '# flashcards' }),
  ask: 'Interroge-moi',
  read: (lesson) => `Lire la leçon ${lesson}`,
  page: 'Documentation',
  others: 'Autres concepts de cette leçon',
  unknown: (typed) =>
    `Je ne connais pas de concept « ${typed} » : commence à taper dans \`nom\` et choisis dans la liste.`,
};
