// What the files of a pack must say about each other. Pure: it gets what load.ts has read and returns faults.
import { checkAlias } from './check-alias.ts';
import { checkFlashcard, checkLessonText, type KnownToLessons, type LessonSource } from './check-lesson.ts';
import { checkPlan } from './check-plan.ts';
import { checkQuestion } from './check-question.ts';
import { checkSkills } from './check-skills.ts';
import type { ExamDay, NextExam, Resource } from './extras.ts';
import type { Fault } from './fault.ts';
import type { StudyPlans } from './plan.ts';
import type { Alias, Concept, Domain, Edition, Exam, Flashcard, Module, Question } from './schema.ts';
import type { Source, ValuePath } from './source.ts';

type InFolder<T> = Source<T> & { folderNumber: string };

/** What was well-formed in one pack's folder; `complete` is false for a kind of which something was not. */
export type PackSources = {
  folder: string;
  exam: Source<Exam> | null;
  modules: InFolder<Module>[];
  concepts: Source<Concept>[];
  questions: InFolder<Question>[];
  lessons: LessonSource[];
  flashcards: InFolder<Flashcard>[];
  aliases: Source<Alias>[];
  superseded: Source<Question>[];
  plan: Source<StudyPlans> | null;
  examDay: Source<ExamDay> | null;
  resources: Source<Resource>[];
  next: Source<NextExam>[];
  complete: { modules: boolean; concepts: boolean; questions: boolean };
};

export function checkPack(sources: PackSources): Fault[] {
  const { exam, modules, concepts, questions, lessons, flashcards, aliases, superseded } = sources;
  const known = collectKnown(sources);
  return [
    ...(exam === null ? [] : checkExam(exam, sources.folder)),
    ...findRepeats(modules, (module) => [{ id: module.id, path: ['id'] }]),
    ...findRepeats(modules, (module) =>
      module.lessons.map(({ id }, index) => ({ id, path: ['lessons', index] })),
    ),
    ...modules.flatMap(checkModule),
    ...findRepeats(concepts, (concept) => [{ id: concept.name, path: ['name'] }]),
    ...concepts.flatMap((concept) => checkConcept(concept, known)),
    ...findRepeats(questions, (question) => [{ id: question.id, path: ['id'] }]),
    ...questions.flatMap((question) => checkQuestion(question, known)),
    ...findRepeats(lessons, (lesson) => [{ id: lesson.id, path: ['id'] }]),
    ...lessons.flatMap((lesson) => checkLessonText(lesson, known)),
    ...findRepeats(flashcards, (card) => [{ id: card.id, path: ['id'] }]),
    ...flashcards.flatMap((card) => checkFlashcard(card, known)),
    ...aliases.flatMap((alias) => checkAlias(alias, known)),
    ...findRepeats(superseded, ({ id, version }) => [{ id: `version ${version} of ${id}`, path: [] }]),
    ...superseded.flatMap((question) => checkSuperseded(question, questions)),
    ...checkExtras(sources, known),
  ];
}

function collectKnown({ exam, modules, concepts, questions, complete }: PackSources): KnownToLessons {
  const lessons = modules.flatMap(({ value }) => value.lessons.map((lesson) => lesson.id));
  return {
    editions: exam && new Map(exam.value.editions.map((edition) => [edition.id, edition])),
    lessons: complete.modules ? new Set(lessons) : null,
    modules: modules.map(({ value }) => value),
    questions: complete.questions ? new Set(questions.map(({ value }) => value.id)) : null,
    concepts: complete.concepts ? new Map(concepts.map(({ value }) => [value.slug, value])) : null,
  };
}

function checkExam({ file, value, at }: Source<Exam>, folder: string): Fault[] {
  const fault = (path: ValuePath, text: string) => ({ file, line: at(path), text });
  const faults: Fault[] = [];
  if (value.id !== folder)
    faults.push(fault(['id'], `the exam is ${value.id}, its folder ${folder}: name both alike`));
  for (const [index, edition] of value.editions.entries()) {
    const path = ['editions', index];
    if (value.editions.findIndex(({ id }) => id === edition.id) !== index) {
      faults.push(fault([...path, 'id'], `edition ${edition.id} occurs twice: give each its own id`));
    }
    for (const { path: below, text } of checkEdition(edition)) faults.push(fault([...path, ...below], text));
  }
  return faults;
}

function checkEdition(edition: Edition): { path: ValuePath; text: string }[] {
  const { id, domains, firstSitting, lastSitting } = edition;
  const found: { path: ValuePath; text: string }[] = [];
  const sum = domains.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100)
    found.push({ path: ['domains'], text: `the weights of ${id} add up to ${sum}: make it 100` });
  if (lastSitting !== null && lastSitting < firstSitting) {
    found.push({
      path: ['lastSitting'],
      text: `${id} ends on ${lastSitting}, before it begins: correct the dates`,
    });
  }
  if (edition.scoredItems > edition.items) {
    found.push({ path: ['scoredItems'], text: `${id} scores more items than it has: correct the numbers` });
  }
  if (edition.passScore >= edition.maxScore) {
    found.push({
      path: ['passScore'],
      text: `the pass score of ${id} is not below its highest score: correct it`,
    });
  }
  return [...found, ...checkDomains(edition)];
}

