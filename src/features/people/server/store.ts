// Queries on servers and the log of their changes.

import { and, desc, eq, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { NewServer, ServerSettings, WeekStart } from './rules.ts';
import { serverChanges, servers } from './table.ts';

const columns = {
  id: servers.id,
  exam: servers.exam,
  edition: servers.edition,
  zone: servers.zone,
  isZoneGuessed: servers.isZoneGuessed,
  weekStart: servers.weekStart,
  language: servers.language,
  toldRetired: servers.toldRetired,
} as const;

type Calendar = Pick<Server, 'zone' | 'isZoneGuessed' | 'weekStart'>;
export type Server = ServerSettings & {
  isZoneGuessed: boolean;
  language: string | null;
  toldRetired: string | null;
};

export async function readServer(db: Db, id: string): Promise<Server | null> {
  const [row] = await db.select(columns).from(servers).where(eq(servers.id, id));
  return row ?? null;
}

/** What dates a server's windows as it is now, kept from changing until the transaction ends. */
export async function lockCalendar(tx: Db, id: string): Promise<Calendar | null> {
  const [row] = await tx
    .select({ zone: servers.zone, isZoneGuessed: servers.isZoneGuessed, weekStart: servers.weekStart })
    .from(servers)
    .where(eq(servers.id, id))
    .for('update');
  return row ?? null;
}

/** The bot is there: makes the server unless it exists, and takes back that it has left. Only a new one is greeted. */
export async function noteThere(db: Db, server: NewServer & { greetAt: Date | null }): Promise<void> {
  await db
    .insert(servers)
    .values(server)
    .onConflictDoUpdate({
      target: servers.id,
      set: { leftAt: null },
      // Told again and again of servers that never left: no reason to write them anew.
      setWhere: isNotNull(servers.leftAt),
    });
}

/** Makes the server with these settings unless it exists; returns what is stored. */
export async function ensureServer(db: Db, server: ServerSettings & { createdAt: Date }): Promise<Server> {
  const [made] = await db.insert(servers).values(server).onConflictDoNothing().returning(columns);
  const stored = made ?? (await readServer(db, server.id));
  if (!stored) throw new Error(`server ${server.id} vanished while it was made`);
  return stored;
}

export type ServerChange =
  | { setting: 'edition'; before: string; after: string }
  /** Null before the first choice. */
  | { setting: 'zone'; before: string | null; after: string }
  | { setting: 'weekStart'; before: WeekStart; after: WeekStart }
  | { setting: 'language'; before: string | null; after: string | null };
export type ExamEdition = { exam: string; edition: string };

/** Puts a server on an edition (of any exam) and logs it; false when it was there already. Nothing else changes. */
export async function changeEdition(
  db: Db,
  { id, memberId, now, to }: { id: string; memberId: string; now: Date; to: ExamEdition },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select({ exam: servers.exam, edition: servers.edition })
      .from(servers)
      .where(eq(servers.id, id))
      .for('update');
    if (!before || (before.exam === to.exam && before.edition === to.edition)) return false;
    await tx.update(servers).set(to).where(eq(servers.id, id));
    await logChange(tx, {
      serverId: id,
      memberId,
      changedAt: now,
      setting: 'edition',
      before: `${before.exam}/${before.edition}`,
      after: `${to.exam}/${to.edition}`,
    });
    return true;
  });
}

/** Changes one setting and writes it into the log, both or neither. */
export async function changeServer(
  db: Db,
  { id, memberId, now, change }: { id: string; memberId: string; now: Date; change: ServerChange },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(servers)
      .set({ [change.setting]: change.after, ...(change.setting === 'zone' ? { isZoneGuessed: false } : {}) })
      .where(eq(servers.id, id));
    const { setting } = change;
    const [before, after] = [change.before, change.after].map((side) =>
      side === null ? null : String(side),
    );
    await tx.insert(serverChanges).values({ serverId: id, memberId, changedAt: now, setting, before, after });
  });
}

/** One line of the log, in the transaction of what it tells. */
export async function logChange(
  db: Db,
  change: {
    serverId: string;
    memberId: string;
    changedAt: Date;
    setting: string;
    before: string | null;
    after: string | null;
  },
): Promise<void> {
  await db.insert(serverChanges).values(change);
}

export async function recentChanges(db: Db, { serverId, limit }: { serverId: string; limit: number }) {
  return db
    .select({
      memberId: serverChanges.memberId,
      changedAt: serverChanges.changedAt,
      setting: serverChanges.setting,
      before: serverChanges.before,
      after: serverChanges.after,
    })
    .from(serverChanges)
    .where(eq(serverChanges.serverId, serverId))
    .orderBy(desc(serverChanges.changedAt), desc(serverChanges.id))
    .limit(limit);
}

/** What servers are told once about their edition: that it ends soon, and that it has ended. */
export type EditionNews = 'ahead' | 'retired';

/** The server was told this of its edition; nothing when it has left that edition meanwhile. */
export async function markTold(
  db: Db,
  { id, edition, news }: { id: string; edition: string; news: EditionNews },
): Promise<void> {
  await db
    .update(servers)
    .set(news === 'ahead' ? { toldAhead: edition } : { toldRetired: edition })
    .where(and(eq(servers.id, id), eq(servers.edition, edition)));
}

/** Servers on an edition that were not told this yet. */
export async function untoldServers(
  db: Db,
  { exam, edition, news, limit }: ExamEdition & { news: EditionNews; limit: number },
): Promise<Server[]> {
  return db
    .select(columns)
    .from(servers)
    .where(
      and(
        eq(servers.exam, exam),
        eq(servers.edition, edition),
        isUntold(edition, news),
        isNull(servers.leftAt),
      ),
    )
    .limit(limit);
}

/** A server that was told about an older edition is told about the next one too. */
function isUntold(edition: string, news: EditionNews) {
  const told = news === 'ahead' ? servers.toldAhead : servers.toldRetired;
  return or(isNull(told), ne(told, edition));
}

export async function setLeft(db: Db, { id, leftAt }: { id: string; leftAt: Date | null }): Promise<void> {
  await db.update(servers).set({ leftAt }).where(eq(servers.id, id));
}

/** Servers that the bot is in have not left, whatever was told before. */
export async function clearLeft(db: Db, { present }: { present: readonly string[] }): Promise<void> {
  await db
    .update(servers)
    .set({ leftAt: null })
    .where(and(isNotNull(servers.leftAt), isAmong(present)));
}

/** Servers that have not left as far as we know. */
export async function serversNotLeft(db: Db): Promise<string[]> {
  const rows = await db.select({ id: servers.id }).from(servers).where(isNull(servers.leftAt));
  return rows.map(({ id }) => id);
}

/** Servers that Discord does not tell of have left. */
export async function markMissing(
  db: Db,
  { missing, now }: { missing: readonly string[]; now: Date },
): Promise<void> {
  await db
    .update(servers)
    .set({ leftAt: now })
    .where(and(isNull(servers.leftAt), isAmong(missing)));
}

function isAmong(ids: readonly string[]) {
  return sql`${servers.id} = any(${sql.param([...ids])}::text[])`;
}

export async function serversLeftBefore(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: servers.id })
    .from(servers)
    .where(and(isNotNull(servers.leftAt), lte(servers.leftAt, before)))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** The language a server chose; null when it chose none. */
export async function readLanguage(db: Db, id: string): Promise<string | null> {
  const [row] = await db.select({ language: servers.language }).from(servers).where(eq(servers.id, id));
  return row?.language ?? null;
}
