// Reporting a question.

import type { Logger } from 'pino';
import type { Packs } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import type { ReportKind } from './rules.ts';
import { saveReport } from './store.ts';

export type ReportInput = {
  exam: string;
  questionId: string;
  questionVersion: number;
  memberId: string;
  serverId: string;
  kind: ReportKind;
  text: string;
};

/** Stored for the pack's maintainers, and in the log for whoever runs the bot. */
export async function reportQuestion(
  deps: { db: Db; content: Packs; clock: Clock; log: Logger },
  input: ReportInput,
): Promise<{ kind: 'reported' | 'no-such-question' }> {
  if (!deps.content.get(input.exam)?.questions.has(input.questionId)) return { kind: 'no-such-question' };
  await saveReport(deps.db, { ...input, reportedAt: deps.clock.now() });
  deps.log.info(
    { exam: input.exam, question: input.questionId, version: input.questionVersion, kind: input.kind },
    'question reported',
  );
  return { kind: 'reported' };
}
