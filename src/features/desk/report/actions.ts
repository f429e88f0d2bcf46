// Reporting a question.

import type { Logger } from 'pino';
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { askedBy } from '#features/record/post/target.actions.ts';
import type { Clock } from '#lib/clock.ts';
import { cleanReport, isReportKind, type ReportOutcome } from './rules.ts';
import { readReports, saveReport } from './store.ts';
import { MAX_REPORTS_A_DAY } from './ticket.rules.ts';
import { ticketFor } from './tickets.actions.ts';
import { reportsSince } from './tickets.store.ts';

export type ReportInput = {
  exam: string;
  questionId: string;
  questionVersion: number;
  memberId: string;
  serverId: string | null;
  /** As chosen in the form. */
  kind: string;
  text: string;
};

const DAY_MS = 86_400_000;

/** Stored for the pack's maintainers, and in the log for whoever runs the bot. */
export async function reportQuestion(
  deps: { db: Db; content: Library; clock: Clock; log: Logger },
  input: ReportInput,
): Promise<ReportOutcome> {
  const { kind, exam, questionId: question, questionVersion: version } = input;
  const text = cleanReport(input.text);
  if (!isReportKind(kind)) return { kind: 'no-kind' };
  if (text === '') return { kind: 'blank' };
  if (!(await deps.content.packOf(exam))?.questions.has(question)) return { kind: 'no-such-question' };
  const now = deps.clock.now();
  const today = { memberId: input.memberId, since: new Date(now.getTime() - DAY_MS) };
  if ((await reportsSince(deps.db, today)) >= MAX_REPORTS_A_DAY) return { kind: 'too-many' };
  await saveReport(deps.db, { ...input, kind, text, reportedAt: now });
  await ticketFor(deps, input);
  deps.log.info({ exam, question, version, kind }, 'question reported');
  return { kind: 'reported' };
}

/** Newest first, of one exam or of all. */
export async function listReports(db: Db, wanted: { exam: string | null; limit: number }) {
  return readReports(db, wanted);
}

/** The question that a message is about; null where it is not there any more. */
export async function questionOf(deps: { db: Db }, target: Parameters<typeof askedBy>[1]) {
  return askedBy(deps, target);
}
