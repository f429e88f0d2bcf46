// A diagnosis as it stands in its row, by position.
import type { Answered, Drawn } from './rules.ts';

export type Diagnosis = {
  id: number;
  memberId: string;
  serverId: string | null;
  exam: string;
  edition: string;
  /** In order of position. */
  answered: Answered[];
  /** The question that waits for its answer; null once it has ended. */
  open: Drawn | null;
  startedAt: Date;
  endedAt: Date | null;
  recorded: number;
};

/** The row as `to_jsonb` writes it. */
export type DiagnosisRow = {
  id: number;
  member_id: string;
  server_id: string | null;
  exam: string;
  edition: string;
  question_ids: string[];
  question_versions: number[];
  option_orders: string[];
  domains: string[];
  picks: string[];
  rights: number[];
  seconds: number[];
  answered_after: number[];
  started_at: string;
  ended_at: string | null;
  recorded: number;
};

export function diagnosisOf(row: DiagnosisRow): Diagnosis {
  const startedAt = new Date(row.started_at);
  const endedAt = row.ended_at === null ? null : new Date(row.ended_at);
  const drawn = row.question_ids.map(
    (questionId, index): Drawn => ({
      questionId,
      questionVersion: row.question_versions[index] ?? 1,
      optionOrder: (row.option_orders[index] ?? '').split(','),
      domain: row.domains[index] ?? '',
    }),
  );
  const answered = drawn.slice(0, row.picks.length).map((each, index) => ({
    ...each,
    picks: (row.picks[index] ?? '').split(','),
    isRight: row.rights[index] === 1,
    seconds: row.seconds[index] ?? 0,
    at: new Date(startedAt.getTime() + (row.answered_after[index] ?? 0) * 1000),
  }));
  return {
    id: row.id,
    memberId: row.member_id,
    serverId: row.server_id,
    exam: row.exam,
    edition: row.edition,
    answered,
    open: endedAt ? null : (drawn[row.picks.length] ?? null),
    startedAt,
    endedAt,
    recorded: row.recorded,
  };
}
