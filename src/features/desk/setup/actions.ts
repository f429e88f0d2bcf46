// Changing a server's settings; every change acts at once and is logged.

import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { serverOf } from '#features/people/server/actions.ts';
import { todayIn, type WeekStart } from '#features/people/server/rules.ts';
import type { Changed, LoggedChange, Sentence, SetupSection } from '#features/people/server/section.ts';
import { changeEdition, changeServer, lockCalendar, recentChanges } from '#features/people/server/store.ts';
import { findZones, parseZone } from '#features/people/server/zones.rules.ts';
import type { Projection } from '#features/record/projection.ts';
import { markStale } from '#features/record/stale/mark.ts';
import type { Clock } from '#lib/clock.ts';
import { findLanguage, type LanguageChoice } from '#lib/language-choice.ts';
import {
  describeServer,
  findChoice,
  listEditions,
  type Notice,
  type SetupState,
  SHOWN_CHANGES,
  splitChoice,
} from './rules.ts';

export type SetupDeps = { db: Db; content: Library; clock: Clock; projections: readonly Projection[] };
export type Who = { serverId: string; memberId: string };
type Sections = { sections: readonly SetupSection[] };

export async function readSetup(
  deps: Omit<SetupDeps, 'projections'>,
  input: { serverId: string },
): Promise<SetupState> {
  const server = await serverOf(deps, input.serverId);
  return describeServer(deps.content, { server, today: todayIn(server.zone, deps.clock.now()) });
}

export async function readChanges(
  { db }: { db: Db },
  { serverId }: { serverId: string },
): Promise<LoggedChange[]> {
  return recentChanges(db, { serverId, limit: SHOWN_CHANGES });
}

/** Ends the transaction, and brings what was said out of it. */
class Undone extends Error {
  readonly changed: readonly Changed[];
  constructor(changed: readonly Changed[]) {
    super('one of several changes was refused');
    this.changed = changed;
  }
}

/** What one command changes, all of it or, where a part is refused, nothing; the answer then says that part alone. */
export async function changeTogether<D extends Omit<SetupDeps, 'projections'>>(
  deps: D,
  { serverId }: { serverId: string },
  change: (inside: D) => Promise<readonly Changed[]>,
): Promise<{ sentences: Sentence[]; isUndone: boolean }> {
  try {
    const changed = await deps.db.transaction(async (tx) => {
      const inside = { ...deps, db: tx };
      await serverOf(inside, serverId);
      // Two commands at once come one after the other, whatever rows each of them needs.
      await lockCalendar(tx, serverId);
      const all = await change(inside);
      if (all.some(({ isRefused }) => isRefused)) throw new Undone(all);
      return all;
    });
    return { sentences: changed.map(({ sentence }) => sentence), isUndone: false };
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    const refused = error.changed.filter(({ isRefused }) => isRefused);
    return {
      sentences: refused.map(({ sentence }) => sentence),
      isUndone: error.changed.length > refused.length,
    };
  }
}

/** Everything a member has done stays: answers, streaks and boards belong to the exam, not to its edition. */
export async function chooseEdition(deps: SetupDeps, input: Who & { typed: string }): Promise<Notice> {
  await serverOf(deps, input.serverId);
  const choices = listEditions(deps.content);
  const choice = findChoice(choices, input.typed);
  if (!choice) {
    return { kind: 'no-such-edition', typed: input.typed, codes: choices.map(({ edition }) => edition.code) };
  }
  const isChanged = await changeEdition(deps.db, {
    id: input.serverId,
    memberId: input.memberId,
    now: deps.clock.now(),
    to: splitChoice(choice),
  });
  return { kind: isChanged ? 'edition-changed' : 'edition-kept', code: choice.edition.code };
}

/** Moves the zone with all that goes by it, or nothing of that; `followed` is said after the notice. */
export async function chooseZone(
  { db, projections, sections, ...deps }: SetupDeps & Sections,
  input: Who & { typed: string },
): Promise<{ notice: Notice; followed: readonly Sentence[] }> {
  const after = parseZone(input.typed);
  if (after === null) {
    const choices = findZones(input.typed, 3);
    return { notice: { kind: 'unknown-zone', typed: input.typed, choices }, followed: [] };
  }
  await serverOf({ db, ...deps }, input.serverId);
  const now = deps.clock.now();
  const { serverId, memberId } = input;
  const followed = await db.transaction(async (tx) => {
    // Two at once come one after the other: what followed the first follows the second.
    const calendar = await lockCalendar(tx, serverId);
    if (!calendar || (calendar.zone === after && !calendar.isZoneGuessed)) return null;
    const { zone: before } = calendar;
    const change = { setting: 'zone' as const, before: calendar.isZoneGuessed ? null : before, after };
    await changeServer(tx, { id: serverId, memberId, now, change });
    // A guess that was right: everything goes by it already.
    if (before === after) return [];
    const scope = { kind: 'server' as const, id: serverId };
    await markStale({ db: tx, projections }, { by: 'zone-moved', scope, since: now });
    return followZone(tx, { sections, moved: { serverId, before, after, now } });
  });
  if (followed === null) return { notice: { kind: 'zone-kept', zone: after }, followed: [] };
  return { notice: { kind: 'zone-changed', zone: after }, followed };
}

type Moved = { serverId: string; before: string; after: string; now: Date };

async function followZone(tx: Db, { sections, moved }: Sections & { moved: Moved }): Promise<Sentence[]> {
  const said: Sentence[] = [];
  for (const section of sections) {
    const sentence = await section.zoneMoved(tx, moved);
    if (sentence) said.push(sentence);
  }
  return said;
}

/** Moves the weeks with the boards that go by them, or nothing of that. */
export async function chooseWeekStart(
  { db, projections, ...deps }: SetupDeps,
  { serverId, memberId, day: after }: Who & { day: WeekStart },
): Promise<Notice> {
  await serverOf({ db, ...deps }, serverId);
  const now = deps.clock.now();
  const isChanged = await db.transaction(async (tx) => {
    const before = (await lockCalendar(tx, serverId))?.weekStart;
    if (before === undefined || before === after) return false;
    const change = { setting: 'weekStart' as const, before, after };
    await changeServer(tx, { id: serverId, memberId, now, change });
    const scope = { kind: 'server' as const, id: serverId };
    await markStale({ db: tx, projections }, { by: 'week-moved', scope, since: now });
    return true;
  });
  return { kind: isChanged ? 'week-changed' : 'week-kept', day: after };
}

/** As chosen, or typed by its own name; the value for "as in Discord" gives the server's choice up. */
export async function chooseLanguage(
  deps: SetupDeps & { languages: readonly LanguageChoice[] },
  input: Who & { typed: string },
): Promise<Notice> {
  const found = findLanguage(deps.languages, input.typed);
  if (found === 'unknown') return { kind: 'unknown-language', typed: input.typed };
  const { language: before } = await serverOf(deps, input.serverId);
  const after = found?.code ?? null;
  if (before !== after) {
    await changeServer(deps.db, {
      id: input.serverId,
      memberId: input.memberId,
      now: deps.clock.now(),
      change: { setting: 'language', before, after },
    });
  }
  return { kind: 'language-changed', name: found?.name ?? null };
}
