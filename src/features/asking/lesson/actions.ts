// Reading lessons: the list of modules, a module, a page; and remembering which were done.
import {
  conceptsOfLesson,
  type LessonEntry,
  lessonAfter,
  lessonsFor,
  searchLessons,
} from '#content/guide.ts';
import type { Library } from '#content/library.ts';
import { flashcardsFor, lessonText, questionsFor } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { noteMember } from '#features/people/member/store.ts';
import { type Course, courseOf, courseOffered, type Learner } from '#features/record/post/course.ts';
import type { Clock } from '#lib/clock.ts';
import { clampPage, pagesOf } from './rules.ts';
import type { LessonScreen } from './screen.ts';
import { deleteDone, insertDone, readDone } from './store.ts';

type Deps = { db: Db; content: Library; clock: Clock };
type Reader = Learner;

/** Lessons that match what was typed, best first. */
export async function offerLessons(
  deps: Deps,
  { typed, ...reader }: Reader & { typed: string },
): Promise<LessonEntry[]> {
  const { pack, edition } = await courseOffered(deps, reader);
  return searchLessons(pack, edition, { typed, limit: 25 });
}

/** The lesson as typed or chosen, from its first page; without any, all modules. */
export async function openLesson(
  deps: Deps,
  { typed, ...reader }: Reader & { typed: string | null },
): Promise<LessonScreen> {
  const course = await courseOf(deps, reader);
  if (typed === null) return showAll(deps, reader, course);
  const found = searchLessons(course.pack, course.edition, { typed, limit: 1 })[0];
  return found
    ? pageOf(deps, { ...reader, lessonId: found.id, page: 0 }, course)
    : { kind: 'unknown', typed };
}

export async function openModules(deps: Deps, reader: Reader): Promise<LessonScreen> {
  return showAll(deps, reader, await courseOf(deps, reader));
}

export async function openModule(
  deps: Deps,
  { moduleId, ...reader }: Reader & { moduleId: string },
): Promise<LessonScreen> {
  const { pack, edition } = await courseOf(deps, reader);
  const lessons = lessonsFor(pack, edition).filter(({ module }) => module.id === moduleId);
  const module = lessons[0]?.module;
  if (!module) return { kind: 'gone' };
  const done = await readDone(deps.db, { memberId: reader.memberId, exam: pack.exam.id });
  return {
    kind: 'module',
    pack,
    module,
    lessons: lessons.map((lesson) => ({ lesson, isDone: done.has(lesson.id) })),
  };
}

type At = Reader & { lessonId: string; page: number };
/** What a button carries; its exam may not be the reader's any more. */
export type Turn = At & { exam: string };

export async function turnTo(deps: Deps, { exam, ...at }: Turn): Promise<LessonScreen> {
  const course = await courseOf(deps, at);
  return course.pack.exam.id === exam ? pageOf(deps, at, course) : { kind: 'gone' };
}

/** Remembers that the lesson is done, or that it is not after all; twice is once. */
export async function setDone(
  deps: Deps,
  { isDone, ...turn }: Turn & { isDone: boolean },
): Promise<LessonScreen> {
  const { memberId, exam, lessonId: lesson } = turn;
  // Nothing is kept of a lesson that is in no pack: ids of buttons can be written by anybody.
  if (!(await deps.content.packOf(exam))?.lessons.has(lesson)) return { kind: 'gone' };
  if (isDone) {
    await noteMember(deps.db, memberId);
    await insertDone(deps.db, { memberId, exam, lesson, doneAt: deps.clock.now() });
  } else await deleteDone(deps.db, { memberId, exam, lesson });
  return turnTo(deps, turn);
}

async function showAll(deps: Deps, { memberId }: Reader, { pack, edition }: Course): Promise<LessonScreen> {
  const lessons = lessonsFor(pack, edition);
  if (lessons.length === 0) return { kind: 'no-lessons' };
  const done = await readDone(deps.db, { memberId, exam: pack.exam.id });
  const byModule = [...Map.groupBy(lessons, ({ module }) => module)];
  return {
    kind: 'modules',
    pack,
    modules: byModule.map(([module, its]) => ({
      module,
      lessons: its.length,
      done: its.filter(({ id }) => done.has(id)).length,
    })),
    next: lessons.find(({ id }) => !done.has(id)) ?? null,
  };
}

async function pageOf(
  deps: Deps,
  { memberId, lessonId, page }: At,
  { pack, edition }: Course,
): Promise<LessonScreen> {
  const lesson = lessonsFor(pack, edition).find(({ id }) => id === lessonId);
  const text = lessonText(pack, lessonId);
  if (!lesson || !text) return { kind: 'gone' };
  const done = await readDone(deps.db, { memberId, exam: pack.exam.id });
  const pages = pagesOf(text);
  const topic = { kind: 'lesson' as const, id: lessonId };
  return {
    kind: 'page',
    pack,
    lesson,
    text,
    pages,
    index: clampPage(page, pages),
    isDone: done.has(lessonId),
    next: lessonAfter(pack, edition, lessonId),
    concepts: conceptsOfLesson(pack, edition, lessonId),
    resources: pack.resources.filter(({ lessons }) => lessons.includes(lessonId)),
    questions: questionsFor(pack, edition, topic).length,
    cards: flashcardsFor(pack, edition, topic).length,
  };
}
