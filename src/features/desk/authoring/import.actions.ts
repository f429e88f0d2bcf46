// Importing a file: a dry run that is kept, then all of it or nothing.

import { MAX_OWN_DOMAINS, ownExamId } from '#content/own-pack.ts';
import { bringWithin, changePackWithin, DomainsInUse } from '#features/record/question/own.actions.ts';
import { readAllAsJson } from '#features/record/question/own.store.ts';
import type { NotChanged } from '#features/record/question/rules.ts';
import type { FormatId } from '#formats/item.ts';
import { type FilePlan, type Overloaded, type PlannedFile, planInThread } from '#formats/thread.ts';
import { createBatcher } from '#lib/batcher.ts';
import { type AuthoringDeps, type Chosen, ensurePack } from './packs.actions.ts';
import { FIRST_DOMAIN } from './rules.ts';
import { saveImport, takeImport } from './store.ts';
import type { Own } from './writing.actions.ts';

export type DryRun =
  | (Omit<PlannedFile, 'kept'> & { id: number; packName: string; isNew: boolean })
  | Exclude<FilePlan, PlannedFile>
  | Overloaded;

export async function tryImport(
  deps: AuthoringDeps,
  input: Own & { pack: Chosen | null; file: { name: string; bytes: Uint8Array; format: FormatId | null } },
): Promise<DryRun> {
  const { pack, file, serverId, memberId } = input;
  const packId = pack?.id ?? null;
  const domains = pack !== null && pack.id !== null ? pack.domains : [];
  const questions =
    packId === null ? '[]' : await readAllAsJson(deps.db, { id: packId, exam: ownExamId(packId) });
  const upload = {
    ...file,
    pack: { domains, questions, mostDomains: MAX_OWN_DOMAINS, firstDomain: FIRST_DOMAIN },
  };
  const read = () => planInThread(serverId, upload);
  const plan = await (deps.trace?.run({ name: 'read file' }, read) ?? read());
  if (plan.kind !== 'planned') return plan;
  const packName = pack?.name ?? nameOf(plan.name, file.name);
  const { kept, ...shown } = plan;
  const id = await saveImport(deps.db, {
    serverId,
    memberId,
    packId,
    packName,
    kept,
    madeAt: deps.clock.now(),
  });
  return { ...shown, id, packName, isNew: packId === null };
}

const MAX_NAME = 60;

/** What the file calls itself, else its own name. */
function nameOf(name: string | null, file: string): string {
  const said = (name ?? file.replace(/\.[a-z0-9]+$/i, '').replace(/[_-]+/g, ' ')).replace(/\s+/g, ' ').trim();
  return said.slice(0, MAX_NAME).trim().toWellFormed() || 'Questions';
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

/** One bank at a time, however many servers bring theirs: answers find the database free beside it. */
const inTurn = createBatcher<{ deps: AuthoringDeps; own: Wanted }, Imported>({
  run: (all) => Promise.all(all.map(({ deps, own }) => importNow(deps, own))),
  keyOf: ({ own }) => own.serverId,
  lanes: 1,
  max: 1,
});

type Wanted = Own & { id: number };

/** Twice pressed, it is imported once; cut off in the middle, not at all. */
export function runImport(deps: AuthoringDeps, own: Wanted): Promise<Imported> {
  return inTurn({ deps, own });
}

async function importNow(deps: AuthoringDeps, own: Wanted): Promise<Imported> {
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

async function importWithin(deps: AuthoringDeps, own: Wanted): Promise<Imported> {
  const upload = await takeImport(deps.db, own);
  if (!upload) return { kind: 'import-gone' };
  const { packName, domains, added, changed } = upload;
  const pack = must(await ensurePack(deps, { ...own, packId: upload.packId, name: packName, domains }));
  const place = { serverId: own.serverId, packId: pack.id };
  must(await changePackWithin(deps, { ...place, domains }));
  const brought = must(await bringWithin(deps, { ...place, memberId: own.memberId, added, changed }));
  return { ...brought, kind: 'imported', packId: pack.id, packName };
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
