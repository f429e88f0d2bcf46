// How long a member's data is kept, and what is shown of it. Pure.
const DAY_MS = 24 * 3_600_000;
/** Whoever has not been seen for two years is told. */
const INACTIVE_AFTER_MS = 2 * 365 * DAY_MS;
/** And deleted a month later. */
const DELETED_AFTER_TELLING_MS = 30 * DAY_MS;

export type Absence = { memberId: string; since: Date; toldAt: Date | null };

/** What is to be done about a member who was last seen at an instant. */
export function dueFor({ since, toldAt }: Absence, now: Date): 'nothing' | 'tell' | 'delete' {
  if (now.getTime() - since.getTime() < INACTIVE_AFTER_MS) return 'nothing';
  if (toldAt === null) return 'tell';
  return now.getTime() - toldAt.getTime() < DELETED_AFTER_TELLING_MS ? 'nothing' : 'delete';
}

/** Seen before this instant, a member is inactive now. */
export function inactiveBefore(now: Date): Date {
  return new Date(now.getTime() - INACTIVE_AFTER_MS);
}

/** Told at this instant or before, a member is deleted now. */
export function deletedWhenToldBefore(now: Date): Date {
  return new Date(now.getTime() - DELETED_AFTER_TELLING_MS);
}

/** When a member who is told now will be deleted. */
export function deletedAt(toldAt: Date): Date {
  return new Date(toldAt.getTime() + DELETED_AFTER_TELLING_MS);
}

/** A member's rows by table. */
export type OwnData = Readonly<Record<string, readonly object[]>>;

export type Counted = { table: string; rows: number };

/** How much there is of what, most first; tables without a row are left out. */
export function countRows(data: OwnData): Counted[] {
  return Object.entries(data)
    .map(([table, rows]) => ({ table, rows: rows.length }))
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => b.rows - a.rows);
}
