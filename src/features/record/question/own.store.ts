// Queries on servers' own packs.
import { and, asc, eq, sql } from 'drizzle-orm';

import type { Db } from '#db/connect.ts';
import type { OwnDomain, OwnExam } from './rules.ts';
import { ownPacks, ownQuestions, questionVersions } from './table.ts';

export type OwnRow = {
  id: number;
  serverId: string;
  name: string;
  domains: OwnDomain[];
  sitting: OwnExam;
  version: number;
};

const columns = {
  id: ownPacks.id,
  serverId: ownPacks.serverId,
  name: ownPacks.name,
  domains: ownPacks.domains,
  sitting: ownPacks.sitting,
  version: ownPacks.version,
} as const;

export async function readOwnPack(db: Db, id: number): Promise<OwnRow | null> {
  const [row] = await db.select(columns).from(ownPacks).where(eq(ownPacks.id, id));
  return row ?? null;
}

/** A server's own packs by name. */
export async function listOwnPacks(db: Db, serverId: string): Promise<OwnRow[]> {
  return db.select(columns).from(ownPacks).where(eq(ownPacks.serverId, serverId)).orderBy(asc(ownPacks.name));
}

/** Questions that are asked, each as it is kept with its version. */
export async function readLiveQuestions(db: Db, { id, exam }: { id: number; exam: string }) {
  return db
    .select({
      id: ownQuestions.id,
      domain: ownQuestions.domain,
      question: questionVersions.question,
    })
    .from(ownQuestions)
    .innerJoin(
      questionVersions,
      and(
        eq(questionVersions.exam, exam),
        eq(questionVersions.id, ownQuestions.id),
        eq(questionVersions.version, ownQuestions.version),
      ),
    )
    .where(and(eq(ownQuestions.packId, id), eq(ownQuestions.status, 'live')))
    .orderBy(asc(sql`length(${ownQuestions.id})`), asc(ownQuestions.id));
}

export async function readOwnVersions(db: Db, ids: readonly number[]) {
  return db
    .select({ id: ownPacks.id, version: ownPacks.version })
    .from(ownPacks)
    .where(sql`${ownPacks.id} = any(${sql.param([...ids])}::bigint[])`);
}
