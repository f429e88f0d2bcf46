// Queries of drafts, imports and lists of a server's own questions.
import { and, asc, count, desc, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Batch } from '#features/record/question/bringing.store.ts';
import type { OwnStatus } from '#features/record/question/rules.ts';
import { ownPacks, ownQuestions } from '#features/record/question/table.ts';
import type { KeptImport, Writing } from './rules.ts';
import { questionDrafts, questionImports } from './table.ts';

type Own = { serverId: string; memberId: string };

export type KeptDraft = typeof questionDrafts.$inferSelect;

/** Takes the place of the member's draft before it: its screens end. */
export async function saveDraft(db: Db, draft: Omit<KeptDraft, 'id'>): Promise<number> {
  return db.transaction(async (tx) => {
    await tx
      .delete(questionDrafts)
      .where(and(eq(questionDrafts.serverId, draft.serverId), eq(questionDrafts.memberId, draft.memberId)));
    const [made] = await tx.insert(questionDrafts).values(draft).returning({ id: questionDrafts.id });
    if (!made) throw new Error('no draft was made');
    return made.id;
  });
}

export async function readDraft(
  db: Db,
  { id, memberId }: { id: number; memberId: string },
): Promise<KeptDraft | null> {
  const [row] = await db
    .select()
    .from(questionDrafts)
    .where(and(eq(questionDrafts.id, id), eq(questionDrafts.memberId, memberId)));
  return row ?? null;
}

/** Null when it is not there any more. */
export async function changeDraft(
  db: Db,
  { id, memberId, writing, now }: { id: number; memberId: string; writing: Writing; now: Date },
): Promise<KeptDraft | null> {
  const [row] = await db
    .update(questionDrafts)
    .set({ writing, changedAt: now })
    .where(and(eq(questionDrafts.id, id), eq(questionDrafts.memberId, memberId)))
    .returning();
  return row ?? null;
}

/** Returns it when it was there: whoever takes it saves it. */
export async function takeDraft(
  db: Db,
  { id, memberId }: { id: number; memberId: string },
): Promise<KeptDraft | null> {
  const [row] = await db
    .delete(questionDrafts)
    .where(and(eq(questionDrafts.id, id), eq(questionDrafts.memberId, memberId)))
    .returning();
  return row ?? null;
}

export type KeptUpload = {
  packId: number | null;
  packName: string;
  domains: KeptImport['domains'];
  added: Batch;
  changed: Batch;
};

/** Takes the place of the server's import before it, unless that is the same one, seen by two processes or twice. */
export async function saveImport(
  db: Db,
  { kept, ...upload }: Own & { packId: number | null; packName: string; kept: string; madeAt: Date },
): Promise<number> {
  const plan = sql`${kept}::text::jsonb`;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import:${upload.serverId}`}, 0))`);
    const [same] = await tx
      .select({ id: questionImports.id })
      .from(questionImports)
      .where(
        and(
          eq(questionImports.serverId, upload.serverId),
          eq(questionImports.memberId, upload.memberId),
          eq(questionImports.packName, upload.packName),
          sql`${questionImports.packId} is not distinct from ${upload.packId}::bigint`,
          sql`${questionImports.kept} = ${plan}`,
        ),
      );
    if (same) return same.id;
    await tx.delete(questionImports).where(eq(questionImports.serverId, upload.serverId));
    const [made] = await tx
      .insert(questionImports)
      .values({ ...upload, kept: plan })
      .returning({ id: questionImports.id });
    if (!made) throw new Error('no import was made');
    return made.id;
  });
}

export async function takeImport(
  db: Db,
  { id, serverId, memberId }: Own & { id: number },
): Promise<KeptUpload | null> {
  const [row] = await db
    .delete(questionImports)
    .where(
      and(
        eq(questionImports.id, id),
        eq(questionImports.serverId, serverId),
        eq(questionImports.memberId, memberId),
      ),
    )
    .returning({
      packId: questionImports.packId,
      packName: questionImports.packName,
      domains: sql<KeptImport['domains']>`${questionImports.kept} -> 'domains'`,
      added: jsonOf('added'),
      adds: sizeOf('added'),
      changed: jsonOf('changed'),
      changes: sizeOf('changed'),
    });
  if (!row) return null;
  const { added, adds, changed, changes, ...upload } = row;
  return { ...upload, added: { json: added, size: adds }, changed: { json: changed, size: changes } };
}

type Part = 'added' | 'changed';

/** As it is kept, for nobody takes it apart here. */
function jsonOf(part: Part) {
  return sql<string>`(${questionImports.kept} -> ${part}::text)::text`;
}

function sizeOf(part: Part) {
  return sql<number>`jsonb_array_length(${questionImports.kept} -> ${part}::text)`;
}

export async function dropOld(db: Db, before: Date): Promise<void> {
  await db.delete(questionDrafts).where(lt(questionDrafts.changedAt, before));
  await db.delete(questionImports).where(lt(questionImports.madeAt, before));
}

export type Listed = {
  packId: number;
  pack: string;
  id: string;
  title: string;
  status: OwnStatus;
  domain: string;
  authorId: string | null;
};

type Wanted = { serverId: string; packId: number | null; status: OwnStatus | null };

function wantedRows({ serverId, packId, status }: Wanted) {
  return and(
    eq(ownQuestions.serverId, serverId),
    packId === null ? undefined : eq(ownQuestions.packId, packId),
    status === null ? undefined : eq(ownQuestions.status, status),
  );
}

const listed = {
  packId: ownQuestions.packId,
  pack: ownPacks.name,
  id: ownQuestions.id,
  title: ownQuestions.title,
  status: ownQuestions.status,
  domain: ownQuestions.domain,
  authorId: ownQuestions.authorId,
} as const;

export async function listQuestions(
  db: Db,
  { page, size, ...wanted }: Wanted & { page: number; size: number },
): Promise<{ rows: Listed[]; total: number }> {
  const [counted] = await db.select({ total: count() }).from(ownQuestions).where(wantedRows(wanted));
  const rows = await db
    .select(listed)
    .from(ownQuestions)
    .innerJoin(ownPacks, eq(ownPacks.id, ownQuestions.packId))
    .where(wantedRows(wanted))
    .orderBy(asc(ownPacks.name), desc(sql`length(${ownQuestions.id})`), desc(ownQuestions.id))
    .limit(size)
    .offset(page * size);
  return { rows, total: counted?.total ?? 0 };
}

/** Whose number or beginning is like what is typed, the newest first. */
export async function findQuestions(
  db: Db,
  { serverId, typed, limit }: { serverId: string; typed: string; limit: number },
) {
  const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
  return db
    .select(listed)
    .from(ownQuestions)
    .innerJoin(ownPacks, eq(ownPacks.id, ownQuestions.packId))
    .where(
      and(
        eq(ownQuestions.serverId, serverId),
        sql`(${ownQuestions.title} ilike ${like} or ${ownQuestions.id} ilike ${like} or ${ownPacks.name} ilike ${like})`,
      ),
    )
    .orderBy(desc(ownQuestions.changedAt))
    .limit(limit);
}

export async function countSuggestions(db: Db, { serverId, memberId }: Own): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(ownQuestions)
    .where(
      and(
        eq(ownQuestions.serverId, serverId),
        eq(ownQuestions.authorId, memberId),
        eq(ownQuestions.status, 'suggested'),
      ),
    );
  return row?.waiting ?? 0;
}
