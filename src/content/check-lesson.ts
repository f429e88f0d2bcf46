// What a lesson and a flashcard must hold about the rest of their pack.
import type { Known } from './check-question.ts';
import type { Fault } from './fault.ts';
import { findFigureFaults } from './figure.ts';
import type { Lesson } from './lesson.ts';
import type { Flashcard, Module } from './schema.ts';
import type { Source, ValuePath } from './source.ts';

export type KnownToLessons = Known & {
  modules: readonly Module[];
  questions: ReadonlySet<string> | null;
};

/** `fileLesson` and `folderNumber` are what the file's name and folder say. */
export type LessonSource = Source<Lesson> & { fileLesson: string; folderNumber: string };

export function checkLessonText(source: LessonSource, known: KnownToLessons): Fault[] {
  const { value, fileLesson, folderNumber } = source;
  const findings: { path: ValuePath; text: string }[] = [];
  const add = (path: ValuePath, text: string) => findings.push({ path, text });
  const listed = known.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === value.id);
  if (value.id !== fileLesson) add(['id'], `the file is for lesson ${fileLesson}: make the numbers equal`);
  if (!value.id.startsWith(`${folderNumber}.`)) {
    add(['id'], `lesson ${value.id} stands in folder ${folderNumber}-…: move it or correct its number`);
  }
  if (listed === undefined && known.lessons !== null) {
    add(['id'], `lesson ${value.id} is in no module.yaml: add it there or correct the number`);
  }
  if (listed !== undefined && listed.title !== value.title) {
    add(['title'], `module.yaml calls it "${listed.title}": use the same title`);
  }
  for (const [index, slug] of value.concepts.entries()) {
    const path = ['concepts', index];
    if (value.concepts.indexOf(slug) !== index) add(path, `concept ${slug} is listed twice: remove one`);
    const text = findConceptFault({ slug, lesson: value.id }, known);
    if (text !== null) add(path, text);
  }
  for (const id of value.checks.filter((check) => known.questions?.has(check) === false)) {
    add(['checks'], `there is no question ${id}: use the ids of three that exist`);
  }
  findings.push(...findFigureFaults(value.figure));
  return findings.map(({ path, text }) => ({ file: source.file, line: source.at(path), text }));
}

export function checkFlashcard(
  { file, value, at, folderNumber }: Source<Flashcard> & { folderNumber: string },
  known: Known,
): Fault[] {
  const faults: Fault[] = [];
  const add = (path: ValuePath, text: string) =>
    faults.push({ file, line: at(path), text: `${value.id}: ${text}` });
  if (!value.id.startsWith(`f-${value.lesson}-`)) {
    add(['id'], `the file is for lesson ${value.lesson}: begin the id with f-${value.lesson}-`);
  }
  if (value.module !== folderNumber) {
    add([], `the file is for module ${value.module}: move it out of folder ${folderNumber}-…`);
  }
  if (known.lessons?.has(value.lesson) === false) {
    add([], `lesson ${value.lesson} is in no module.yaml: add it there or rename the file`);
  }
  const text = findConceptFault({ slug: value.concept, lesson: value.lesson }, known);
  if (text !== null) add(['concept'], text);
  return faults;
}

function findConceptFault(
  { slug, lesson }: { slug: string; lesson: string },
  { concepts }: Known,
): string | null {
  if (concepts === null) return null;
  const concept = concepts.get(slug);
  if (concept === undefined)
    return `concept ${slug} is not in concepts.yaml: correct the slug or add the concept`;
  if (concept.lesson === lesson) return null;
  return `concept ${slug} belongs to lesson ${concept.lesson}: name it there`;
}
