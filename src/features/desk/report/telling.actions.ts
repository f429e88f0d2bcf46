// Telling those who reported a question what became of it.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { markReporterTold, untoldReports } from './tickets.store.ts';

const AT_ONCE = 50;

export async function reportersToTell({ db }: { db: Db }) {
  return untoldReports(db, AT_ONCE);
}

export async function reporterTold(
  { db, clock }: { db: Db; clock: Clock },
  report: { exam: string; questionId: string; questionVersion: number; memberId: string },
): Promise<void> {
  await markReporterTold(db, { ...report, now: clock.now() });
}
