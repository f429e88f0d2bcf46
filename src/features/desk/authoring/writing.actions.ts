// Writing a question in two forms, with a draft that is kept in between: whatever happens, nothing that was sent is lost.

import type { OwnQuestion } from '#content/own-pack.ts';
import { ownDomainOf, ownExamId } from '#content/own-pack.ts';
import type { DraftFault } from '#content/own-question.ts';
import type { Question } from '#content/pack.ts';
import { addQuestions, editQuestion, moveQuestion } from '#features/record/question/own.actions.ts';
import { readOwnPack, readOwnQuestion } from '#features/record/question/own.store.ts';
import type { NotChanged, OwnStatus } from '#features/record/question/rules.ts';
import { type AuthoringDeps, type Chosen, ensurePack } from './packs.actions.ts';
import { EMPTY, MAX_SUGGESTIONS, readWriting, type Writing, writingOf } from './rules.ts';
import { changeDraft, countSuggestions, type KeptDraft, readDraft, saveDraft, takeDraft } from './store.ts';

export type Own = { serverId: string; memberId: string };
export type Intent = KeptDraft['intent'];

/** A draft as its screen shows it. */
export type DraftScreen = {
  kind: 'draft';
  draft: KeptDraft;
  domains: { id: string; name: string }[];
  faults: readonly DraftFault[];
};

export type Gone = { kind: 'draft-gone' };

export async function startDraft(
  deps: AuthoringDeps,
  { pack, intent, writing, serverId, memberId }: Own & { pack: Chosen; intent: Intent; writing: Writing },
): Promise<DraftScreen | { kind: 'too-many-suggestions'; limit: number }> {
  if (intent === 'suggest' && (await countSuggestions(deps.db, { serverId, memberId })) >= MAX_SUGGESTIONS) {
    return { kind: 'too-many-suggestions', limit: MAX_SUGGESTIONS };
  }
  const domain = pack.id === null ? EMPTY.domain : (pack.domains[0]?.id ?? EMPTY.domain);
  const draft = {
    serverId,
    memberId,
    packId: pack.id,
    packName: pack.name,
    questionId: null,
    fromVersion: null,
    intent,
    writing: { ...writing, domain },
    changedAt: deps.clock.now(),
  };
  return screenOf(deps, { ...draft, id: await saveDraft(deps.db, draft) });
}

/** A question of the server's own packs as a draft; null when there is none of that id. */
export async function startEdit(
  deps: AuthoringDeps,
  { packId, id, serverId, memberId }: Own & { packId: number; id: string },
): Promise<DraftScreen | null> {
  const found = await findOwn(deps, { serverId, packId, id });
  if (!found) return null;
  const draft = {
    serverId,
    memberId,
    packId,
    packName: found.packName,
    questionId: id,
    fromVersion: found.question.version,
    intent: 'edit' as const,
    writing: writingOf(toDraft(found.question), ownDomainOf(found.question)),
    changedAt: deps.clock.now(),
  };
  return screenOf(deps, { ...draft, id: await saveDraft(deps.db, draft) });
}

export type Found = {
  question: Question;
  version: number;
  packName: string;
  status: OwnStatus;
  domain: string;
  authorId: string | null;
};

export async function findOwn(
  { db, content }: AuthoringDeps,
  { serverId, packId, id }: { serverId: string; packId: number; id: string },
): Promise<Found | null> {
  const [pack, row] = await Promise.all([
    readOwnPack(db, packId),
    readOwnQuestion(db, { serverId, packId, id }),
  ]);
  if (!row || pack?.serverId !== serverId) return null;
  const question = await content.questionAt({ exam: ownExamId(packId), id, version: row.version });
  const domain = pack.domains.find((each) => each.id === row.domain)?.name ?? row.domain;
  const { version, status, authorId } = row;
  return question && { question, version, packName: pack.name, status, domain, authorId };
}

function toDraft(question: Question): Omit<OwnQuestion, 'id' | 'version' | 'domain'> {
  const { stem, options, difficulty, takeaway, references } = question;
  return { stem, options, difficulty, takeaway, references };
}

