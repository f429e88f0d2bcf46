// Importing a file: a dry run that is kept, then all of it or nothing.

import { parseKept } from '#content/kept.ts';
import { MAX_OWN_DOMAINS, ownExamId } from '#content/own-pack.ts';
import {
  addWithin,
  changePackWithin,
  DomainsInUse,
  editWithin,
} from '#features/record/question/own.actions.ts';
import { readAllQuestions } from '#features/record/question/own.store.ts';
import type { NotChanged } from '#features/record/question/rules.ts';
import type { FormatId } from '#formats/item.ts';
import type { Plan, Planned, Present } from '#formats/plan.ts';
import { planInThread } from '#formats/thread.ts';
import { type AuthoringDeps, type Chosen, ensurePack } from './packs.actions.ts';
import { FIRST_DOMAIN } from './rules.ts';
import { saveImport, takeImport } from './store.ts';
import type { Own } from './writing.actions.ts';

export type DryRun =
  | (Planned & { id: number; packName: string; isNew: boolean })
  | Exclude<Plan, Planned>
  | { kind: 'overloaded' };

export async function tryImport(
  deps: AuthoringDeps,
  input: Own & { pack: Chosen | null; file: { name: string; bytes: Uint8Array; format: FormatId | null } },
): Promise<DryRun> {
  const { pack, file, serverId, memberId } = input;
  const packId = pack?.id ?? null;
  const domains = pack !== null && pack.id !== null ? pack.domains : [];
  const questions = packId === null ? [] : await presentIn(deps, packId);
  const upload = { ...file, pack: { domains, questions, mostDomains: MAX_OWN_DOMAINS } };
  const read = () => planInThread(serverId, upload);
  const plan = await (deps.trace?.run({ name: 'read file' }, read) ?? read());
  if (plan.kind !== 'planned') return plan;
  const packName = pack?.name ?? nameOf(plan.name, file.name);
  const kept = { ...plan.plan, domains: plan.plan.domains.length > 0 ? plan.plan.domains : [FIRST_DOMAIN] };
  const id = await saveImport(deps.db, {
    serverId,
    memberId,
    packId,
    packName,
    kept,
    madeAt: deps.clock.now(),
  });
  return { ...plan, id, packName, isNew: packId === null };
}

const MAX_NAME = 60;

/** What the file calls itself, else its own name. */
function nameOf(name: string | null, file: string): string {
  const said = (name ?? file.replace(/\.[a-z0-9]+$/i, '').replace(/[_-]+/g, ' ')).replace(/\s+/g, ' ').trim();
  return said.slice(0, MAX_NAME).trim().toWellFormed() || 'Questions';
}

async function presentIn({ db }: AuthoringDeps, packId: number): Promise<Present[]> {
  const rows = await readAllQuestions(db, { id: packId, exam: ownExamId(packId) });
  return rows.flatMap(({ question: kept, ...row }): Present[] => {
    const question = parseKept(kept);
    return question ? [{ ...row, draft: question }] : [];
  });
}

export type Imported =
  | { kind: 'imported'; packId: number; packName: string; added: number; changed: number }
  | { kind: 'import-gone' }
  | NotChanged;

class NotImported extends Error {
  readonly why: NotChanged;
  constructor(why: NotChanged) {
    super(why.kind);
    this.why = why;
  }
}

/** Twice pressed, it is imported once; cut off in the middle, not at all. */
export async function runImport(deps: AuthoringDeps, own: Own & { id: number }): Promise<Imported> {
  try {
    return await deps.db.transaction((tx) => importWithin({ ...deps, db: tx }, own));
  } catch (error) {
    if (error instanceof NotImported) return error.why;
    // A domain came meanwhile that the dry run did not know.
    if (error instanceof DomainsInUse) return { kind: 'changed-meanwhile' };
    throw error;
  } finally {
    await deps.content.refresh();
  }
}

async function importWithin(deps: AuthoringDeps, own: Own & { id: number }): Promise<Imported> {
  const upload = await takeImport(deps.db, own);
  if (!upload) return { kind: 'import-gone' };
  const { kept, packName } = upload;
  const pack = must(
    await ensurePack(deps, { ...own, packId: upload.packId, name: packName, domains: kept.domains }),
  );
  const place = { serverId: own.serverId, packId: pack.id };
  must(await changePackWithin(deps, { ...place, domains: kept.domains }));
  must(await addWithin(deps, { ...place, memberId: own.memberId, status: 'live', questions: kept.added }));
  for (const change of kept.changed) must(await editWithin(deps, { ...place, ...change }));
  return {
    kind: 'imported',
    packId: pack.id,
    packName,
    added: kept.added.length,
    changed: kept.changed.length,
  };
}

/** Ends the transaction where one step cannot be done. */
function must<T extends { kind: string }>(outcome: T | NotChanged): T {
  if (isRefused(outcome)) throw new NotImported(outcome);
  return outcome as T;
}

const REFUSED: Readonly<Record<NotChanged['kind'], true>> = {
  'no-such-pack': true,
  'no-such-question': true,
  'name-taken': true,
  'too-many-packs': true,
  'too-many-questions': true,
  'domains-in-use': true,
  'changed-meanwhile': true,
};

function isRefused(outcome: { kind: string }): outcome is NotChanged {
  return Object.hasOwn(REFUSED, outcome.kind);
}

export async function cancelImport({ db }: AuthoringDeps, own: Own & { id: number }): Promise<void> {
  await takeImport(db, own);
}
