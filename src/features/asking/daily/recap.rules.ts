// What a recap says, and until when it may still be said. Pure.

/** Discord knows a nonce again for a few minutes: after that a second try could become a second message. */
const TRY_FOR_MS = 2 * 60_000;
/** A recap of yesterday's question helps nobody. */
const WORTH_FOR_MS = 6 * 3_600_000;

export type RecapCase = {
  status: string;
  isSaid: boolean;
  messageId: string | null;
  answers: number;
  closesAt: Date | null;
  begunAt: Date;
};

/** No second one, none without an answer, nor where the question never appeared, nor long after. */
export function deservesRecap(recap: RecapCase, now: Date): boolean {
  if (recap.isSaid || recap.status !== 'closed' || recap.messageId === null || recap.answers === 0)
    return false;
  const age = now.getTime() - (recap.closesAt?.getTime() ?? 0);
  return age <= WORTH_FOR_MS && now.getTime() - recap.begunAt.getTime() <= TRY_FOR_MS;
}