export async function lookAtDraft(
  deps: AuthoringDeps,
  { id, memberId }: { id: number; memberId: string },
): Promise<DraftScreen | Gone> {
  const draft = await readDraft(deps.db, { id, memberId });
  return draft ? screenOf(deps, draft) : { kind: 'draft-gone' };
}

export async function writeDraft(
  deps: AuthoringDeps,
  { id, memberId, change }: { id: number; memberId: string; change: Partial<Writing> },
): Promise<DraftScreen | Gone> {
  const before = await readDraft(deps.db, { id, memberId });
  if (!before) return { kind: 'draft-gone' };
  const writing = { ...before.writing, ...change };
  // A key names options by their places: none that is not there.
  const key = writing.key.filter((index) => index < writing.options.length);
  const draft = await changeDraft(deps.db, {
    id,
    memberId,
    writing: { ...writing, key },
    now: deps.clock.now(),
  });
  return draft ? screenOf(deps, draft) : { kind: 'draft-gone' };
}

export async function dropDraft(
  { db }: AuthoringDeps,
  input: { id: number; memberId: string },
): Promise<void> {
  await takeDraft(db, input);
}

export type Saved =
  | { kind: 'saved'; intent: Intent; packId: number; packName: string; id: string; version: number }
  | DraftScreen
  | Gone
  | NotChanged;

/** The draft becomes a question, or a new version of one; twice pressed, it does so once. */
export async function submitDraft(deps: AuthoringDeps, own: Own & { id: number }): Promise<Saved> {
  const draft = await readDraft(deps.db, own);
  if (!draft) return { kind: 'draft-gone' };
  const { draft: ready } = readWriting(draft.writing);
  if (!ready) return screenOf(deps, draft);
  const pack = await ensurePack(deps, { ...own, packId: draft.packId, name: draft.packName });
  if (pack.kind !== 'pack') return pack;
  const place = { serverId: own.serverId, packId: pack.id };
  const saved = await deps.db.transaction(async (tx) => {
    const within = { ...deps, db: tx };
    if (!(await takeDraft(tx, own))) return { kind: 'draft-gone' as const };
    const { questionId, fromVersion, intent, writing } = draft;
    if (questionId !== null && fromVersion !== null) {
      return editQuestion(within, {
        ...place,
        id: questionId,
        draft: ready,
        domain: writing.domain,
        from: fromVersion,
      });
    }
    const status = intent === 'suggest' ? ('suggested' as const) : ('live' as const);
    const questions = [{ draft: ready, domain: writing.domain, source: null }];
    return addQuestions(within, { ...place, memberId: own.memberId, status, questions });
  });
  await deps.content.refresh();
  const about = { intent: draft.intent, packId: pack.id, packName: draft.packName };
  if (saved.kind === 'edited')
    return { kind: 'saved', ...about, id: draft.questionId ?? '', version: saved.version };
  if (saved.kind === 'added') return { kind: 'saved', ...about, id: saved.ids[0] ?? '', version: 1 };
  return saved;
}

export type Moved = { kind: 'moved'; to: OwnStatus; title: string; authorId: string | null } | NotChanged;

export async function changeStatus(
  deps: AuthoringDeps,
  {
    to,
    from,
    ...question
  }: { serverId: string; packId: number; id: string; to: OwnStatus; from: readonly OwnStatus[] },
): Promise<Moved> {
  const moved = await moveQuestion(deps, { ...question, to, from });
  await deps.content.refresh();
  return moved.kind === 'moved' ? { ...moved, to } : moved;
}

async function screenOf({ db }: Pick<AuthoringDeps, 'db'>, draft: KeptDraft): Promise<DraftScreen> {
  const pack = draft.packId === null ? null : await readOwnPack(db, draft.packId);
  return {
    kind: 'draft',
    draft,
    domains: pack?.domains ?? [],
    faults: readWriting(draft.writing).faults,
  };
}
