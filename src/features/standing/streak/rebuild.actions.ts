// Cached streaks computed anew from the recorded days, some members at a time.
import type { Db } from '#db/connect.ts';
import type { LocalDate } from '#lib/local-date.ts';
import { type Facts, readFacts } from './facts.ts';
import {
  lockStreaks,
  membersActiveSince,
  membersWithDays,
  movePlaces,
  type Rebuilt,
  writeStreaks,
} from './rebuild.store.ts';
import { rebuildStreak } from './rules.ts';
import { readDaysOf } from './store.ts';

const PAGE = 200;

/**
 * Of these members, of those active since a date, or of all; returns how many streaks were different. A member whose
 * days cannot be computed keeps the others from nothing, and is told at the end.
 */
export async function rebuildStreaks(
  { db }: { db: Db },
  { memberIds, activeSince }: { memberIds?: readonly string[]; activeSince?: LocalDate } = {},
): Promise<number> {
  const failures: unknown[] = [];
  let changed = 0;
  const rebuild = async (page: readonly string[]) => {
    const done = await rebuildPage(db, page);
    changed += done.changed;
    failures.push(...done.failures);
  };
  if (memberIds) await rebuild(memberIds);
  for (let after: string | undefined = memberIds ? undefined : ''; after !== undefined; ) {
    const place = { after, limit: PAGE };
    const page: string[] = activeSince
      ? await membersActiveSince(db, { ...place, since: activeSince })
      : await membersWithDays(db, place);
    if (page.length > 0) await rebuild(page);
    after = page.at(-1);
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} streaks not rebuilt`);
  return changed;
}

type Page = { changed: number; failures: unknown[] };

async function rebuildPage(db: Db, memberIds: readonly string[]): Promise<Page> {
  return db.transaction(async (tx) => {
    await lockStreaks(tx, memberIds);
    const days = await readDaysOf(tx, memberIds);
    const first = [...days.values()].flat().toSorted()[0];
    const since = first === undefined ? new Date(0) : new Date(`${first}T00:00:00Z`);
    // A day before the first: somewhere it began earlier than in UTC.
    const facts = await readFacts(tx, { memberIds, since: new Date(since.getTime() - 86_400_000) });
    const tried = facts.map((one) => tryRebuild(one, days.get(one.memberId) ?? []));
    const rebuilt = tried.flatMap((each) => ('streak' in each ? [each] : []));
    const failures = tried.flatMap((each) => ('error' in each ? [each.error] : []));
    const changed = await writeStreaks(tx, rebuilt);
    await movePlaces(tx, changed);
    return { changed: changed.length, failures };
  });
}

/** An unknown zone, say, is one member's fault and nobody else's. */
function tryRebuild(
  { memberId, isNeutral }: Facts,
  days: readonly LocalDate[],
): Rebuilt | { error: unknown } {
  try {
    return { memberId, streak: rebuildStreak(days, isNeutral) };
  } catch (error) {
    return { error };
  }
}
