// Queries on members' own settings and pauses.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { type Member, newMember, type Pause } from './rules.ts';
import { members, pauses } from './table.ts';

const columns = {
  id: members.id,
  zone: members.zone,
  zoneChangedAt: members.zoneChangedAt,
  dayStart: members.dayStart,
  visibility: members.visibility,
  reminders: members.reminders,
  language: members.language,
  datedZone: members.datedZone,
  datedSince: members.datedSince,
  exam: members.exam,
  edition: members.edition,
} as const;

export async function readMember(db: Db, id: string): Promise<Member> {
  const [row] = await db.select(columns).from(members).where(eq(members.id, id));
  return row ?? newMember(id);
}

/** Settings of all these members, also of those who never set anything. */
export async function readMembers(db: Db, ids: readonly string[]): Promise<Map<string, Member>> {
  const rows = await db
    .select(columns)
    .from(members)
    .where(sql`${members.id} = any(${sql.param(ids)}::text[])`);
  const known = new Map(rows.map((row) => [row.id, row]));
  return new Map(ids.map((id) => [id, known.get(id) ?? newMember(id)]));
}

export async function readPauses(db: Db, memberId: string): Promise<Pause[]> {
  return db
    .select({ fromDate: pauses.fromDate, toDate: pauses.toDate })
    .from(pauses)
    .where(eq(pauses.memberId, memberId))
    .orderBy(asc(pauses.fromDate));
}

export async function readPausesOf(db: Db, memberIds: readonly string[]): Promise<Map<string, Pause[]>> {
  const rows = await db
    .select({ memberId: pauses.memberId, fromDate: pauses.fromDate, toDate: pauses.toDate })
    .from(pauses)
    .where(sql`${pauses.memberId} = any(${sql.param(memberIds)}::text[])`);
  return Map.groupBy(rows, (row) => row.memberId);
}

/**
 * Makes the member's row where there is none yet: whoever is found away for long is looked for among these rows, so that
 * nothing of a member may be kept without one.
 */
export async function noteMember(db: Db, id: string): Promise<void> {
  await db.insert(members).values({ id }).onConflictDoNothing();
}

/** Makes the member's row and keeps it from changing until the transaction ends. */
export async function lockMember(db: Db, id: string): Promise<Member> {
  const [row] = await db
    .insert(members)
    .values({ id })
    .onConflictDoUpdate({ target: members.id, set: { id: sql`excluded.id` } })
    .returning(columns);
  if (!row) throw new Error(`member ${id} vanished while it was made`);
  return row;
}

export type OwnSettings = Partial<Omit<Member, 'id' | 'datedZone' | 'datedSince'>>;

export async function saveSettings(db: Db, { id, ...set }: OwnSettings & { id: string }): Promise<void> {
  await db
    .insert(members)
    .values({ id, ...set })
    .onConflictDoUpdate({ target: members.id, set });
}

export async function insertPause(db: Db, memberId: string, pause: Pause): Promise<void> {
  await db.insert(pauses).values({ memberId, ...pause });
}

/** Shortens a pause, or removes it when nothing of it is kept. */
export async function replacePause(
  db: Db,
  memberId: string,
  { pause, keep }: { pause: Pause; keep: Pause | null },
): Promise<void> {
  const own = and(eq(pauses.memberId, memberId), eq(pauses.fromDate, pause.fromDate));
  if (keep) await db.update(pauses).set({ toDate: keep.toDate }).where(own);
  else await db.delete(pauses).where(own);
}

/** The language a member chose; null when they chose none. */
export async function readLanguage(db: Db, id: string): Promise<string | null> {
  const [row] = await db.select({ language: members.language }).from(members).where(eq(members.id, id));
  return row?.language ?? null;
}
