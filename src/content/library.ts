// What there is to ask: official packs with what was amended in them, servers' own packs, and every question as it was
// when somebody was asked it.
import type { Pack, Packs, Question } from './pack.ts';

/** One question as it stood at one version. */
export type QuestionRef = { exam: string; id: string; version: number };

export type Library = {
  /** The official packs as they are now. */
  packs(): readonly Pack[];
  /** The official pack of an exam; null when none of that id is loaded. */
  official(exam: string): Pack | null;
  /** The pack of an exam, official or a server's own; null when there is none of that id. */
  packOf(exam: string): Promise<Pack | null>;
  /** A question at a version: today's, or an earlier one that a row still names. Null when nobody kept it. */
  questionAt(ref: QuestionRef): Promise<Question | null>;
  /** Questions that are asked only where nothing else is left. */
  doubtful(exam: string): ReadonlySet<string>;
  /** What was changed is looked up anew: by this process at once, by others when they look. */
  refresh(): Promise<void>;
};

/** Replaces a question of an official pack, as long as the pack has the version that was amended. */
export type Amendment = { exam: string; baseVersion: number; question: Question; isRetired: boolean };

/** Where the library looks for what does not come with the packs. */
export type Shelf = {
  /** Versions that today's packs no longer hold. */
  findVersion(ref: QuestionRef): Promise<Question | null>;
  /** A server's own pack and its version number; null for what is none. */
  findOwn(exam: string): Promise<{ pack: Pack; version: number } | null>;
  /** The version numbers of own packs as they are now; those that are gone are missing. */
  ownVersions(exams: readonly string[]): Promise<ReadonlyMap<string, number>>;
  amendments(): Promise<readonly Amendment[]>;
  doubts(): Promise<readonly { exam: string; questionId: string }[]>;
};

/** Enough for every question that is open or looked up in `/history` at the same time. */
const MAX_KNOWN = 2_000;
/** Of 2,000 questions at most, some megabytes each. */
const MAX_OWN = 50;

export function createLibrary(packs: Packs, shelf: Partial<Shelf> | Shelf['findVersion']): Library {
  const find = typeof shelf === 'function' ? { findVersion: shelf } : shelf;
  // Versions never change, so what was found once is right for good; what was not found may come later.
  const known = new Map<string, Question>();
  const own = new Map<string, Promise<{ pack: Pack; version: number } | null>>();
  let amended: Packs = packs;
  let doubts: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  const openOwn = async (exam: string): Promise<Pack | null> => {
    const opening = own.get(exam) ?? find.findOwn?.(exam) ?? Promise.resolve(null);
    remember(own, { key: exam, value: opening, most: MAX_OWN });
    try {
      const found = await opening;
      // What is not there may be made later, and by another process.
      if (!found) own.delete(exam);
      return found?.pack ?? null;
    } catch (error) {
      own.delete(exam);
      throw error;
    }
  };
  const packOf = async (exam: string) => amended.get(exam) ?? openOwn(exam);

  return {
    packs: () => [...amended.values()],
    official: (exam) => amended.get(exam) ?? null,
    doubtful: (exam) => doubts.get(exam) ?? NONE,
    packOf,
    async questionAt(ref) {
      const current = (await packOf(ref.exam))?.questions.get(ref.id);
      if (current?.version === ref.version) return current;
      const released = packs.get(ref.exam)?.questions.get(ref.id);
      if (released?.version === ref.version) return released;
      const key = `${ref.exam}/${ref.id}/${ref.version}`;
      const before = known.get(key);
      if (before) return before;
      const found = (await find.findVersion?.(ref)) ?? null;
      if (found) remember(known, { key, value: found, most: MAX_KNOWN });
      return found;
    },
    async refresh() {
      doubts = byExam((await find.doubts?.()) ?? []);
      if (find.amendments) amended = amend(packs, await find.amendments(), amended);
      const held = await Promise.all(
        [...own].map(async ([exam, opening]) => ({ exam, version: (await opening)?.version })),
      );
      const now = await find.ownVersions?.(held.map(({ exam }) => exam));
      for (const { exam, version } of held) if (now?.get(exam) !== version) own.delete(exam);
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

function byExam(
  doubts: readonly { exam: string; questionId: string }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = Map.groupBy(doubts, ({ exam }) => exam);
  return new Map([...groups].map(([exam, of]) => [exam, new Set(of.map(({ questionId }) => questionId))]));
}

/** Packs in which nothing is amended stay the same objects, with all that was worked out of them. */
function amend(packs: Packs, amendments: readonly Amendment[], before: Packs): Packs {
  const byExam = Map.groupBy(amendments, ({ exam }) => exam);
  return new Map(
    [...packs].map(([id, pack]) => [id, amendPack(pack, byExam.get(id) ?? [], before.get(id) ?? pack)]),
  );
}

function amendPack(pack: Pack, amendments: readonly Amendment[], before: Pack): Pack {
  // A release that has changed the question itself has the last word.
  const valid = amendments.filter(
    ({ question, baseVersion }) => pack.questions.get(question.id)?.version === baseVersion,
  );
  const questions = new Map(pack.questions);
  for (const { question, isRetired } of valid) {
    if (isRetired) questions.delete(question.id);
    else questions.set(question.id, question);
  }
  return isSame(questions, before.questions) ? before : { ...pack, questions };
}

function isSame(now: Pack['questions'], before: Pack['questions']): boolean {
  if (now.size !== before.size) return false;
  return [...now].every(([id, { version }]) => before.get(id)?.version === version);
}

/** The newest last; the oldest goes when there are too many. */
function remember<T>(
  map: Map<string, T>,
  { key, value, most }: { key: string; value: T; most: number },
): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
