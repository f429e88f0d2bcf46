// Alarms of questions as lines for whoever keeps the bank.
import type { Told } from '#bot/feature.ts';
import type { Db } from '#db/connect.ts';
import type { Words } from '#words/words.ts';
import { showEvidence } from './alarm.view.ts';
import { readAlarms } from './alarms.store.ts';

const LETTERS = 'abcdef';

export async function listAlarms(
  db: Db,
  wanted: { exam: string | null; limit: number },
  words: Words,
): Promise<Told[]> {
  const found = await readAlarms(db, wanted);
  return found.map(({ alarm, raisedAt, ...question }) => ({
    ...question,
    kind: alarm.kind,
    text: showEvidence(words, alarm, optionId),
    reportedAt: raisedAt,
  }));
}

/** As the question's file calls it: options lie there in the order of their ids. */
function optionId(index: number): string {
  return LETTERS[index] ?? '';
}
