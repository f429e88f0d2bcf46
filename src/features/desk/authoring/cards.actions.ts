// The card of each suggestion in its server's channel for reviews: which are to be shown, and which shown anew.
import { type Card, claimCards, freeCard, makeCards, noteShownCard } from './cards.store.ts';
import { lookAtQuestion } from './listing.actions.ts';
import type { AuthoringDeps } from './packs.actions.ts';

export type CardScreen = Card & { question: NonNullable<Awaited<ReturnType<typeof lookAtQuestion>>> };

/** Longer than a send may take. */
const LEASE_MS = 60_000;
const BATCH = 20;

export async function cardsToShow(deps: AuthoringDeps): Promise<CardScreen[]> {
  const now = deps.clock.now();
  await makeCards(deps.db, now);
  const cards: CardScreen[] = [];
  for (const card of await claimCards(deps.db, { now, leaseMs: LEASE_MS, limit: BATCH })) {
    const question = await lookAtQuestion(deps, { ...card, id: card.questionId });
    if (question) cards.push({ ...card, question });
  }
  return cards;
}

export async function cardShown(
  { db }: Pick<AuthoringDeps, 'db'>,
  { packId, questionId, question, messageId }: CardScreen & { messageId: string },
): Promise<void> {
  await noteShownCard(db, {
    ...{ packId, questionId, messageId },
    shown: `${question.status}/${question.version}`,
  });
}

export async function cardFailed({ db }: Pick<AuthoringDeps, 'db'>, card: CardScreen): Promise<void> {
  await freeCard(db, card);
}
