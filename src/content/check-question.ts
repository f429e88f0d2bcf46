// What one question must hold about itself and about the rest of its pack.
import { checkSkills } from './check-skills.ts';
import type { Fault } from './fault.ts';
import type { Concept, Edition, Question } from './schema.ts';
import type { Source, ValuePath } from './source.ts';

/** What may be referred to; null where it cannot be known, because its file is broken or missing. */
export type Known = {
  editions: ReadonlyMap<string, Edition> | null;
  lessons: ReadonlySet<string> | null;
  concepts: ReadonlyMap<string, Concept> | null;
};

type Finding = { path: ValuePath; text: string };

/** As on the exam: how many are right, and how the stem says so, follow from the number of options. */
const keysByOptions: Readonly<Record<number, { keys: number; demand: string | null }>> = {
  4: { keys: 1, demand: null },
  5: { keys: 2, demand: '(Select TWO.)' },
  6: { keys: 3, demand: '(Select THREE.)' },
};

export function checkQuestion(source: Source<Question> & { folderNumber: string }, known: Known): Fault[] {
  const { file, value, at, folderNumber } = source;
  const findings = [
    ...checkPlace(value, folderNumber),
    ...checkLesson(value, known),
    ...checkConcepts(value, known),
    ...checkEditions(value, known),
    ...checkSkills({ skills: value.skills, own: value.editions }, known.editions),
    ...checkOptions(value),
    ...checkKeys(value),
  ];
  return findings.map(({ path, text }) => ({ file, line: at(path), text: `${value.id}: ${text}` }));
}

function checkPlace({ id, lesson, module }: Question, folderNumber: string): Finding[] {
  const findings: Finding[] = [];
  if (!id.startsWith(`q-${lesson}-`)) {
    findings.push({ path: ['id'], text: `the file is for lesson ${lesson}: begin the id with q-${lesson}-` });
  }
  if (module !== folderNumber) {
    findings.push({
      path: [],
      text: `the file is for module ${module}: move it out of folder ${folderNumber}-…`,
    });
  }
  return findings;
}

function checkLesson({ lesson }: Question, { lessons }: Known): Finding[] {
  if (lessons?.has(lesson) !== false) return [];
  return [{ path: [], text: `lesson ${lesson} is in no module.yaml: add it there or rename the file` }];
}

function checkConcepts({ concepts }: Question, known: Known): Finding[] {
  return concepts.flatMap((slug, index) => {
    const path = ['concepts', index];
    if (concepts.indexOf(slug) !== index)
      return [{ path, text: `concept ${slug} is listed twice: remove one` }];
    if (known.concepts?.has(slug) !== false) return [];
    return [{ path, text: `concept ${slug} is not in concepts.yaml: correct the slug or add the concept` }];
  });
}

function checkEditions({ editions, concepts: [primary = ''] }: Question, known: Known): Finding[] {
  const concept = known.concepts?.get(primary);
  return editions.flatMap((id, index) => {
    const path = ['editions', index];
    if (editions.indexOf(id) !== index) return [{ path, text: `edition ${id} is listed twice: remove one` }];
    if (known.editions?.has(id) === false) {
      const ids = [...known.editions.keys()].join(', ');
      return [{ path, text: `edition ${id} is not in exam.yaml: use one of ${ids}` }];
    }
    if (concept === undefined || concept.task[id] !== undefined) return [];
    return [{ path, text: `its first concept ${primary} is not part of edition ${id}: remove the edition` }];
  });
}

function checkOptions({ options }: Question): Finding[] {
  return options.flatMap(({ id, text, correct, rival }, index) => {
    const findings: Finding[] = [];
    if (correct && rival !== undefined) {
      findings.push({
        path: ['options', index, 'rival'],
        text: `option ${id} is right and has a rival: only a wrong option that works has one`,
      });
    }
    if (options.findIndex((other) => other.id === id) !== index) {
      findings.push({
        path: ['options', index, 'id'],
        text: `option ${id} occurs twice: use each letter once`,
      });
    }
    if (options.findIndex((other) => other.text === text) !== index) {
      findings.push({
        path: ['options', index, 'text'],
        text: `option ${id} repeats another: write a different one`,
      });
    }
    return findings;
  });
}

/** How many options are right and what the stem demands, both as the number of options wants it (F02). */
export function checkKeys({ stem, options }: Question): Finding[] {
  const expected = keysByOptions[options.length];
  if (expected === undefined) return [];
  const findings: Finding[] = [];
  const keys = options.filter(({ correct }) => correct).length;
  if (keys !== expected.keys) {
    const text = `${keys} of its ${options.length} options are right: make it ${expected.keys}`;
    findings.push({ path: ['options'], text });
  }
  const demands = stem.match(/\(Select [^)]*\)/g) ?? [];
  if (demands.join() !== (expected.demand ?? '')) {
    const wanted = expected.demand === null ? 'no "(Select …)"' : `"${expected.demand}" once`;
    findings.push({
      path: ['stem'],
      text: `with ${options.length} options the stem needs ${wanted}: correct it`,
    });
  }
  return findings;
}
