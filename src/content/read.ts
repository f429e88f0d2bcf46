// The exam packs under a directory as authors write them, in YAML and Markdown, with everything that is wrong in them.
// Files and their shape only; what files must say about each other is check.ts. The running bot never comes here.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPack, type PackSources } from './check.ts';
import { examDaySchema, nextExamSchema, resourceSchema } from './extras.ts';
import type { Fault } from './fault.ts';
import { listPackFiles, listPackFolders, SUPERSEDED } from './folder.ts';
import { parseJson } from './json.ts';
import { parseKept } from './kept.ts';
import { parseLesson } from './lesson.ts';
import { planSchema } from './plan.ts';
import {
  aliasSchema,
  conceptSchema,
  examSchema,
  flashcardSchema,
  moduleSchema,
  questionSchema,
} from './schema.ts';
import { entriesOf, parseYaml, type Source, shape, shapeEntries } from './source.ts';

type Reading = { sources: PackSources; faults: Fault[] };

/** A file of a pack: its path inside the pack's folder, the path people see, and its data. */
type PackFile = { name: string; source: Source<unknown> };

const readers: readonly { name: RegExp; read: (reading: Reading, file: PackFile) => void }[] = [
  { name: /^exam\.yaml$/, read: readExam },
  { name: /^concepts\.yaml$/, read: readConcepts },
  { name: /^aliases\.yaml$/, read: readAliases },
  { name: /^\d-[a-z0-9-]+\/module\.yaml$/, read: readModule },
  { name: /^\d-[a-z0-9-]+\/\d\.\d{1,2}-[a-z0-9-]+\.questions\.yaml$/, read: readQuestions },
  { name: /^\d-[a-z0-9-]+\/\d\.\d{1,2}-[a-z0-9-]+\.flashcards\.yaml$/, read: readFlashcards },
  { name: /^plan\.yaml$/, read: readPlan },
  { name: /^exam-day\.yaml$/, read: readExamDay },
  { name: /^resources\.yaml$/, read: readResources },
  { name: /^next\.yaml$/, read: readNext },
  // What only the checker needs.
  { name: /^bank\/[a-z-]+\.yaml$/, read: () => undefined },
];

const lessonName = /^\d-[a-z0-9-]+\/\d\.\d{1,2}-[a-z0-9-]+\.md$/;

/** What could be read under `dir`, with all that is wrong in it: for a checker that goes on where the bot stops. */
export async function readPacks(dir: string): Promise<{ sources: PackSources[]; faults: Fault[] }> {
  const folders = listPackFolders(dir);
  const readings = await Promise.all(folders.map((folder) => readPack(dir, folder)));
  const faults = readings.flatMap((reading) => [...reading.faults, ...checkPack(reading.sources)]);
  if (folders.length === 0)
    faults.push({ file: dir, line: 1, text: 'no exam pack here: add a folder with an exam.yaml' });
  return { sources: readings.map(({ sources }) => sources), faults };
}

async function readPack(dir: string, folder: string): Promise<Reading> {
  const root = join(dir, folder);
  const names = listPackFiles(root);
  const texts = await Promise.all(names.map((name) => readFile(join(root, name), 'utf8')));
  const reading: Reading = { sources: emptySources(folder), faults: [] };
  for (const [index, name] of names.entries()) {
    readPackFile(reading, name, { file: join(root, name), text: texts[index] ?? '' });
  }
  for (const name of ['exam.yaml', 'concepts.yaml'].filter((required) => !names.includes(required))) {
    reading.faults.push({
      file: join(root, name),
      line: 1,
      text: 'this file is missing: add it, see content/README.md',
    });
  }
  return reading;
}

function emptySources(folder: string): PackSources {
  const complete = { modules: true, concepts: true, questions: true };
  return {
    folder,
    exam: null,
    modules: [],
    concepts: [],
    questions: [],
    lessons: [],
    flashcards: [],
    aliases: [],
    superseded: [],
    plan: null,
    examDay: null,
    resources: [],
    next: [],
    complete,
  };
}

function readPackFile(reading: Reading, name: string, yaml: { file: string; text: string }): void {
  if (lessonName.test(name)) {
    readLesson(reading, name, yaml);
    return;
  }
  if (name === SUPERSEDED) {
    readSuperseded(reading, yaml);
    return;
  }
  const reader = readers.find((candidate) => candidate.name.test(name));
  if (reader === undefined) {
    const text = 'no file of this name is read: correct the name, see content/README.md';
    reading.faults.push({ file: yaml.file, line: 1, text });
    return;
  }
  const source = parseYaml(yaml, reading.faults);
  if (source !== null) reader.read(reading, { name, source });
  else markIncomplete(reading.sources, name);
}

