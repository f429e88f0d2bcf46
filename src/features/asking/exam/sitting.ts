// A sitting as it stands in its row, by position.
import type { ExamKind, Item, Mark } from './rules.ts';

export type Sitting = {
  id: number;
  memberId: string;
  serverId: string | null;
  exam: string;
  edition: string;
  kind: ExamKind;
  domain: string | null;
  extraMinutes: number;
  /** In order of position. */
  marks: Mark[];
  /** The question that was shown last, from 1. */
  position: number;
  startedAt: Date;
  deadlineAt: Date;
  outageSeconds: number;
  /** Null while it is running. */
  submittedAt: Date | null;
  isTimeUp: boolean;
  right: number | null;
  scoredRight: number | null;
};

/** The row as `to_jsonb` writes it. */
export type SittingRow = {
  id: number;
  member_id: string;
  server_id: string | null;
  exam: string;
  edition: string;
  kind: ExamKind;
  domain: string | null;
  extra_minutes: number;
  question_ids: string[];
  question_versions: number[];
  option_orders: string[];
  domains: string[];
  scored: boolean[];
  picks: string[];
  flags: boolean[];
  seconds: number[];
  answered_after: number[];
  position: number;
  started_at: string;
  deadline_at: string;
  outage_seconds: number;
  submitted_at: string | null;
  is_time_up: boolean;
  right: number | null;
  scored_right: number | null;
};

export function sittingOf(row: SittingRow): Sitting {
  const startedAt = new Date(row.started_at);
  return {
    id: row.id,
    memberId: row.member_id,
    serverId: row.server_id,
    exam: row.exam,
    edition: row.edition,
    kind: row.kind,
    domain: row.domain,
    extraMinutes: row.extra_minutes,
    marks: row.question_ids.map((questionId, index) => markOf(row, { questionId, index, startedAt })),
    position: row.position,
    startedAt,
    deadlineAt: new Date(row.deadline_at),
    outageSeconds: row.outage_seconds,
    submittedAt: row.submitted_at === null ? null : new Date(row.submitted_at),
    isTimeUp: row.is_time_up,
    right: row.right,
    scoredRight: row.scored_right,
  };
}

type At = { questionId: string; index: number; startedAt: Date };

function markOf(row: SittingRow, { questionId, index, startedAt }: At): Mark {
  const after = row.answered_after[index] ?? -1;
  return {
    position: index + 1,
    questionId,
    questionVersion: row.question_versions[index] ?? 1,
    optionOrder: splitIds(row.option_orders[index] ?? ''),
    domain: row.domains[index] ?? '',
    isScored: row.scored[index] ?? true,
    picks: splitIds(row.picks[index] ?? ''),
    isFlagged: row.flags[index] ?? false,
    seconds: row.seconds[index] ?? 0,
    answeredAt: after < 0 ? null : new Date(startedAt.getTime() + after * 1000),
  };
}

function splitIds(joined: string): string[] {
  return joined === '' ? [] : joined.split(',');
}

/** The columns that hold the items of a new sitting. */
export function columnsOf(items: readonly Item[]) {
  return {
    questionIds: items.map(({ questionId }) => questionId),
    questionVersions: items.map(({ questionVersion }) => questionVersion),
    optionOrders: items.map(({ optionOrder }) => optionOrder.join(',')),
    domains: items.map(({ domain }) => domain),
    scored: items.map(({ isScored }) => isScored),
    picks: items.map(() => ''),
    flags: items.map(() => false),
    seconds: items.map(() => 0),
    answeredAfter: items.map(() => -1),
  };
}
