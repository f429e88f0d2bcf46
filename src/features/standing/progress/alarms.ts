// Alarms of questions as lines for whoever keeps the bank.
import type { Told } from '#bot/feature.ts';
import type { Db } from '#db/connect.ts';
import type { Words } from '#words/words.ts';
import { readAlarms } from './alarms.store.ts';
import { sayAlarm } from './alarms.view.ts';

export async function listAlarms(
  db: Db,
  wanted: { exam: string | null; limit: number },
  words: Words,
): Promise<Told[]> {
  const found = await readAlarms(db, wanted);
  return found.map(({ alarm, raisedAt, ...question }) => ({
    ...question,
    kind: words.progress.alarm.kind[alarm.kind],
    text: sayAlarm(words, alarm),
    reportedAt: raisedAt,
  }));
}
