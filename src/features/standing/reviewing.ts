// Questions that a member wants to meet again. Types only: a standing that keeps such a list may offer it.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';

export type Reviewing = {
  /** Returns how many were not in it before. Safe to run twice. */
  add(
    deps: { db: Db; clock: Clock },
    wish: { memberId: string; exam: string; questionIds: readonly string[] },
  ): Promise<number>;
};
