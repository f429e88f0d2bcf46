// What an update takes away from those who were asked before it: which versions have to be kept with the pack. Pure.
import type { Question } from '../pack.ts';

/**
 * `kept` are all earlier versions, sorted, those that were kept before included. `unversioned` are questions that now
 * say something else under the same number: rows that name it would show what nobody was asked.
 */
export type Comparison = { kept: Question[]; unversioned: string[] };

export function compareVersions(
  released: readonly Question[],
  { today, kept }: { today: ReadonlyMap<string, Question>; kept: readonly Question[] },
): Comparison {
  const replaced = released.filter(({ id, version }) => (today.get(id)?.version ?? Infinity) > version);
  const all = new Map([...replaced, ...kept].map((question) => [keyOf(question), question]));
  return {
    kept: [...all.values()].toSorted((a, b) => a.id.localeCompare(b.id) || a.version - b.version),
    unversioned: released
      .filter((question) => isUnversioned(question, today.get(question.id)))
      .map(({ id }) => id),
  };
}

function keyOf({ id, version }: Question): string {
  return `${id}/${version}`;
}

function isUnversioned(released: Question, today: Question | undefined): boolean {
  if (today === undefined || today.version > released.version) return false;
  return today.version < released.version || shownOf(today) !== shownOf(released);
}

/** What members see of a question; its marks and provenance may change without a new version. */
function shownOf({ stem, options, takeaway }: Question): string {
  return JSON.stringify([
    stem,
    takeaway,
    options.map(({ id, text, correct, why }) => [id, text, correct, why]),
  ]);
}
