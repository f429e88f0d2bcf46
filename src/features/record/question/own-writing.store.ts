// Writing servers' own packs.
import { and, count, eq, sql } from 'drizzle-orm';

import type { Db } from '#db/connect.ts';
import { announceQuestions } from './announcing.store.ts';
import type { OwnDomain, OwnExam, OwnStatus } from './rules.ts';
import { ownPacks, ownQuestions } from './table.ts';

type InPack = { serverId: string; packId: number };

/** Until the transaction ends, nobody else makes a pack in the server. */
export async function lockOwnServer(tx: Db, serverId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`own-packs:${serverId}`}, 0))`);
}

export async function countPacks(db: Db, serverId: string): Promise<number> {
  const [row] = await db.select({ packs: count() }).from(ownPacks).where(eq(ownPacks.serverId, serverId));
  return row?.packs ?? 0;
}

export async function insertOwnPack(
  tx: Db,
  pack: {
    serverId: string;
    name: string;
    domains: OwnDomain[];
    sitting: OwnExam;
    createdAt: Date;
    createdBy: string;
  },
): Promise<number> {
  const [made] = await tx.insert(ownPacks).values(pack).returning({ id: ownPacks.id });
  if (!made) throw new Error('no pack was made');
  return made.id;
}

/** False when the server has no such pack. */
export async function updateOwnPack(
  db: Db,
  { serverId, packId, ...set }: InPack & { name?: string; domains?: OwnDomain[]; sitting?: OwnExam },
): Promise<boolean> {
  const rows = await db
    .update(ownPacks)
    .set({ ...set, version: sql`${ownPacks.version} + 1` })
    .where(isPack({ serverId, packId }))
    .returning({ id: ownPacks.id });
  if (rows.length > 0) await announceQuestions(db);
  return rows.length > 0;
}

/**
 * Makes the pack one version newer, which locks it, and says how many questions it has and which number was given last;
 * null when the server has no such pack.
 */
export async function lockOwnPack(
  tx: Db,
  pack: InPack,
): Promise<{ questions: number; lastNumber: number } | null> {
  const rows = await tx
    .update(ownPacks)
    .set({ version: sql`${ownPacks.version} + 1` })
    .where(isPack(pack))
    .returning({ id: ownPacks.id });
  if (rows.length === 0) return null;
  await announceQuestions(tx);
  const [has] = await tx
    .select({
      questions: sql<number>`count(*) filter (where ${ownQuestions.status} in ('live', 'suggested'))::int`,
      lastNumber: sql<number>`coalesce(max(substr(${ownQuestions.id}, 3)::int), 0)`,
    })
    .from(ownQuestions)
    .where(eq(ownQuestions.packId, pack.packId));
  return has ?? { questions: 0, lastNumber: 0 };
}

export type NewOwnQuestion = typeof ownQuestions.$inferInsert;

/** As many as a pack may have: fewer parameters than PostgreSQL takes only in slices. */
const SLICE = 500;

export async function insertQuestions(tx: Db, questions: readonly NewOwnQuestion[]): Promise<void> {
  for (let first = 0; first < questions.length; first += SLICE) {
    await tx.insert(ownQuestions).values(questions.slice(first, first + SLICE));
  }
}

export async function setQuestion(
  tx: Db,
  {
    packId,
    id,
    serverId: _,
    ...set
  }: InPack & {
    id: string;
    version: number;
    domain: string;
    difficulty: number;
    title: string;
    changedAt: Date;
  },
): Promise<void> {
  await tx.update(ownQuestions).set(set).where(isQuestion({ packId, id }));
}

/** Null when the question is not in one of the states it may come from. */
export async function setStatus(
  tx: Db,
  input: InPack & { id: string; from: readonly OwnStatus[]; to: OwnStatus; changedAt: Date },
): Promise<{ authorId: string | null; title: string } | null> {
  const [row] = await tx
    .update(ownQuestions)
    .set({ status: input.to, changedAt: input.changedAt })
    .where(and(isQuestion(input), sql`${ownQuestions.status} = any(${sql.param([...input.from])}::text[])`))
    .returning({ authorId: ownQuestions.authorId, title: ownQuestions.title });
  return row ?? null;
}

function isPack({ serverId, packId }: InPack) {
  return and(eq(ownPacks.id, packId), eq(ownPacks.serverId, serverId));
}

function isQuestion({ packId, id }: { packId: number; id: string }) {
  return and(eq(ownQuestions.packId, packId), eq(ownQuestions.id, id));
}
