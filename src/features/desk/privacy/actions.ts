// A member's data in their own hands: shown, taken, erased.
import type { Db } from '#db/connect.ts';
import type { Personal } from '#db/personal.ts';
import { archiveOf } from './archive.ts';
import { type Counted, countRows, type OwnData } from './rules.ts';
import { holdAnswersOf } from './store.ts';

/** The same as by `/settings`. */
export { changeVisibility } from '#features/people/member/actions.ts';

/** `personals` in the order of the features: what others rest on comes first. */
type Deps = { db: Db; personals: readonly Personal[] };
type Who = { memberId: string };

export async function readOwnData({ db, personals }: Deps, { memberId }: Who): Promise<OwnData> {
  const data: Record<string, readonly object[]> = {};
  for (const personal of personals) {
    for (const [table, rows] of Object.entries(await personal.read(db, memberId))) {
      data[table] = [...(data[table] ?? []), ...rows];
    }
  }
  return data;
}

export async function countOwnData(deps: Deps, who: Who): Promise<Counted[]> {
  return countRows(await readOwnData(deps, who));
}

export async function exportOwnData(deps: Deps, who: Who): Promise<Uint8Array> {
  return archiveOf(await readOwnData(deps, who));
}

/** Everything at once or nothing; what follows from other rows goes before them. */
export async function eraseMember({ db, personals }: Deps, { memberId }: Who): Promise<void> {
  await db.transaction(async (tx) => {
    await holdAnswersOf(tx, memberId);
    for (const personal of personals.toReversed()) await personal.erase(tx, memberId);
  });
}
