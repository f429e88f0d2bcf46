// Changing a server's own packs. Every change makes the pack one version newer in the same transaction, with its row
// locked: two at once are made one after the other, and limits hold.
import { type OwnDomain, type OwnExam, ownExamId, toQuestion } from '#content/own-pack.ts';
import { type OwnDraft, titleOf } from '#content/own-question.ts';
import { type Db, isUniqueViolation } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { type Batch, changeBrought, insertBrought } from './bringing.store.ts';
import { clearDoubt } from './doubts.store.ts';
import { domainsInUse, readOwnQuestion } from './own.store.ts';
import {
  countPacks,
  insertOwnPack,
  insertQuestions,
  lockOwnPack,
  lockOwnServer,
  type NewOwnQuestion,
  setQuestion,
  setStatus,
  updateOwnPack,
} from './own-writing.store.ts';
import { MAX_OWN_PACKS, MAX_OWN_QUESTIONS, type NotChanged, type OwnStatus } from './rules.ts';
import { keepVersions } from './store.ts';

type Deps = { db: Db; clock: Clock };
export type InPack = { serverId: string; packId: number };

export async function createOwnPack(
  { db, clock }: Deps,
  input: { serverId: string; memberId: string; name: string; domains: OwnDomain[]; sitting: OwnExam },
): Promise<{ kind: 'created'; id: number; exam: string } | NotChanged> {
  try {
    return await db.transaction(async (tx) => {
      await lockOwnServer(tx, input.serverId);
      if ((await countPacks(tx, input.serverId)) >= MAX_OWN_PACKS) {
        return { kind: 'too-many-packs' as const, limit: MAX_OWN_PACKS };
      }
      const id = await insertOwnPack(tx, { ...input, createdBy: input.memberId, createdAt: clock.now() });
      return { kind: 'created' as const, id, exam: ownExamId(id) };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'name-taken', name: input.name };
    throw error;
  }
}

type PackChange = InPack & { name?: string; domains?: OwnDomain[]; sitting?: OwnExam };

export async function changePack(
  { db }: Pick<Deps, 'db'>,
  change: PackChange,
): Promise<{ kind: 'changed' } | NotChanged> {
  try {
    return await db.transaction((tx) => changePackWithin({ db: tx }, change));
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'name-taken', name: change.name ?? '' };
    if (error instanceof DomainsInUse) return { kind: 'domains-in-use' };
    throw error;
  }
}

/** The same in a transaction of somebody else's. A domain that has questions is never taken away. */
export async function changePackWithin(
  { db: tx }: Pick<Deps, 'db'>,
  change: PackChange,
): Promise<{ kind: 'changed' } | NotChanged> {
  if (!(await updateOwnPack(tx, change))) return { kind: 'no-such-pack' };
  const { domains, packId } = change;
  if (!domains) return { kind: 'changed' };
  const used = await domainsInUse(tx, packId);
  const lost = used.filter((id) => !domains.some((domain) => domain.id === id));
  if (lost.length > 0) throw new DomainsInUse();
  return { kind: 'changed' };
}

/** Ends the transaction: what was changed in it is not. */
export class DomainsInUse extends Error {}

/** A draft and where it belongs; `source` is its name where it came from, null for what was typed. */
export type Placed = { draft: OwnDraft; domain: string; source: string | null };

/** All of them or none. */
export async function addQuestions(
  { db, clock }: Deps,
  input: InPack & { memberId: string; status: OwnStatus; questions: readonly Placed[] },
): Promise<{ kind: 'added'; ids: string[] } | NotChanged> {
  return db.transaction((tx) => addWithin({ db: tx, clock }, input));
}

async function addWithin(
  { db: tx, clock }: Deps,
  { status, memberId, questions, ...pack }: Parameters<typeof addQuestions>[1],
): Promise<{ kind: 'added'; ids: string[] } | NotChanged> {
  const locked = await lockForMore(tx, pack, questions.length);
  if ('kind' in locked) return locked;
  const now = clock.now();
  const made = questions.map(({ draft, domain, source }, index): NewOwnQuestion & { draft: OwnDraft } => ({
    ...pack,
    id: `q-${locked.lastNumber + index + 1}`,
    version: 1,
    status,
    domain,
    difficulty: draft.difficulty,
    title: titleOf(draft.stem),
    source,
    authorId: memberId,
    changedAt: now,
    draft,
  }));
  await keep({ db: tx, clock }, pack, made);
  await insertQuestions(tx, made);
  return { kind: 'added', ids: made.map(({ id }) => id) };
}

