// Which questions of an exam are asked no more by a decision: of reviewers, or of those who keep a server's own pack.
import { ownPackNumber } from '#content/own-pack.ts';
import type { Db } from '#db/connect.ts';
import { retiredOfficial, retiredOwn } from './retired.store.ts';

/** A release may ask an official one again: whether the pack has it is for the library to say. */
export async function retiredQuestions(db: Db, exam: string): Promise<string[]> {
  const packId = ownPackNumber(exam);
  return packId === null ? retiredOfficial(db, exam) : retiredOwn(db, packId);
}
