// A channel's closed questions, by topic and by day.
import type { Library } from '#content/library.ts';
import { questionsFor, type Topic, titleOf } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { serverOf } from '#features/people/server/actions.ts';
import { type HistoryPage, type HistoryWanted, readHistory } from '#features/record/post/history.actions.ts';
import type { Clock } from '#lib/clock.ts';
import { addDays, type LocalDate, localDateAt, startOfLocalDay } from '#lib/local-date.ts';
import { parseDay } from '#lib/typed-day.ts';
import { readTopic, type UnknownTopic, unknownTopic } from './drawing.actions.ts';

type Deps = { db: Db; content: Library; clock: Clock };

export type HistoryInput = {
  serverId: string;
  channelId: string;
  /** As typed or chosen: "lesson:4.1"; null for all. */
  topic: string | null;
  from:
    | { kind: 'newest' }
    | { kind: 'beside'; postId: number; way: 'older' | 'newer' }
    | { kind: 'until'; typed: string };
};

export type HistoryOutcome =
  | (HistoryPage & { kind: 'page'; topic: Chosen | null; until: LocalDate | null })
  | UnknownTopic
  | { kind: 'unknown-day'; typed: string };

type Chosen = { topic: Topic; name: string };

export async function lookBack(deps: Deps, input: HistoryInput): Promise<HistoryOutcome> {
  const { topic: typed, channelId } = input;
  const about = typed === null ? null : await findQuestions(deps, { serverId: input.serverId, typed });
  if (about?.kind === 'unknown-topic') return about;
  const start = await readStart(deps, input);
  if (start.kind === 'unknown-day') return start;
  const page = await readHistory(deps, { channelId, only: about?.only ?? null, from: start.from });
  return { kind: 'page', ...page, topic: about?.chosen ?? null, until: start.until };
}

/** The server's own day, for the days that are offered. */
export async function todayAt(deps: Deps, serverId: string): Promise<LocalDate> {
  const { zone } = await serverOf(deps, serverId);
  return localDateAt(deps.clock.now(), zone);
}

type About = { kind: 'about'; chosen: Chosen; only: NonNullable<HistoryWanted['only']> };

/** Of all editions: a channel's history goes on when its server changes the edition. */
async function findQuestions(
  deps: Deps,
  { serverId, typed }: { serverId: string; typed: string },
): Promise<About | UnknownTopic> {
  const server = await serverOf(deps, serverId);
  const pack = await deps.content.packOf(server.exam);
  if (!pack) throw new Error(`exam pack ${server.exam} is not loaded`);
  const topic = readTopic(pack, server.edition, typed);
  const asked = topic ? pack.exam.editions.flatMap(({ id }) => questionsFor(pack, id, topic)) : [];
  if (!topic || asked.length === 0) return unknownTopic(pack, server.edition, typed);
  const questionIds = [...new Set(asked.map(({ id }) => id))];
  return {
    kind: 'about',
    chosen: { topic, name: titleOf(pack, server.edition, topic) },
    only: { exam: server.exam, questionIds },
  };
}

type Start =
  | { kind: 'start'; from: HistoryWanted['from']; until: LocalDate | null }
  | { kind: 'unknown-day'; typed: string };

async function readStart(deps: Deps, { from, serverId }: HistoryInput): Promise<Start> {
  if (from.kind !== 'until') return { kind: 'start', from, until: null };
  const until = parseDay(from.typed);
  if (!until) return { kind: 'unknown-day', typed: from.typed };
  const { zone } = await serverOf(deps, serverId);
  const instant = startOfLocalDay(addDays(until, 1), zone);
  return { kind: 'start', from: { kind: 'until', instant }, until };
}
