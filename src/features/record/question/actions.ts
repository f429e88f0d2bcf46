// The library of the bot: today's packs, and every version that was ever asked, kept in the database.
import { parseKept } from '#content/kept.ts';
import { createLibrary, type Library } from '#content/library.ts';
import type { Packs } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { keepVersions, readVersion } from './store.ts';

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

export function openLibrary({ db }: { db: Db }, packs: Packs): Library {
  return createLibrary(packs, async (ref) => parseKept(await readVersion(db, ref)));
}
