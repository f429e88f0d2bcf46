// A server's packs: choosing one by what was typed, making one, and saying what its exam is like.

import type { Library } from '#content/library.ts';
import {
  MAX_OWN_DOMAINS,
  type OwnDomain,
  type OwnExam,
  ownExamId,
  ownPackNumber,
} from '#content/own-pack.ts';
import { OWN_LIMITS } from '#content/own-question.ts';
import type { Db } from '#db/connect.ts';
import { changePack, createOwnPack } from '#features/record/question/own.actions.ts';
import { listOwnPacks, type OwnRow, readOwnPack } from '#features/record/question/own.store.ts';
import type { NotChanged } from '#features/record/question/rules.ts';
import type { Clock } from '#lib/clock.ts';
import type { Trace } from '#lib/trace.ts';
import { type BadDomains, FIRST_DOMAIN, FIRST_SITTING, keepIds, readDomains } from './rules.ts';

export type AuthoringDeps = { db: Db; clock: Clock; content: Library; trace?: Trace };

/** The pack that is meant; one that is not there yet by its name; null when nothing is said and there are several. */
export type Chosen = { id: number; name: string; domains: OwnDomain[] } | { id: null; name: string };

export async function choosePack(
  { db }: Pick<AuthoringDeps, 'db'>,
  { serverId, typed }: { serverId: string; typed: string | null },
): Promise<
  | Chosen
  | { kind: 'which-pack'; names: string[] }
  | { kind: 'no-pack' }
  | { kind: 'long-name'; limit: number }
> {
  const packs = await listOwnPacks(db, serverId);
  if (typed === null || typed.trim() === '') {
    const [only, ...more] = packs;
    if (!only) return { kind: 'no-pack' };
    return more.length === 0 ? only : { kind: 'which-pack', names: packs.map(({ name }) => name) };
  }
  const name = typed.trim().replace(/\s+/g, ' ');
  const found = findPack(packs, name);
  if (found) return found;
  return name.length > OWN_LIMITS.packName
    ? { kind: 'long-name', limit: OWN_LIMITS.packName }
    : { id: null, name };
}

/** By the value of a list, or by its name whatever its letters' case. */
function findPack(packs: readonly OwnRow[], typed: string): OwnRow | null {
  const number = ownPackNumber(typed);
  const isIt = ({ id, name }: OwnRow) => id === number || name.toLowerCase() === typed.trim().toLowerCase();
  return packs.find(isIt) ?? null;
}

export async function listPacks({ db }: Pick<AuthoringDeps, 'db'>, serverId: string): Promise<OwnRow[]> {
  return listOwnPacks(db, serverId);
}

/** The pack itself, made now where it is not there. */
export async function ensurePack(
  deps: AuthoringDeps,
  {
    serverId,
    memberId,
    packId,
    name,
    domains,
  }: {
    serverId: string;
    memberId: string;
    packId: number | null;
    name: string;
    domains?: OwnDomain[];
  },
): Promise<{ kind: 'pack'; id: number } | NotChanged> {
  if (packId !== null) return { kind: 'pack', id: packId };
  const made = await createOwnPack(deps, {
    serverId,
    memberId,
    name,
    domains: domains && domains.length > 0 ? domains : [FIRST_DOMAIN],
    sitting: FIRST_SITTING,
  });
  if (made.kind === 'created') return { kind: 'pack', id: made.id };
  if (made.kind !== 'name-taken') return made;
  // Somebody else made it meanwhile: it is the one that was meant.
  const found = findPack(await listOwnPacks(deps.db, serverId), name);
  return found ? { kind: 'pack', id: found.id } : made;
}

export type PackChange = {
  serverId: string;
  memberId: string;
  typed: string;
  newName: string | null;
  domains: string | null;
  items: number | null;
  minutes: number | null;
  passPercent: number | null;
};

export type PackOutcome =
  | { kind: 'pack-set'; isNew: boolean; row: OwnRow; questions: number }
  | BadDomains
  | { kind: 'long-name'; limit: number }
  | NotChanged;

/** Makes a pack, or changes what is named of it; what is not said stays. */
export async function setPack(deps: AuthoringDeps, change: PackChange): Promise<PackOutcome> {
  const before = findPack(await listOwnPacks(deps.db, change.serverId), change.typed);
  const wanted = readChange(change, before);
  if ('kind' in wanted) return wanted;
  const { serverId, memberId } = change;
  const made = before
    ? await changePack(deps, { serverId, packId: before.id, ...wanted })
    : await createOwnPack(deps, { serverId, memberId, ...wanted });
  if (made.kind !== 'created' && made.kind !== 'changed') return made;
  return shownPack(deps, { id: made.kind === 'created' ? made.id : (before?.id ?? 0), isNew: !before });
}

type Shape = { name: string; domains: OwnDomain[]; sitting: OwnExam };

function readChange(
  change: PackChange,
  before: OwnRow | null,
): Shape | Exclude<PackOutcome, { kind: 'pack-set' }> {
  const name = (change.newName ?? before?.name ?? change.typed).trim().replace(/\s+/g, ' ');
  if (name.length > OWN_LIMITS.packName) return { kind: 'long-name', limit: OWN_LIMITS.packName };
  const had = before?.domains ?? [];
  const typed = change.domains === null ? null : readDomains(change.domains, MAX_OWN_DOMAINS);
  if (change.domains !== null && !typed) return { kind: 'bad-domains', typed: change.domains };
  const first = had.length > 0 ? had : [FIRST_DOMAIN];
  return {
    name,
    domains: typed ? keepIds(had, typed) : first,
    sitting: readSitting(change, before?.sitting ?? FIRST_SITTING),
  };
}

function readSitting({ items, minutes, passPercent }: PackChange, before: OwnExam): OwnExam {
  return {
    items: items ?? before.items,
    minutes: minutes ?? before.minutes,
    passPercent: passPercent ?? before.passPercent,
  };
}

async function shownPack(
  { db, content }: AuthoringDeps,
  { id, isNew }: { id: number; isNew: boolean },
): Promise<PackOutcome> {
  await content.refresh();
  const [row, pack] = await Promise.all([readOwnPack(db, id), content.packOf(ownExamId(id))]);
  return row
    ? { kind: 'pack-set', isNew, row, questions: pack?.questions.size ?? 0 }
    : { kind: 'no-such-pack' };
}
