// Reads one board as one member sees it.
import type { Library } from '#content/library.ts';
import { type Domain, findEdition, splitTopic } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { readMember } from '#features/people/member/store.ts';
import { firstSettings, type ServerSettings } from '#features/people/server/rules.ts';
import { readServer } from '#features/people/server/store.ts';
import { ownCourse, ownExams } from '#features/record/question/own-course.actions.ts';
import type { Clock } from '#lib/clock.ts';
import type { Ranking } from '../ranking.ts';
import { type Board, type BoardOutcome, findDomain } from './board.rules.ts';
import type { Presence } from './presence.ts';
import {
  ALL_DOMAINS,
  isScoreMetric,
  type Metric,
  type WindowKind,
  windowResetsAt,
  windowStarts,
} from './rules.ts';
import { readStanding, type Source, scoreSource, worthSource } from './standing.actions.ts';

type Deps = { db: Db; content: Library; clock: Clock };
export type BoardDeps = Deps & { rankings: readonly Ranking[]; presence: Presence };

export type BoardInput = {
  serverId: string;
  memberId: string;
  memberName: string;
  /** As chosen or typed; null for all domains together. */
  domain: string | null;
  window: WindowKind;
  metric: Metric;
  /** From 0. */
  page: number;
};

export async function readBoard(deps: BoardDeps, input: BoardInput): Promise<BoardOutcome> {
  const now = deps.clock.now();
  await deps.presence.noteHere(input.serverId, input.memberId);
  const { server, domains, pack, typed } = await readSubject(deps, input);
  const domain = typed === null ? null : findDomain(domains, typed);
  if (typed !== null && !domain) return { kind: 'unknown-domain', typed, domains };
  const { visibility } = await readMember(deps.db, input.memberId);
  const source = await sourceOf(deps, { ...input, now, server, domain });
  const asker = { serverId: server.id, callerId: input.memberId, page: input.page };
  const standing = await readStanding(deps, source, asker);
  return {
    kind: 'board',
    metric: source.metric,
    window: input.window,
    pack,
    domain,
    domains,
    callerId: input.memberId,
    ...standing,
    names: new Map([...standing.names, [input.memberId, input.memberName]]),
    besides: await readBesides(deps, { rows: standing.rows, metric: source.metric, server, now }),
    resetsAt: windowResetsAt(input.window, now, server),
    isPrivate: visibility !== 'visible',
  };
}

type Subject = {
  server: ServerSettings;
  domains: readonly Domain[];
  pack: Board['pack'];
  typed: string | null;
};

/** The exam that the server learns, or a pack of its own that stands before the domain: "own-3", "own-3/2". */
async function readSubject(deps: Deps, { serverId, domain }: BoardInput): Promise<Subject> {
  const server = await readSettings(deps, serverId);
  const { exam, rest } = domain === null ? { exam: null, rest: null } : splitTopic(domain);
  const course = exam === null ? null : await ownCourse(deps, { exam, serverId });
  if (exam === null || !course) {
    return {
      server,
      domains: await domainsOf(deps.content, server),
      pack: null,
      typed: exam === null ? rest : domain,
    };
  }
  const { edition, pack } = course;
  const domains = findEdition(pack.exam, edition)?.domains ?? [];
  return { server: { ...server, exam, edition }, domains, pack: { exam, name: pack.exam.name }, typed: rest };
}

/** Packs of the server's own, each with a board. */
export async function packsOfServer({ db }: Pick<Deps, 'db'>, { serverId }: { serverId: string }) {
  return ownExams({ db }, serverId);
}

/** The domains that a server's boards are kept for. */
export async function domainsOfServer(
  deps: Deps,
  { serverId }: { serverId: string },
): Promise<readonly Domain[]> {
  return domainsOf(deps.content, await readSettings(deps, serverId));
}

type Chosen = Pick<BoardInput, 'window' | 'metric'> & {
  server: ServerSettings;
  domain: Domain | null;
  now: Date;
};

/** A measure that nobody offers (any more) is points. */
async function sourceOf(
  { db, rankings }: BoardDeps,
  { server, domain, window, metric, now }: Chosen,
): Promise<Source> {
  const ranking = rankings.find((offered) => offered.metric === metric);
  if (ranking) return worthSource(db, { server, now, ranking });
  const startsOn = windowStarts(now, server)[window];
  const key = { serverId: server.id, exam: server.exam, domain: domain?.id ?? ALL_DOMAINS, window, startsOn };
  return scoreSource(db, key, isScoreMetric(metric) ? metric : 'points');
}

type Besides = Pick<Board, 'rows' | 'metric'> & { server: ServerSettings; now: Date };

/** Of those on the page who are named: of the others it could tell who they are. */
async function readBesides(
  { db, rankings }: BoardDeps,
  { rows, metric, server, now }: Besides,
): Promise<Board['besides']> {
  const memberIds = rows.flatMap((row) => (row.visibility === 'visible' ? row.memberId : []));
  const others = memberIds.length === 0 ? [] : rankings.filter((ranking) => ranking.metric !== metric);
  const found = others.map(
    async (ranking) =>
      [ranking.metric, await ranking.worths(db, { memberIds, serverZone: server.zone, now })] as const,
  );
  return new Map(await Promise.all(found));
}

async function readSettings({ db, content, clock }: Deps, serverId: string): Promise<ServerSettings> {
  return (await readServer(db, serverId)) ?? firstSettings(content, { id: serverId, now: clock.now() });
}

async function domainsOf(content: Library, { exam, edition }: ServerSettings): Promise<readonly Domain[]> {
  const pack = await content.packOf(exam);
  if (!pack) throw new Error(`exam pack ${exam} is not loaded`);
  return findEdition(pack.exam, edition)?.domains ?? [];
}
