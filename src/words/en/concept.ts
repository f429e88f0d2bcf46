// The card of a concept.
import { forms } from './forms.ts';

const { plural } = forms;

export const concept = {
  command: {
    concept: {
      name: 'concept',
      description: 'Look a concept up: what it is, where it is taught, how often it is asked',
    },
    which: { name: 'name', description: 'The name of a concept, or another word for it' },
  },
  taught: (lesson: string) => `Taught in **${lesson}**`,
  frequency: {
    high: '**Often** asked in the exam',
    medium: 'Asked **now and then** in the exam',
    low: '**Seldom** asked in the exam',
  },
  questions: (count: number, code: string) =>
    plural(count, { one: `**#** question for ${code}`, other: `**#** questions for ${code}` }),
  flashcards: (count: number) => plural(count, { one: '# flashcard', other: '# flashcards' }),
  ask: 'Ask me one',
  read: (lesson: string) => `Read lesson ${lesson}`,
  page: 'Documentation',
  others: 'More from the same lesson',
  unknown: (typed: string) =>
    `I do not know a concept “${typed}”: start typing in \`name\` and choose from the list.`,
};
