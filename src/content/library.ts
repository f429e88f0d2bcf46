// What there is to ask: the packs as they are today, and every question as it was when somebody was asked it.
import type { Pack, Packs, Question } from './pack.ts';

/** One question as it stood at one version. */
export type QuestionRef = { exam: string; id: string; version: number };

export type Library = {
  packs(): readonly Pack[];
  /** The official pack of an exam; null when none of that id is loaded. */
  official(exam: string): Pack | null;
  /** The pack of an exam, official or a server's own; null when there is none of that id. */
  packOf(exam: string): Promise<Pack | null>;
  /** A question at a version: today's, or an earlier one that a row still names. Null when nobody kept it. */
  questionAt(ref: QuestionRef): Promise<Question | null>;
};

/** Looks up versions that today's packs no longer hold. */
export type FindVersion = (ref: QuestionRef) => Promise<Question | null>;

/** Enough for every question that is open or looked up in `/history` at the same time. */
const MAX_KNOWN = 2_000;

export function createLibrary(packs: Packs, findVersion: FindVersion): Library {
  // Versions never change, so what was found once is right for good; what was not found may come later.
  const known = new Map<string, Question>();
  return {
    packs: () => [...packs.values()],
    official: (exam) => packs.get(exam) ?? null,
    packOf: async (exam) => packs.get(exam) ?? null,
    async questionAt(ref) {
      const current = packs.get(ref.exam)?.questions.get(ref.id);
      if (current?.version === ref.version) return current;
      const key = `${ref.exam}/${ref.id}/${ref.version}`;
      const before = known.get(key);
      if (before) return before;
      const found = await findVersion(ref);
      if (found) remember(known, key, found);
      return found;
    },
  };
}

function remember(known: Map<string, Question>, key: string, question: Question): void {
  known.set(key, question);
  for (const oldest of known.keys()) {
    if (known.size <= MAX_KNOWN) return;
    known.delete(oldest);
  }
}
