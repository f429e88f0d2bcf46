// Rounds that a member started, and how long they have to wait for the next.
import { and, eq } from 'drizzle-orm';
import { allOf, ownRows, type Personal } from '#db/personal.ts';
import { ERASED } from '#features/people/server/rules.ts';
import { cooldowns, rounds } from './table.ts';

/** A public round is its players' too: it goes on, and its table stays. A private one goes. */
const ofRounds: Personal = {
  ...ownRows(rounds, rounds.memberId),
  async erase(tx, memberId) {
    const isTheirs = eq(rounds.memberId, memberId);
    await tx.delete(rounds).where(and(isTheirs, eq(rounds.kind, 'private')));
    await tx.update(rounds).set({ memberId: ERASED }).where(isTheirs);
  },
};

export const personal = allOf(ofRounds, ownRows(cooldowns, cooldowns.memberId));
