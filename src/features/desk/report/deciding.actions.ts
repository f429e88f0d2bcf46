// What reviewers decide of a ticket. A changed key is looked at before it is made.
import { ownDomainOf, ownPackNumber } from '#content/own-pack.ts';
import { type DraftFault, draftOf } from '#content/own-question.ts';
import type { Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { amendQuestion } from '#features/record/question/amending.actions.ts';
import { clearDoubt } from '#features/record/question/doubts.store.ts';
import { editWithin, moveWithin } from '#features/record/question/own.actions.ts';
import type { NotChanged } from '#features/record/question/rules.ts';
import { type DryRun, type RegradeDeps, tryRegrade } from './dry-run.actions.ts';
import { closeOpenPosts, insertRegrade } from './regrade.store.ts';
import { type RegradeKind, type TicketStatus, withKey } from './ticket.rules.ts';
import { lookAtTicket, type NoTicket, type Reach, type TicketDeps } from './tickets.actions.ts';
import { decideTicket, hasDecided, lastRegrade, type Ticket } from './tickets.store.ts';

export type Decision = { id: number; reach: Reach; memberId: string };
export type Decided =
  | { kind: 'decided'; status: TicketStatus }
  | { kind: 'decided-before' }
  | { kind: 'faulty'; faults: readonly DraftFault[] }
  | { kind: 'changed-since' }
  | NoTicket
  | NotChanged;

export async function rejectTicket(
  deps: TicketDeps,
  { reason, ...decision }: Decision & { reason: string },
): Promise<Decided> {
  const screen = await lookAtTicket(deps, decision);
  if (screen.kind === 'no-ticket') return screen;
  await clearDoubt(deps.db, screen.ticket);
  return decide(deps.db, { ...decision, status: 'rejected', reason, now: deps.clock.now() });
}

async function decide(
  db: Db,
  {
    id,
    status,
    memberId,
    reason,
    now,
  }: Decision & { status: TicketStatus; reason: string | null; now: Date },
): Promise<Decided> {
  const isDone = await decideTicket(db, { id, status, memberId, reason, now });
  return isDone ? { kind: 'decided', status } : decidedBefore(db, { id, status, memberId, now, key: null });
}

/** The same press, or one like it, that another process was given as well: it is told what was decided by it. */
const SAME_WITHIN_MS = 10_000;

type Deciding = {
  id: number;
  status: TicketStatus;
  memberId: string;
  now: Date;
  /** Null where no key was chosen. */
  key: readonly string[] | null;
};

async function decidedBefore(db: Db, { id, status, memberId, now, key }: Deciding): Promise<Decided> {
  const since = new Date(now.getTime() - SAME_WITHIN_MS);
  const isOwn = await hasDecided(db, { id, status, memberId, since });
  const made = isOwn && key ? await lastRegrade(db, id) : null;
  const isSame = isOwn && (key === null || made?.key.join() === key.join());
  return isSame ? { kind: 'decided', status } : { kind: 'decided-before' };
}

/** Never asked again; answers stay. */
export async function retireQuestion(deps: TicketDeps, decision: Decision): Promise<Decided> {
  return replaceAnd(deps, { ...decision, status: 'retired', after: null, regrade: null });
}

/** Mended texts are a new version; answers stay as they are. */
export async function amendText(
  deps: TicketDeps,
  { stem, options, ...decision }: Decision & { stem: string; options: readonly string[] },
): Promise<Decided> {
  const screen = await lookAtTicket(deps, decision);
  if (screen.kind === 'no-ticket') return screen;
  const { question } = screen;
  const typed = options.map((text, index) => ({
    text,
    correct: question.options[index]?.correct ?? false,
    why: question.options[index]?.why ?? '',
  }));
  const { faults } = draftOf({ ...question, stem, options: typed });
  if (faults.length > 0 || options.length !== question.options.length) return { kind: 'faulty', faults };
  const after = {
    ...question,
    stem: stem.trim(),
    options: question.options.map((option, index) => ({
      ...option,
      text: typed[index]?.text.trim() ?? option.text,
    })),
  };
  return replaceAnd(deps, { ...decision, status: 'amended', after, regrade: null });
}

/** Makes what the dry run showed; not when answers came in between: then it is shown anew. */
export async function regrade(
  deps: RegradeDeps,
  { how, key, mark, ...decision }: Decision & { how: RegradeKind; key: readonly string[]; mark: string },
): Promise<Decided | DryRun> {
  const run = await tryRegrade(deps, { ...decision, how, key });
  if (run.kind === 'no-such-key') return { kind: 'no-ticket' };
  if (run.kind === 'no-ticket') return run;
  if (run.mark !== mark) return run;
  // A question with two right options of which one counts cannot be asked: it is mended first, as another version.
  const after = how === 'rekeyed' ? withKey(run.screen.question, key) : null;
  return replaceAnd(deps, { ...decision, status: how, after, regrade: { how, key } });
}

type Replacing = Decision & {
  status: TicketStatus;
  /** Null where it is asked no more. */
  after: Question | null;
  regrade: { how: RegradeKind; key: readonly string[] } | null;
};

/** The decision, the question as it is asked from now on, and the work that follows: all of it or nothing. */
async function replaceAnd(
  deps: TicketDeps,
  { id, reach, memberId, status, after, regrade: work }: Replacing,
): Promise<Decided> {
  const screen = await lookAtTicket(deps, { id, reach });
  if (screen.kind === 'no-ticket') return screen;
  const { ticket, question } = screen;
  const now = deps.clock.now();
  try {
    return await deps.db.transaction(async (tx) => {
      if (!(await decideTicket(tx, { id, status, memberId, reason: null, now })))
        return decidedBefore(tx, { id, status, memberId, now, key: work?.key ?? null });
      await clearDoubt(tx, ticket);
      const kind =
        status === 'rekeyed'
          ? ('key' as const)
          : status === 'amended'
            ? ('text' as const)
            : ('retired' as const);
      const asked = await replace({ ...deps, db: tx }, { ticket, question, after, memberId, kind });
      if (work) {
        const { how, key } = work;
        const about = {
          ticketId: id,
          serverId: ticket.serverId,
          exam: ticket.exam,
          questionId: ticket.questionId,
          questionVersion: ticket.questionVersion,
        };
        await closeOpenPosts(tx, { ...about, now });
        await insertRegrade(tx, { ...about, kind: how, key: [...key], startedAt: now, askedVersion: asked });
      }
      return { kind: 'decided', status };
    });
  } catch (error) {
    if (error instanceof NotReplaced) return error.why;
    throw error;
  } finally {
    await deps.content.refresh();
  }
}

class NotReplaced extends Error {
  readonly why: NotChanged | { kind: 'changed-since' };
  constructor(why: NotReplaced['why']) {
    super(why.kind);
    this.why = why;
  }
}

type Replacement = {
  ticket: Ticket;
  question: Question;
  after: Question | null;
  memberId: string;
  kind: 'text' | 'key' | 'retired';
};

/** Returns the version that is asked from now on; null for none. */
async function replace(
  deps: TicketDeps,
  { ticket, question, after, memberId, kind }: Replacement,
): Promise<number | null> {
  const packId = ownPackNumber(ticket.exam);
  const { exam } = ticket;
  if (packId === null || ticket.serverId === null) {
    const made = await amendQuestion(deps, { exam, question, after, memberId, kind });
    if (made.kind === 'changed-since') throw new NotReplaced(made);
    return after ? made.version : null;
  }
  const place = { serverId: ticket.serverId, packId, id: question.id };
  if (!after) {
    const moved = await moveWithin(deps, { ...place, from: ['live', 'retired'], to: 'retired' });
    if (moved.kind !== 'moved') throw new NotReplaced(moved);
    return null;
  }
  const edited = await editWithin(deps, {
    ...place,
    draft: after,
    domain: ownDomainOf(question),
    from: question.version,
  });
  if (edited.kind !== 'edited') throw new NotReplaced(edited);
  return edited.version;
}
