// Lessons: the list, the pages, what comes after reading.
import { forms } from './forms.ts';

export const lesson = {
  command: {
    lesson: {
      name: 'lesson',
      description: 'Read the course: modules, lessons, traps, the gist in five lines',
    },
    which: {
      name: 'lesson',
      description: 'A lesson by number, title or what it teaches; all of them if empty',
    },
  },
  title: 'Lessons',
  progress: (done: number, lessons: number) => `${done} of ${lessons} done`,
  chooseModule: 'Choose a module',
  chooseLesson: 'Choose a lesson',
  goOn: (id: string, title: string) => `Go on with ${id} ${title}`,
  allModules: 'All lessons',
  page: (page: number, pages: number) => `page ${page} of ${pages}`,
  isDone: 'done',
  /** The sections of a lesson; their texts stay in the language of the exam. */
  headings: {
    'The problem': 'The problem',
    'How it works': 'How it works',
    Figure: 'At a glance',
    'Which one when': 'Which one when',
    'Two traps': 'Two traps',
    'Worked scenario': 'Worked scenario',
    'Check yourself': 'Check yourself',
    'In five lines': 'In five lines',
  },
  part: (heading: string, part: number, parts: number) => `${heading} (${part} of ${parts})`,
  back: 'Back',
  on: 'Next page',
  toEnd: 'To the end',
  concepts: 'Look up a concept of this lesson',
  quiz: (size: number) => `Mini-quiz: ${size}`,
  cards: (cards: number) => forms.plural(cards, { one: '# flashcard', other: '# flashcards' }),
  done: 'Done',
  undo: 'Not done after all',
  nextLesson: (id: string, title: string) => `${id} ${title}`,
  resources: 'For the ears',
  /** `minutes` is null where nobody says how long it is. */
  resource: (title: string, kind: string, minutes: number | null) =>
    minutes === null ? `${kind}: ${title}` : `${kind}, ${minutes} min: ${title}`,
  kinds: { podcast: 'Podcast', talk: 'Talk', course: 'Course' },
  none: 'There are no lessons for this edition of the exam yet.',
  gone: 'This lesson is not part of the exam here any more: `/lesson` shows what there is.',
  unknown: (typed: string) =>
    `I have no lesson on “${typed}”: start typing in \`lesson\` and choose from the list, or leave it empty to see all.`,
};
