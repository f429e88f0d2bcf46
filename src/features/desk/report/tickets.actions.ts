// Tickets: one for each question and version that somebody reported, and looking at them.
import type { Library } from '#content/library.ts';
import { ownPackNumber } from '#content/own-pack.ts';
import type { Pack, Question } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { noteDoubts } from '#features/record/question/doubts.store.ts';
import { readOwnPack } from '#features/record/question/own.store.ts';
import type { Alarm } from '#features/standing/progress/alarms.rules.ts';
import { readAlarm } from '#features/standing/progress/alarms.store.ts';
import { type QuestionStatistics, readTally } from '#features/standing/progress/statistics.rules.ts';
import { readQuestionTally } from '#features/standing/progress/statistics.store.ts';
import type { Clock } from '#lib/clock.ts';
import { historyOf } from './history.actions.ts';
import type { VersionStep } from './history.rules.ts';
import type { Regrade } from './regrade.store.ts';
import { suspectsWithoutTicket } from './suspects.store.ts';
import { mayUndo, UNDO_MS } from './ticket.rules.ts';
import {
  lastRegrade,
  listTickets,
  openTicket,
  picksOf,
  type Reach,
  readTicket,
  reportsOf,
  type Ticket,
} from './tickets.store.ts';

export type { Reach } from './tickets.store.ts';

export type TicketDeps = { db: Db; content: Library; clock: Clock };

const LISTED = 25;
const REPORTS_SHOWN = 8;
/** So many members who report a question make it one that is asked less. */
const DOUBTED = 2;

/** A report opens a ticket for its question, or joins the one there is. */
export async function ticketFor(
  { db, clock }: Pick<TicketDeps, 'db' | 'clock'>,
  ref: { exam: string; questionId: string; questionVersion: number },
): Promise<void> {
  const now = clock.now();
  await openTicket(db, { ...ref, serverId: await serverOfPack(db, ref.exam), now });
  const { length: reports } = await reportsOf(db, ref, DOUBTED);
  if (reports >= DOUBTED) await noteDoubts(db, { doubts: [ref], now });
}

/** Questions that answers make suspect are looked at like those that members report: else they would be doubted for ever. */
export async function ticketsForSuspects({ db, clock, content }: TicketDeps): Promise<void> {
  for (const suspect of await suspectsWithoutTicket(db, LISTED)) {
    const { exam, questionId, questionVersion } = suspect;
    const asked = (await content.packOf(exam))?.questions.get(questionId);
    // An earlier version is asked no more.
    if (asked?.version === questionVersion)
      await openTicket(db, { ...suspect, serverId: await serverOfPack(db, exam), now: clock.now() });
  }
}

/** Whose own pack it is; null for an official one. */
async function serverOfPack(db: Db, exam: string): Promise<string | null> {
  const number = ownPackNumber(exam);
  return number === null ? null : ((await readOwnPack(db, number))?.serverId ?? null);
}

/** What waits, and what was decided within the time in which it can be taken back. */
export async function queueOf({ db, clock, content }: TicketDeps, reach: Reach) {
  const since = new Date(clock.now().getTime() - UNDO_MS);
  const rows = await listTickets(db, { ...reach, since, limit: LISTED });
  return Promise.all(
    rows.map(async (row) => ({ ...row, pack: (await content.packOf(row.exam))?.exam.name ?? row.exam })),
  );
}

export type TicketScreen = {
  kind: 'ticket';
  ticket: Ticket;
  pack: Pack;
  question: Question;
  reports: { kind: string; text: string; reportedAt: Date }[];
  /** Of each option, how often it was among what was chosen. */
  picks: ReadonlyMap<string, number>;
  answers: number;
  undo: Regrade | null;
  /** What the answers themselves say against it; null where they say nothing. */
  alarm: Alarm | null;
  /** What first answers say; null while none has been learned from. */
  statistics: QuestionStatistics | null;
  /** The newest first. */
  history: VersionStep[];
};
export type NoTicket = { kind: 'no-ticket' };

/** A ticket that this reviewer may see. */
export async function lookAtTicket(
  deps: TicketDeps,
  { id, reach }: { id: number; reach: Reach },
): Promise<TicketScreen | NoTicket> {
  const ticket = await readTicket(deps.db, id);
  if (!ticket || !isWithin(ticket, reach)) return { kind: 'no-ticket' };
  const [pack, question, reports, picked, regrade, alarm, tally, history] = await Promise.all([
    deps.content.packOf(ticket.exam),
    deps.content.questionAt({ exam: ticket.exam, id: ticket.questionId, version: ticket.questionVersion }),
    reportsOf(deps.db, ticket, REPORTS_SHOWN),
    picksOf(deps.db, ticket),
    lastRegrade(deps.db, ticket.id),
    readAlarm(deps.db, ticket),
    readQuestionTally(deps.db, ticket),
    historyOf(deps.db, ticket),
  ]);
  if (!pack || !question) return { kind: 'no-ticket' };
  const picks = new Map<string, number>();
  for (const { picks: ids, times } of picked)
    for (const id of ids) picks.set(id, (picks.get(id) ?? 0) + times);
  const answers = picked.reduce((sum, { times }) => sum + times, 0);
  const undo = regrade && mayUndo(regrade, deps.clock.now()) ? regrade : null;
  const statistics = tally && readTally(tally);
  const found = { reports, picks, answers, undo, alarm, statistics, history };
  return { kind: 'ticket', ticket, pack, question, ...found };
}

function isWithin({ serverId }: Ticket, reach: Reach): boolean {
  return serverId === null ? reach.isTeam : serverId === reach.serverId;
}
