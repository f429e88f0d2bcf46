// The library of the bot: today's packs, and every version that was ever asked, kept in the database.
import { parseKept } from '#content/kept.ts';
import { type Amendment, createLibrary, type Library } from '#content/library.ts';
import { buildOwnPack, ownExamId, ownPackNumber } from '#content/own-pack.ts';
import type { Pack, Packs, Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { readDoubts } from './doubts.store.ts';
import { readLiveQuestions, readOwnPack, readOwnVersions } from './own.store.ts';
import { keepVersions, readAmendments, readVersion } from './store.ts';

/** Some hundred questions are about a megabyte: few enough for one statement to end in time. */
const BATCH = 200;

/** Every version of the packs is kept before anything is asked, so that an update never takes a question away. */
export async function keepQuestions(
  { db, clock }: { db: Db; clock: Clock },
  packs: Packs,
): Promise<{ kept: number }> {
  const all = [...packs.values()].flatMap((pack) =>
    [...pack.questions.values(), ...pack.superseded].map((question) => ({
      exam: pack.exam.id,
      id: question.id,
      version: question.version,
      question,
    })),
  );
  let kept = 0;
  for (let first = 0; first < all.length; first += BATCH) {
    kept += await keepVersions(db, { kept: all.slice(first, first + BATCH), now: clock.now() });
  }
  return { kept };
}

/** Today's packs with what was amended in them, servers' own packs, and every version that was ever asked. */
export async function openLibrary({ db }: { db: Db }, packs: Packs): Promise<Library> {
  const library = createLibrary(packs, {
    findVersion: async (ref) => parseKept(await readVersion(db, ref)),
    findOwn: (exam) => findOwn(db, exam),
    ownVersions: (exams) => findOwnVersions(db, exams),
    amendments: () => findAmendments(db),
    doubts: () => readDoubts(db),
  });
  await library.refresh();
  return library;
}

async function findOwn(db: Db, exam: string): Promise<{ pack: Pack; version: number } | null> {
  const id = ownPackNumber(exam);
  const row = id === null ? null : await readOwnPack(db, id);
  if (id === null || !row) return null;
  // After the version: what changes between the two is read again, never missed.
  const live = await readLiveQuestions(db, { id, exam });
  const questions = live.flatMap(({ question }) => parseKept(question) ?? []);
  return {
    pack: withQuestions(buildOwnPack({ ...row, exam, questions: [] }), questions),
    version: row.version,
  };
}

async function findOwnVersions(db: Db, exams: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const ids = exams.flatMap((exam) => ownPackNumber(exam) ?? []);
  if (ids.length === 0) return new Map();
  return new Map((await readOwnVersions(db, ids)).map(({ id, version }) => [ownExamId(id), version]));
}

/** What reviewers decided, on top of what was released. */
export async function findAmendments(db: Db): Promise<Amendment[]> {
  return (await readAmendments(db)).flatMap(({ exam, baseVersion, kind, question: kept }) => {
    const question = parseKept(kept);
    return question ? [{ exam, baseVersion, question, isRetired: kind === 'retired' }] : [];
  });
}

function withQuestions(pack: Pack, questions: readonly Question[]): Pack {
  return { ...pack, questions: new Map(questions.map((question) => [question.id, question])) };
}
