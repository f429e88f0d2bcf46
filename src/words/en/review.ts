// Meeting questions and flashcards again: the command, the cards, what they come to, the file for Anki.
import { forms } from './forms.ts';

const { plural } = forms;

export const review = {
  menu: 'Add to my review',
  command: {
    review: {
      name: 'review',
      description: 'Questions and flashcards that come again before you forget them',
    },
    export: { name: 'export', description: 'All your cards as a file for Anki, for you alone' },
  },
  formats: { apkg: 'Anki package (.apkg)', text: 'Text for Anki (.txt)' },

  /** Under an answer. */
  comesAgain: 'It comes again tomorrow in your `/review`.',
  add: 'Add to review',
  added: 'Added: it comes next in your `/review`.',
  addedBefore: 'It is in your `/review` already, and comes when it is due.',
  gone: 'This question is no longer in the bank.',

  title: 'Review',
  flashcard: 'Flashcard',
  more: (cards: number) =>
    cards === 0 ? 'the last one for today' : plural(cards, { one: '# more today', other: '# more today' }),
  rekeyed: 'The right answer of this question has changed since you met it last: it begins anew.',
  retired: (cards: number) =>
    plural(cards, {
      one: '# card has left your review: it is no longer in the bank.',
      other: '# cards have left your review: they are no longer in the bank.',
    }),
  stale: 'That card had been graded already, or has changed: here is what comes now.',

  howSure: (mine: string) => `You chose ${mine}. How sure are you?`,
  sure: { guess: 'A guess', unsure: 'Unsure', sure: 'Sure' },
  change: 'Change',
  show: 'Show',
  grades: { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' },
  next: 'Next card',
  /** Stands alone: it is read at any time. */
  when: (when: string) => `Comes again: ${when}`,
  guessed: 'A lucky guess counts as not known yet.',
  leech: (lesson: string) =>
    `You have forgotten this one often: read lesson ${lesson} again, that helps more.`,

  done: {
    title: 'Nothing is due',
    enough: 'That is enough for today: the rest waits without growing stale.',
    next: (when: string) => `Next card: ${when}`,
    empty:
      'Nothing is in your review yet: whatever you answer wrong enters by itself, and **Add to review** under an answer adds a question.',
    weakest: (domain: string) => `Meanwhile, your weakest part is worth a question: ${domain}.`,
    quiz: (domain: string) => `Ask me: ${domain}`,
  },

  nextStep: (cards: number) => ({
    what: plural(cards, { one: 'Review # card', other: 'Review # cards' }),
    why: plural(cards, {
      one: 'It is due today: a little now saves learning it anew.',
      other: 'They are due today: a little now saves learning them anew.',
    }),
    button: 'Review',
  }),
  exported: 'Your cards for Anki',
  exportHow: (cards: number) =>
    plural(cards, {
      one: '# card. Open it in Anki with *File → Import*: importing a newer file updates cards and keeps your schedule there.',
      other:
        '# cards. Open it in Anki with *File → Import*: importing a newer file updates cards and keeps your schedule there.',
    }),
  exportEmpty: 'There is nothing to export yet: your review has no cards.',
  anki: { right: 'Right', why: 'Why', remember: 'Remember', read: 'Read' },
};
