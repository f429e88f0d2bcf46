// Reads one board as one member sees it.
import { type Domain, findEdition, type Packs } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { addDays, type LocalDate, localDateAt } from '#lib/local-date.ts';
import type { Visibility } from '../member/rules.ts';
import { readMember, readPausesOf } from '../member/store.ts';
import { firstSettings, type ServerSettings } from '../server/rules.ts';
import { readServer } from '../server/store.ts';
import { type DayRules, type IsNeutral, isPaused, lostDays, type Outage, streakOn } from '../streak/rules.ts';
import { readOutages } from '../streak/store.ts';
import {
  type Board,
  type BoardOutcome,
  CANDIDATES,
  type Entry,
  findDomain,
  MAX_ASKS,
  type OwnPlace,
  offerDomains,
  PAGE_SIZE,
  placeBehind,
  rankEntries,
  unranked,
} from './board.rules.ts';
import {
  ALL_DOMAINS,
  type Metric,
  type Ranked,
  type WindowKind,
  windowResetsAt,
  windowStarts,
} from './rules.ts';
import {
  type BoardKey,
  countBetter,
  ownScore,
  type ScoreMetric,
  streaksInServer,
  topScores,
} from './store.ts';

export type BoardDeps = {
  db: Db;
  content: Packs;
  clock: Clock;
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
  const standing =
    input.metric === 'streak'
      ? await streakStanding(deps, { server, caller, now })
      : await scoreStanding(deps, { key, caller, metric: input.metric });
  return {
    kind: 'board',
    metric: input.metric,
    window: input.window,
    domain,
    callerId: input.memberId,
    ...standing,
    resetsAt: windowResetsAt(input.window, now, server.zone),
    isPrivate: visibility !== 'visible',
  };
}

export async function completeDomain(
  deps: { db: Db; content: Packs; clock: Clock },
  { serverId, typed }: { serverId: string; typed: string },
): Promise<{ name: string; value: string }[]> {
  return offerDomains(domainsOf(deps.content, await readSettings(deps, serverId)), typed);
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
  const candidates = top.map((score) => ({ ...score, streak: 0 }));
  const { rows, left } = await presentPage(deps, { ...key, metric, candidates, callerId: caller.memberId });
  const onPage = placeOn(rows, caller.memberId);
  if (onPage) return { rows, own: onPage };
  if (!mine || mine.rated === 0) return { rows, own: unranked(metric, null) };
  const better = await countBetter(deps.db, key, { metric, own: mine });
  return { rows, own: placeBehind(metric, { ...mine, streak: 0 }, { better, left }) };
}

async function streakStanding(
  deps: BoardDeps,
  { server, caller, now }: { server: ServerSettings; caller: Caller; now: Date },
): Promise<Standing> {
  const entries = await liveStreaks(deps.db, { server, now });
  const shown = rankEntries(
    'streak',
    entries.filter((entry) => entry.visibility !== 'hidden'),
  );
  const candidates = shown.slice(0, CANDIDATES);
  const where = { serverId: server.id, metric: 'streak' as const, callerId: caller.memberId };
  const { rows, left } = await presentPage(deps, { ...where, candidates });
  const onPage = placeOn(rows, caller.memberId);
  if (onPage) return { rows, own: onPage };
  const mine = entries.find((entry) => entry.memberId === caller.memberId);
  if (!mine || mine.streak === 0) return { rows, own: unranked('streak', null) };
  const better = shown.filter((entry) => entry.streak > mine.streak).length;
  return { rows, own: placeBehind('streak', mine, { better, left }) };
}

/** Everybody's streak as of today in their own zone: a broken one is worth nothing. */
async function liveStreaks(db: Db, { server, now }: { server: ServerSettings; now: Date }): Promise<Entry[]> {
  const utcToday = localDateAt(now, 'UTC');
  const outages = await readOutages(db);
  const rows = await streaksInServer(db, { serverId: server.id, exam: server.exam, utcToday });
  const calendars = new Map<string, Calendar>();
  const dated = rows.map((row) => {
    const rules = { zone: row.zone ?? server.zone, dayStart: row.dayStart };
    const key = `${rules.zone} ${rules.dayStart}`;
    const calendar = calendars.get(key) ?? calendarOf(rules, { now, outages });
    calendars.set(key, calendar);
    return { ...row, calendar };
  });
  const gaps = dated.filter((row) => row.streak.lastDate < row.calendar.yesterday);
  const pauses = await readPausesOf(
    db,
    gaps.map((row) => row.memberId),
  );
  return dated.map(({ memberId, visibility, streak, calendar }) => {
    const own = pauses.get(memberId) ?? [];
    const isNeutral: IsNeutral = (date) => isPaused(own, date) || calendar.isLost(date);
    const { current } = streakOn(streak, calendar.today, isNeutral);
    return { memberId, visibility, points: 0, right: 0, rated: 0, streak: current };
  });
}

/** What is the same for all members of a zone and day start: worked out once, not for each of thousands. */
type Calendar = { today: LocalDate; yesterday: LocalDate; isLost: IsNeutral };

function calendarOf(rules: DayRules, { now, outages }: { now: Date; outages: readonly Outage[] }): Calendar {
  const today = localDateAt(now, rules.zone, rules.dayStart);
  return { today, yesterday: addDays(today, -1), isLost: lostDays(outages, rules) };
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

async function readSettings(
  { db, content, clock }: { db: Db; content: Packs; clock: Clock },
  serverId: string,
): Promise<ServerSettings> {
  return (await readServer(db, serverId)) ?? firstSettings(content, { id: serverId, now: clock.now() });
}

function domainsOf(content: Packs, { exam, edition }: ServerSettings): readonly Domain[] {
  const pack = content.get(exam);
  if (!pack) throw new Error(`exam pack ${exam} is not loaded`);
  return findEdition(pack.exam, edition)?.domains ?? [];
}
