// What /lesson and /concept may show. Types only.
import type { LessonEntry } from '#content/guide.ts';
import type { Concept, Domain, Edition, Flashcard, Lesson, Module, Pack } from '#content/pack.ts';
import type { LessonPage } from './rules.ts';

type ModulesScreen = {
  kind: 'modules';
  pack: Pack;
  modules: { module: Module; lessons: number; done: number }[];
  /** The first in teaching order that is not done; null when all are. */
  next: LessonEntry | null;
};
type ModuleScreen = {
  kind: 'module';
  pack: Pack;
  module: Module;
  lessons: { lesson: LessonEntry; isDone: boolean }[];
};
type PageScreen = {
  kind: 'page';
  pack: Pack;
  lesson: LessonEntry;
  text: Lesson;
  pages: LessonPage[];
  index: number;
  isDone: boolean;
  next: LessonEntry | null;
  concepts: Concept[];
  resources: Pack['resources'];
  questions: number;
  cards: number;
};

export type LessonScreen =
  | ModulesScreen
  | ModuleScreen
  | PageScreen
  | { kind: 'no-lessons' }
  /** Nothing is called like that. */
  | { kind: 'unknown'; typed: string }
  /** A button of a lesson that this server's exam no longer has. */
  | { kind: 'gone' };

export type ConceptScreen =
  | {
      kind: 'concept';
      pack: Pack;
      edition: Edition | null;
      concept: Concept;
      /** Null while its lesson is not written. */
      lesson: LessonEntry | null;
      domain: Domain | null;
      questions: number;
      cards: Flashcard[];
      /** Taught in the same lesson. */
      others: Concept[];
    }
  | { kind: 'unknown'; typed: string };
