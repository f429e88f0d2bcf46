// Queries on where members are in their decks.
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { cardDecks } from './table.ts';

type Reader = { memberId: string; exam: string };
export type Place = Reader & { deck: string; day: string; position: number };

export async function readPlace(db: Db, { memberId, exam }: Reader): Promise<Place | null> {
  const [row] = await db
    .select({
      memberId: cardDecks.memberId,
      exam: cardDecks.exam,
      deck: cardDecks.deck,
      day: cardDecks.day,
      position: cardDecks.position,
    })
    .from(cardDecks)
    .where(and(eq(cardDecks.memberId, memberId), eq(cardDecks.exam, exam)));
  return row ?? null;
}

/** Puts the member there, whatever they had open before. */
export async function putPlace(db: Db, place: Place & { movedAt: Date }): Promise<void> {
  const { deck, day, position, movedAt } = place;
  await db
    .insert(cardDecks)
    .values(place)
    .onConflictDoUpdate({
      target: [cardDecks.memberId, cardDecks.exam],
      set: { deck, day, position, movedAt },
    });
}

/**
 * Moves the member on from a position; false when another press has moved them on from it before. A message of another
 * deck takes over: whoever presses there, learns there.
 */
export async function moveOn(db: Db, { position, ...place }: Place & { movedAt: Date }): Promise<boolean> {
  const { deck, day, movedAt } = place;
  const moved = await db
    .insert(cardDecks)
    .values({ ...place, position: position + 1 })
    .onConflictDoUpdate({
      target: [cardDecks.memberId, cardDecks.exam],
      set: { deck, day, position: position + 1, movedAt },
      setWhere: sql`${cardDecks.deck} <> ${deck} or ${cardDecks.day} <> ${day} or ${cardDecks.position} = ${position}`,
    })
    .returning({ position: cardDecks.position });
  return moved.length > 0;
}
