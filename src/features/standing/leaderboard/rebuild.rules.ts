// Adding up days into windows, oldest first: what is over is handed out, what is not is kept. Then: which rows of a
// board are wrong. Pure.
import { ALL_DOMAINS, ALL_TIME_START, type Score, type WindowKind, windowKinds } from './rules.ts';

/** What one member's rated answers come to in a domain of an exam, or in "all". */
export type DomainScore = Score & { exam: string; domain: string };

export type CountedWindow = { window: WindowKind; startsOn: string; lines: DomainScore[] };
type Totals = ReadonlyMap<string, DomainScore>;
export type OpenWindows = Partial<Record<WindowKind, { startsOn: string; totals: Totals }>>;

/** Before the first day: what answers came to that are not there any more counts for all time. */
export function openFrom(kept: readonly DomainScore[]): OpenWindows {
  if (kept.length === 0) return {};
  return { all: { startsOn: ALL_TIME_START, totals: addUp(new Map(), withAll(kept)) } };
}

/** Counts one local day; `starts` are those of the windows it lies in. Windows that began earlier are over. */
export function countDay(
  open: OpenWindows,
  starts: Record<WindowKind, string>,
  lines: readonly DomainScore[],
): { over: CountedWindow[]; open: OpenWindows } {
  const over: CountedWindow[] = [];
  const next: OpenWindows = {};
  const counted = withAll(lines);
  for (const window of windowKinds) {
    const before = open[window];
    const goesOn = before?.startsOn === starts[window];
    if (before && !goesOn) over.push(counts(window, before));
    next[window] = { startsOn: starts[window], totals: addUp(goesOn ? before.totals : new Map(), counted) };
  }
  return { over, open: next };
}

/** All windows that are still open, after the last day. */
export function closeAll(open: OpenWindows): CountedWindow[] {
  return windowKinds.flatMap((window) => {
    const last = open[window];
    return last ? [counts(window, last)] : [];
  });
}

function withAll(lines: readonly DomainScore[]): DomainScore[] {
  return [...lines, ...lines.map((line) => ({ ...line, domain: ALL_DOMAINS }))];
}

function counts(
  window: WindowKind,
  { startsOn, totals }: { startsOn: string; totals: Totals },
): CountedWindow {
  return { window, startsOn, lines: [...totals.values()] };
}

function addUp(before: Totals, lines: readonly DomainScore[]): Totals {
  const totals = new Map(before);
  for (const line of lines) {
    const key = `${line.exam}/${line.domain}/${line.memberId}`;
    const sum = totals.get(key);
    totals.set(key, sum ? plus(sum, line) : line);
  }
  return totals;
}

function plus(sum: DomainScore, line: DomainScore): DomainScore {
  return {
    ...sum,
    points: sum.points + line.points,
    right: sum.right + line.right,
    rated: sum.rated + line.rated,
  };
}

/** What must be written and deleted for a board to hold exactly what was counted. */
export function findDifferences(
  stored: readonly Score[],
  counted: readonly Score[],
): { wrong: Score[]; surplus: string[] } {
  const before = new Map(stored.map((score) => [score.memberId, score]));
  const members = new Set(counted.map((score) => score.memberId));
  return {
    wrong: counted.filter((score) => !isSame(score, before.get(score.memberId))),
    surplus: stored.map((score) => score.memberId).filter((memberId) => !members.has(memberId)),
  };
}

function isSame(a: Score, b: Score | undefined): boolean {
  return b !== undefined && a.points === b.points && a.right === b.right && a.rated === b.rated;
}
