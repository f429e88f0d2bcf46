// F20: questions that ask the same thing twice.
import type { Question } from '../schema.ts';
import type { Flaw } from './finding.ts';
import { contentWords, sequencesOf, similarity } from './words.ts';

/** More than this share of their runs of five words, and two questions are one. */
const SAME_TEXT = 0.5;
const SIMILAR_KEY = 0.5;

type Signature = {
  id: string;
  /** First concept and family. */
  group: string;
  runs: ReadonlySet<string>;
  key: ReadonlySet<string>;
};

/** The flaws by the id of the later question of each pair. */
export function findDuplicates(questions: readonly Question[]): { id: string; flaw: Flaw }[] {
  const signatures = questions.map(sign);
  const byRun = new Map<string, number[]>();
  return signatures.flatMap((current, index) => {
    const sharing = new Set([...current.runs].flatMap((run) => byRun.get(run) ?? []));
    for (const run of current.runs) byRun.set(run, [...(byRun.get(run) ?? []), index]);
    return signatures.slice(0, index).flatMap((earlier, place) => {
      const same = sharing.has(place) ? similarity(current.runs, earlier.runs) : 0;
      const flaw = same > SAME_TEXT ? sameText(earlier, same) : sameIdea(current, earlier);
      return flaw === null ? [] : [{ id: current.id, flaw }];
    });
  });
}

function sign({ id, stem, options, concepts, family }: Question): Signature {
  const key = options.filter(({ correct }) => correct).map(({ text }) => text);
  return {
    id,
    group: `${concepts[0]} ${family}`,
    runs: new Set([stem, ...options.map(({ text }) => text)].flatMap((text) => sequencesOf(text, 5))),
    key: contentWords(key.join(' ')),
  };
}

function sameText(earlier: Signature, same: number): Flaw {
  const text = `shares ${Math.round(same * 100)} % of its runs of five words with ${earlier.id}: write another question`;
  return { code: 'F20', level: 'error', path: ['stem'], text };
}

function sameIdea(current: Signature, earlier: Signature): Flaw | null {
  if (current.group !== earlier.group || similarity(current.key, earlier.key) <= SIMILAR_KEY) return null;
  const text = `same concept, family and nearly the same key as ${earlier.id}: ask about something else of it`;
  return { code: 'F20', level: 'warning', path: ['options'], text };
}
