// Flashcards: decks, fronts and backs, grades.
import { forms } from './forms.ts';

const { plural } = forms;

export const flashcards = {
  command: {
    flashcards: {
      name: 'flashcards',
      description: 'Go through a deck of flashcards; without a topic, on where you left it',
    },
    topic: {
      name: 'topic',
      description: 'A domain, module, lesson or concept, or the high-frequency patterns',
    },
  },
  title: 'Flashcards',
  intro: 'Answer in your head, then look: the answer stands on the first line, the reason below.',
  decks: { all: 'All flashcards', high: 'High-frequency patterns' },
  cards: (count: number) => plural(count, { one: '# card', other: '# cards' }),
  chooseDeck: 'Choose a deck',
  choose: 'Another deck',
  position: (position: number, cards: number) => `${position} of ${cards}`,
  resumed: 'Going on where you left this deck.',
  startOver: 'Start over',
  show: 'Show',
  next: 'Next',
  grades: { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' },
  due: (when: string) => `The card before comes back ${when}.`,
  page: 'Documentation',
  finished: 'That was the deck',
  seen: (deck: string, cards: number) => plural(cards, { one: `${deck}: # card`, other: `${deck}: # cards` }),
  again: 'Once more',
  quiz: 'Mini-quiz: 5',
  none: 'There are no flashcards for this edition of the exam yet.',
  gone: 'This card is not part of the exam here any more.',
  unknown: (typed: string) =>
    `I have no flashcards on “${typed}”: start typing in \`topic\` and choose from the list.`,
};