function checkDomains({ domains }: Edition): { path: ValuePath; text: string }[] {
  const parts = domains.flatMap((domain, index) => listParts(domain, ['domains', index]));
  return parts.flatMap(({ id, path, under }, index) => {
    const found: { path: ValuePath; text: string }[] = [];
    if (parts.findIndex((earlier) => earlier.id === id) !== index)
      found.push({ path, text: `${id} occurs twice in this edition: give each its own id` });
    if (under !== null && !id.startsWith(`${under.id}.`)) {
      const text = `${under.below} ${id} stands under ${under.kind} ${under.id}: move it or correct its number`;
      found.push({ path, text });
    }
    return found;
  });
}

type Part = { id: string; path: ValuePath; under: { kind: string; below: string; id: string } | null };

/** A domain, its tasks and their skills, each with what its number must begin with. */
function listParts(domain: Domain, path: ValuePath): Part[] {
  return [
    { id: domain.id, path: [...path, 'id'], under: null },
    ...domain.tasks.flatMap((task, index): Part[] => {
      const inTask = [...path, 'tasks', index];
      const skills = task.skills.map(({ id }, place) => ({
        id,
        path: [...inTask, 'skills', place, 'id'],
        under: { kind: 'task', below: 'skill', id: task.id },
      }));
      const under = { kind: 'domain', below: 'task', id: domain.id };
      return [{ id: task.id, path: [...inTask, 'id'], under }, ...skills];
    }),
  ];
}

function checkModule({ file, value, at, folderNumber }: InFolder<Module>): Fault[] {
  const faults: Fault[] = [];
  if (value.id !== folderNumber) {
    const text = `module ${value.id} stands in folder ${folderNumber}-…: make the numbers equal`;
    faults.push({ file, line: at(['id']), text });
  }
  for (const [index, { id }] of value.lessons.entries()) {
    if (id.startsWith(`${value.id}.`)) continue;
    const text = `lesson ${id} stands in module ${value.id}: move it or correct its number`;
    faults.push({ file, line: at(['lessons', index, 'id']), text });
  }
  return faults;
}

function checkConcept({ file, value, at }: Source<Concept>, { editions, lessons }: KnownToLessons): Fault[] {
  const faults: Fault[] = [];
  const add = (path: ValuePath, text: string) =>
    faults.push({ file, line: at(path), text: `${value.slug}: ${text}` });
  if (lessons?.has(value.lesson) === false) {
    add(['lesson'], `lesson ${value.lesson} is in no module.yaml: add it there or correct the number`);
  }
  if (Object.keys(value.task).length === 0)
    add(['task'], 'belongs to no edition: give it a task in one at least');
  for (const { path, text } of checkSkills({ skills: value.skills, own: Object.keys(value.task) }, editions))
    add(path, text);
  if (editions === null) return faults;
  for (const [id, task] of Object.entries(value.task)) {
    const edition = editions.get(id);
    if (edition === undefined) {
      add(['task', id], `edition ${id} is not in exam.yaml: use one of ${[...editions.keys()].join(', ')}`);
    } else if (!edition.domains.some(({ tasks }) => tasks.some((known) => known.id === task))) {
      add(['task', id], `edition ${id} has no task ${task}: correct the number or add the task to exam.yaml`);
    }
  }
  return faults;
}

function checkExtras(
  { plan, resources, next, questions, complete }: PackSources,
  known: KnownToLessons,
): Fault[] {
  const all = complete.questions ? questions.map(({ value }) => value) : null;
  return [
    ...(plan === null ? [] : checkPlan(plan, { lessons: known.lessons, questions: all })),
    ...findRepeats(resources, ({ address }) => [{ id: address, path: ['address'] }]),
    ...resources.flatMap((resource) => checkResource(resource, known)),
    ...findRepeats(next, ({ code }) => [{ id: code, path: ['code'] }]),
  ];
}

function checkResource({ file, value, at }: Source<Resource>, { lessons }: KnownToLessons): Fault[] {
  return value.lessons.flatMap((lesson, index) => {
    if (lessons?.has(lesson) !== false) return [];
    const text = `${value.title}: lesson ${lesson} is in no module.yaml: correct it`;
    return [{ file, line: at(['lessons', index]), text }];
  });
}

/** A question that is asked no more may stand here with any version. */
function checkSuperseded({ file, value, at }: Source<Question>, today: readonly Source<Question>[]): Fault[] {
  const current = today.find((question) => question.value.id === value.id)?.value.version;
  if (current === undefined || value.version < current) return [];
  const text = `${value.id}: version ${value.version} is kept here, and today's is ${current}: remove the line, or raise the version of the question`;
  return [{ file, line: at([]), text }];
}

/** One fault for each id that an earlier source of the same kind has already used, naming where. */
function findRepeats<T>(
  sources: readonly Source<T>[],
  idsOf: (value: T) => { id: string; path: ValuePath }[],
): Fault[] {
  const first = new Map<string, () => string>();
  const faults: Fault[] = [];
  for (const { file, value, at } of sources) {
    for (const { id, path } of idsOf(value)) {
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, () => `${file}:${at(path)}`);
      else faults.push({ file, line: at(path), text: `${id} is taken, see ${earlier()}: choose another` });
    }
  }
  return faults;
}