/** A whole bank, in a transaction of somebody else's. */
export async function bringWithin(
  { db: tx, clock }: Deps,
  { memberId, added, changed, ...pack }: InPack & { memberId: string; added: Batch; changed: Batch },
): Promise<{ kind: 'brought'; added: number; changed: number } | NotChanged> {
  const locked = await lockForMore(tx, pack, added.size);
  if ('kind' in locked) return locked;
  const into = { ...pack, exam: ownExamId(pack.packId), now: clock.now() };
  const last = locked.lastNumber;
  if (added.size > 0) await insertBrought(tx, { ...into, last, memberId, questions: added.json });
  if (changed.size > 0) {
    const still = await changeBrought(tx, { ...into, questions: changed.json });
    if (still < changed.size) return { kind: 'changed-meanwhile' };
  }
  return { kind: 'brought', added: added.size, changed: changed.size };
}

/** The pack for this transaction alone, with the number that was given last; not where so many more do not fit. */
async function lockForMore(tx: Db, pack: InPack, more: number): Promise<{ lastNumber: number } | NotChanged> {
  const locked = await lockOwnPack(tx, pack);
  if (!locked) return { kind: 'no-such-pack' };
  const left = MAX_OWN_QUESTIONS - locked.questions;
  return more > left ? { kind: 'too-many-questions', limit: MAX_OWN_QUESTIONS, left } : locked;
}

export type Edit = InPack & { id: string; draft: OwnDraft; domain: string; from: number };

/** A new version; not when somebody else changed the question since version `from`. Answers to earlier ones stay. */
export async function editQuestion(
  { db, clock }: Deps,
  edit: Edit,
): Promise<{ kind: 'edited'; version: number } | NotChanged> {
  return db.transaction((tx) => editWithin({ db: tx, clock }, edit));
}

/** The same in a transaction of somebody else's. */
export async function editWithin(
  { db: tx, clock }: Deps,
  { id, draft, domain, from, ...pack }: Edit,
): Promise<{ kind: 'edited'; version: number } | NotChanged> {
  if (!(await lockOwnPack(tx, pack))) return { kind: 'no-such-pack' };
  const before = await readOwnQuestion(tx, { ...pack, id });
  if (!before) return { kind: 'no-such-question' };
  if (before.version !== from) return { kind: 'changed-meanwhile' };
  const version = from + 1;
  await keep({ db: tx, clock }, pack, [{ id, version, domain, draft }]);
  // What was doubted of it has been looked at.
  await clearDoubt(tx, { exam: ownExamId(pack.packId), questionId: id });
  await setQuestion(tx, {
    ...pack,
    id,
    version,
    domain,
    difficulty: draft.difficulty,
    title: titleOf(draft.stem),
    changedAt: clock.now(),
  });
  return { kind: 'edited', version };
}

type Move = InPack & { id: string; from: readonly OwnStatus[]; to: OwnStatus };

/** Asked, or asked no more; what was suggested becomes a question, or is declined. Answers stay in any case. */
export async function moveQuestion(
  { db, clock }: Deps,
  move: Move,
): Promise<{ kind: 'moved'; authorId: string | null; title: string } | NotChanged> {
  return db.transaction((tx) => moveWithin({ db: tx, clock }, move));
}

/** The same in a transaction of somebody else's. */
export async function moveWithin(
  { db: tx, clock }: Deps,
  { id, to, from, ...pack }: Move,
): Promise<{ kind: 'moved'; authorId: string | null; title: string } | NotChanged> {
  if (!(await lockOwnPack(tx, pack))) return { kind: 'no-such-pack' };
  const moved = await setStatus(tx, { ...pack, id, from, to, changedAt: clock.now() });
  if (moved) return { kind: 'moved', ...moved };
  const there = await readOwnQuestion(tx, { ...pack, id });
  return there ? { kind: 'changed-meanwhile' } : { kind: 'no-such-question' };
}

type Version = { id: string; version: number; domain: string; draft: OwnDraft };

async function keep({ db, clock }: Deps, { serverId, packId }: InPack, made: readonly Version[]) {
  const exam = ownExamId(packId);
  const kept = made.map(({ id, version, domain, draft }) => ({
    exam,
    id,
    version,
    question: toQuestion({ ...draft, id, version, domain }),
  }));
  await keepVersions(db, { kept, now: clock.now(), serverId });
}
