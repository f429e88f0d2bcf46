// Reads one board as one member sees it.
import type { Library } from '#content/library.ts';
import { type Domain, findEdition } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Visibility } from '#features/people/member/rules.ts';
import { readMember } from '#features/people/member/store.ts';
import { firstSettings, type ServerSettings } from '#features/people/server/rules.ts';
import { readServer } from '#features/people/server/store.ts';
import type { Clock } from '#lib/clock.ts';
import type { Ranking } from '../ranking.ts';
import {
  type Board,
  type BoardOutcome,
  CANDIDATES,
  type Entry,
  findDomain,
  MAX_ASKS,
  type OwnPlace,
  PAGE_SIZE,
  placeBehind,
  rankEntries,
  unranked,
} from './board.rules.ts';
import {
  ALL_DOMAINS,
  isScoreMetric,
  type Metric,
  type Ranked,
  type ScoreMetric,
  type WindowKind,
  windowResetsAt,
  windowStarts,
} from './rules.ts';
import { type BoardKey, countBetter, membersOnBoards, ownScore, topScores } from './store.ts';

type Deps = { db: Db; content: Library; clock: Clock };

export type BoardDeps = Deps & {
  rankings: readonly Ranking[];
  /** Which of these members are still in the server; null when that could not be found out in time. */
  stillMembers(serverId: string, memberIds: readonly string[]): Promise<ReadonlySet<string> | null>;
};

export type BoardInput = {
  serverId: string;
  memberId: string;
  /** As chosen or typed; null for all domains together. */
  domain: string | null;
  window: WindowKind;
  metric: Metric;
};

export async function readBoard(deps: BoardDeps, input: BoardInput): Promise<BoardOutcome> {
  const now = deps.clock.now();
  const server = await readSettings(deps, input.serverId);
  const domains = domainsOf(deps.content, server);
  const domain = input.domain === null ? null : findDomain(domains, input.domain);
  if (input.domain !== null && !domain) return { kind: 'unknown-domain', typed: input.domain, domains };
  const { visibility } = await readMember(deps.db, input.memberId);
  const caller = { memberId: input.memberId, visibility };
  const startsOn = windowStarts(now, server.zone)[input.window];
  const key = {
    serverId: server.id,
    exam: server.exam,
    domain: domain?.id ?? ALL_DOMAINS,
    window: input.window,
    startsOn,
  };
  const { metric } = input;
  const standing = isScoreMetric(metric)
    ? await scoreStanding(deps, { key, caller, metric })
    : await otherStanding(deps, { server, caller, now, metric });
  return {
    kind: 'board',
    metric,
    window: input.window,
    domain,
    callerId: input.memberId,
    ...standing,
    resetsAt: windowResetsAt(input.window, now, server.zone),
    isPrivate: visibility !== 'visible',
  };
}

/** The domains that a server's boards are kept for. */
export async function domainsOfServer(
  deps: Deps,
  { serverId }: { serverId: string },
): Promise<readonly Domain[]> {
  return domainsOf(deps.content, await readSettings(deps, serverId));
}

type Caller = { memberId: string; visibility: Visibility };
type Standing = Pick<Board, 'rows' | 'own'>;

async function scoreStanding(
  deps: BoardDeps,
  { key, caller, metric }: { key: BoardKey; caller: Caller; metric: ScoreMetric },
): Promise<Standing> {
  const [top, mine] = await Promise.all([
    topScores(deps.db, key, { metric, limit: CANDIDATES }),
    ownScore(deps.db, key, caller.memberId),
  ]);
  const candidates = top.map((score) => ({ ...score, worth: 0 }));
  const { rows, left } = await presentPage(deps, { ...key, metric, candidates, callerId: caller.memberId });
  const onPage = placeOn(rows, caller.memberId);
  if (onPage) return { rows, own: onPage };
  if (!mine || mine.rated === 0) return { rows, own: unranked(metric, null) };
  const better = await countBetter(deps.db, key, { metric, own: mine });
  return { rows, own: placeBehind(metric, { ...mine, worth: 0 }, { better, left }) };
}

type Other = { server: ServerSettings; caller: Caller; now: Date; metric: Metric };

/** By another standing's measure: what it says that everybody on the server's boards is worth now. */
async function otherStanding(deps: BoardDeps, { server, caller, now, metric }: Other): Promise<Standing> {
  const entries = await worthEntries(deps, { server, now, metric });
  const shown = rankEntries(
    metric,
    entries.filter((entry) => entry.visibility !== 'hidden'),
  );
  const candidates = shown.slice(0, CANDIDATES);
  const where = { serverId: server.id, metric, callerId: caller.memberId };
  const { rows, left } = await presentPage(deps, { ...where, candidates });
  const onPage = placeOn(rows, caller.memberId);
  if (onPage) return { rows, own: onPage };
  const mine = entries.find((entry) => entry.memberId === caller.memberId);
  if (!mine || mine.worth === 0) return { rows, own: unranked(metric, null) };
  const better = shown.filter((entry) => entry.worth > mine.worth).length;
  return { rows, own: placeBehind(metric, mine, { better, left }) };
}

async function worthEntries(
  deps: BoardDeps,
  { server, now, metric }: Omit<Other, 'caller'>,
): Promise<Entry[]> {
  const ranking = deps.rankings.find((offered) => offered.metric === metric);
  const members = await membersOnBoards(deps.db, { serverId: server.id, exam: server.exam });
  const memberIds = members.map(({ memberId }) => memberId);
  const worths = await ranking?.worths(deps.db, { memberIds, serverZone: server.zone, now });
  const nothing = { points: 0, right: 0, rated: 0 };
  return members.map((member) => ({ ...member, ...nothing, worth: worths?.get(member.memberId) ?? 0 }));
}

type Page = { serverId: string; metric: Metric; candidates: readonly Entry[]; callerId: string };

/** The first ten candidates who are still in the server, ranked without those who left. */
async function presentPage(
  deps: BoardDeps,
  { serverId, metric, candidates, callerId }: Page,
): Promise<{ rows: Ranked<Entry>[]; left: Entry[] }> {
  const present: Entry[] = [];
  const left: Entry[] = [];
  let looked = 0;
  for (let ask = 0; ask < MAX_ASKS && present.length < PAGE_SIZE && looked < candidates.length; ask += 1) {
    const next = candidates.slice(looked, looked + PAGE_SIZE - present.length);
    looked += next.length;
    const others = next.map((entry) => entry.memberId).filter((id) => id !== callerId);
    const still = others.length > 0 ? await deps.stillMembers(serverId, others) : null;
    const isHere = (entry: Entry) => entry.memberId === callerId || !still || still.has(entry.memberId);
    present.push(...next.filter(isHere));
    left.push(...next.filter((entry) => !isHere(entry)));
  }
  return { rows: rankEntries(metric, present), left };
}

function placeOn(rows: readonly Ranked<Entry>[], memberId: string): OwnPlace | null {
  const entry = rows.find((row) => row.memberId === memberId);
  return entry ? { kind: 'ranked', entry, isOnPage: true } : null;
}

async function readSettings({ db, content, clock }: Deps, serverId: string): Promise<ServerSettings> {
  return (await readServer(db, serverId)) ?? firstSettings(content, { id: serverId, now: clock.now() });
}

function domainsOf(content: Library, { exam, edition }: ServerSettings): readonly Domain[] {
  const pack = content.packOf(exam);
  if (!pack) throw new Error(`exam pack ${exam} is not loaded`);
  return findEdition(pack.exam, edition)?.domains ?? [];
}
