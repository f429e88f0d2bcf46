// Queries on servers' own packs.
import { and, asc, eq, sql } from 'drizzle-orm';

import type { Db } from '#db/connect.ts';
import { idsOf } from '#db/ids.ts';
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

function isCurrent(exam: string) {
  return and(
    eq(questionVersions.exam, exam),
    eq(questionVersions.id, ownQuestions.id),
    eq(questionVersions.version, ownQuestions.version),
  );
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
    .innerJoin(questionVersions, isCurrent(exam))
    .where(and(eq(ownQuestions.packId, id), eq(ownQuestions.status, 'live')))
    .orderBy(asc(sql`length(${ownQuestions.id})`), asc(ownQuestions.id));
}

export async function readOwnVersions(db: Db, ids: readonly number[]) {
  return db
    .select({ id: ownPacks.id, version: ownPacks.version })
    .from(ownPacks)
    .where(sql`${ownPacks.id} = any(${idsOf(ids)})`);
}

/** All of them, whatever their state, each as it is kept with its version: an array as JSON, to be read elsewhere. */
export async function readAllAsJson(db: Db, { id, exam }: { id: number; exam: string }): Promise<string> {
  const [row] = await db
    .select({
      questions: sql<string>`coalesce(json_agg(json_build_object('id', ${ownQuestions.id},
        'version', ${ownQuestions.version}, 'source', ${ownQuestions.source}, 'domain', ${ownQuestions.domain},
        'question', ${questionVersions.question})), '[]')::text`,
    })
    .from(ownQuestions)
    .innerJoin(questionVersions, isCurrent(exam))
    .where(eq(ownQuestions.packId, id));
  return row?.questions ?? '[]';
}

export async function readOwnQuestion(
  db: Db,
  { packId, serverId, id }: { packId: number; serverId: string; id: string },
) {
  const [row] = await db
    .select({
      id: ownQuestions.id,
      version: ownQuestions.version,
      status: ownQuestions.status,
      domain: ownQuestions.domain,
      title: ownQuestions.title,
      authorId: ownQuestions.authorId,
    })
    .from(ownQuestions)
    .where(
      and(eq(ownQuestions.packId, packId), eq(ownQuestions.id, id), eq(ownQuestions.serverId, serverId)),
    );
  return row ?? null;
}

/** The domains in which a pack has questions that are asked, or may be. */
export async function domainsInUse(db: Db, packId: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ domain: ownQuestions.domain })
    .from(ownQuestions)
    .where(eq(ownQuestions.packId, packId));
  return rows.map(({ domain }) => domain);
}