// When a definition cannot be read, "unknown concept" for every question that uses it would bury the real fault.
function markIncomplete({ complete }: PackSources, name: string): void {
  if (name === 'concepts.yaml') complete.concepts = false;
  if (name.endsWith('/module.yaml')) complete.modules = false;
  if (name.endsWith('.questions.yaml')) complete.questions = false;
}

function readExam({ sources, faults }: Reading, { source }: PackFile): void {
  sources.exam = shape(examSchema, source, faults);
}

function readModule({ sources, faults }: Reading, { name, source }: PackFile): void {
  const module = shape(moduleSchema, source, faults);
  if (module === null) markIncomplete(sources, name);
  else sources.modules.push({ ...module, folderNumber: name.slice(0, 1) });
}

function readConcepts({ sources, faults }: Reading, { name, source }: PackFile): void {
  for (const [slug, entry] of entriesOf(source, 'map', faults)) {
    const value = typeof entry.value === 'object' ? { ...entry.value, slug } : entry.value;
    const concept = shape(conceptSchema, { ...entry, value }, faults);
    if (concept === null) markIncomplete(sources, name);
    else sources.concepts.push(concept);
  }
}

function readAliases({ sources, faults }: Reading, { source }: PackFile): void {
  for (const [text, entry] of entriesOf(source, 'map', faults)) {
    // The value of an alias is its list of topics, so a path into it needs no step of that name.
    const at: Source<unknown>['at'] = (path) => entry.at(path[0] === 'topics' ? path.slice(1) : []);
    const alias = shape(aliasSchema, { ...entry, at, value: { text, topics: entry.value } }, faults);
    if (alias !== null) sources.aliases.push(alias);
  }
}

function readPlan({ sources, faults }: Reading, { source }: PackFile): void {
  sources.plan = shape(planSchema, source, faults);
}

function readExamDay({ sources, faults }: Reading, { source }: PackFile): void {
  sources.examDay = shape(examDaySchema, source, faults);
}

function readResources({ sources, faults }: Reading, { source }: PackFile): void {
  sources.resources = shapeEntries(resourceSchema, source, faults);
}

function readNext({ sources, faults }: Reading, { source }: PackFile): void {
  sources.next = shapeEntries(nextExamSchema, source, faults);
}

function readQuestions({ sources, faults }: Reading, { name, source }: PackFile): void {
  const place = placeOf(name);
  for (const [, entry] of entriesOf(source, 'list', faults)) {
    const item = shape(questionSchema, entry, faults);
    if (item === null) markIncomplete(sources, name);
    else sources.questions.push({ ...item, value: { ...item.value, ...place.is }, ...place.stands });
  }
}

function readFlashcards({ sources, faults }: Reading, { name, source }: PackFile): void {
  const place = placeOf(name);
  for (const [, entry] of entriesOf(source, 'list', faults)) {
    const card = shape(flashcardSchema, entry, faults);
    if (card !== null)
      sources.flashcards.push({ ...card, value: { ...card.value, ...place.is }, ...place.stands });
  }
}

function readLesson(
  { sources, faults }: Reading,
  name: string,
  markdown: { file: string; text: string },
): void {
  const { is, stands } = placeOf(name);
  const lesson = parseLesson(markdown, faults);
  if (lesson !== null) sources.lessons.push({ ...lesson, ...stands, fileLesson: is.lesson });
}

/** One question a line, as it was asked: of another schema perhaps, so that only what was shown of it has to be there. */
function readSuperseded({ sources, faults }: Reading, { file, text }: { file: string; text: string }): void {
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const value = parseKept(parseJson(line));
    if (value !== null) sources.superseded.push({ file, value, at: () => index + 1 });
    else
      faults.push({
        file,
        line: index + 1,
        text: 'no question as JSON: let npm run content:supersede write it',
      });
  }
}

/** What a file's name says it is for, and the folder it stands in. */
function placeOf(name: string): { is: { lesson: string; module: string }; stands: { folderNumber: string } } {
  const lesson = /\/(\d\.\d{1,2})-/.exec(name)?.[1] ?? '';
  return { is: { lesson, module: lesson.slice(0, 1) }, stands: { folderNumber: name.slice(0, 1) } };
}
