// Dropping what nobody came back to.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { KEEP_DAYS } from './rules.ts';
import { dropOld } from './store.ts';

const DAY_MS = 86_400_000;

export async function dropForgotten({ db, clock }: { db: Db; clock: Clock }): Promise<void> {
  await dropOld(db, new Date(clock.now().getTime() - KEEP_DAYS * DAY_MS));
}
