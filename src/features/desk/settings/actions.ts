// A member reads and changes their own settings. Each change holds the member's row until it is done, so that two at
// once come one after the other.

import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import { changeVisibility } from '#features/people/member/actions.ts';
import { type DayRules, endOfLocalDay, neutralDays, type Outage } from '#features/people/member/day.rules.ts';
import type { DayWatcher, Watched } from '#features/people/member/day-watcher.ts';
import {
  type Member,
  type Pause,
  zoneFreeAt,
  zoneIsFresh,
  zoneLockedUntil,
} from '#features/people/member/rules.ts';
import {
  lockMember,
  type OwnSettings as MemberChange,
  readMember,
  readPauses,
  saveSettings,
} from '#features/people/member/store.ts';
import { parseZone } from '#features/people/server/zones.rules.ts';
import { readOutages } from '#features/record/outage/store.ts';
import { type Learner, zoneAround } from '#features/record/post/course.ts';
import type { Clock } from '#lib/clock.ts';
import { findLanguage, type LanguageChoice } from '#lib/language-choice.ts';
import { type LocalDate, localDateAt, localTimeAt } from '#lib/local-date.ts';
import { courseNamed } from './course.rules.ts';
import { type OwnSettings, SERVER_ZONE, type SettingsOutcome, skippedInto } from './rules.ts';

export type Deps = { db: Db; clock: Clock; watchers: readonly DayWatcher[] };
export type Who = Learner;
type Languages = { languages: readonly LanguageChoice[] };

/** No streak lives on over more pauses, freezes and outages than that. */
const LOOK_BACK_MS = 120 * 86_400_000;

export async function showSettings(
  { db, clock, watchers, languages, content }: Deps & Languages & { content: Library },
  who: Who,
): Promise<SettingsOutcome> {
  const member = await readMember(db, who.memberId);
  const own = await readStanding({ db, watchers }, { member, serverId: who.serverId, now: clock.now() });
  const language = languages.find(({ code }) => code === member.language)?.name ?? null;
  const course = courseNamed(content, member)?.code ?? null;
  return { kind: 'settings', settings: { ...settingsOf(own), language, course } };
}

/** `zone` as chosen or typed; "server" gives the own zone up. Days that are recorded keep their dates. */
export async function changeZone(deps: Deps, input: Who & { zone: string }): Promise<SettingsOutcome> {
  const wanted = input.zone === SERVER_ZONE ? null : parseZone(input.zone);
  if (wanted === null && input.zone !== SERVER_ZONE) return { kind: 'unknown-zone', typed: input.zone };
  return changing<SettingsOutcome>(deps, input, async (own) => {
    if (own.member.zone === wanted) return { kind: 'zone-unchanged', settings: settingsOf(own) };
    const untilAt = zoneLockedUntil(own.member, own.now);
    if (untilAt) return { kind: 'zone-locked', untilAt };
    // A correction does not begin the 24 hours anew: ten minutes after the first change it is final.
    const isCorrection = own.member.zoneChangedAt !== null && zoneIsFresh(own.member.zoneChangedAt, own.now);
    const zoneChangedAt = isCorrection ? own.member.zoneChangedAt : own.now;
    const change = { zone: wanted, zoneChangedAt };
    const { after, today } = changed(own, change);
    if (today) return { kind: 'would-skip-a-day', today, current: lengthOf(own) };
    await save(own, change);
    const changedAt = zoneChangedAt ?? own.now;
    return { kind: 'zone-saved', settings: settingsOf(after), freeAgainAt: zoneFreeAt(changedAt) };
  });
}

export async function changeDayStart(deps: Deps, input: Who & { hour: number }): Promise<SettingsOutcome> {
  return changing<SettingsOutcome>(deps, input, async (own) => {
    const change = { dayStart: input.hour };
    const { after, today } = changed(own, change);
    if (today) return { kind: 'would-skip-a-day', today, current: lengthOf(own) };
    await save(own, change);
    return { kind: 'day-start-saved', settings: settingsOf(after) };
  });
}

export async function changeReminders(deps: Deps, input: Who & { on: boolean }): Promise<SettingsOutcome> {
  return changing<SettingsOutcome>(deps, input, async (own) => {
    const nextAt = await save(own, { reminders: input.on });
    return { kind: 'reminders-saved', on: input.on, nextAt };
  });
}

export async function chooseVisibility(
  deps: { db: Db },
  input: { memberId: string; shown: string },
): Promise<SettingsOutcome> {
  return { kind: 'visibility-saved', visibility: await changeVisibility(deps, input) };
}

/** As chosen, or typed by its own name; the value for "as my Discord" gives the own choice up. */
export async function changeLanguage(
  { db, languages }: { db: Db } & Languages,
  input: { memberId: string; typed: string },
): Promise<SettingsOutcome> {
  const found = findLanguage(languages, input.typed);
  if (found === 'unknown') return { kind: 'unknown-language', typed: input.typed };
  await saveSettings(db, { id: input.memberId, language: found?.code ?? null });
  return { kind: 'language-saved', name: found?.name ?? null };
}

/** The zone of somebody who has none of their own, where they are now. */
export { zoneAround } from '#features/record/post/course.ts';

export async function todayOf({ db, clock }: { db: Db; clock: Clock }, who: Who): Promise<LocalDate> {
  const [member, around] = await Promise.all([readMember(db, who.memberId), zoneAround({ db }, who)]);
  return localDateAt(clock.now(), member.zone ?? around, member.dayStart);
}

export type Standing = {
  db: Db;
  now: Date;
  member: Member;
  isOutside: boolean;
  /** Theirs while they have none of their own: their server's, or outside of servers the last one. */
  around: string;
  rules: DayRules;
  today: LocalDate;
  watchers: readonly DayWatcher[];
  watched: readonly Watched[];
  pauses: Pause[];
  outages: Outage[];
};

/** Does something to a member's settings, or to none of them. */
export function changing<T>(
  { db, clock, watchers }: Deps,
  { memberId, serverId }: Who,
  work: (own: Standing) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    const member = await lockMember(tx, memberId);
    return work(await readStanding({ db: tx, watchers }, { member, serverId, now: clock.now() }));
  });
}

/** What the longest-lived of what hangs on their days is worth now. */
export function lengthOf({ watched, rules, now, pauses, outages }: Standing): number {
  const isNeutral = neutralDays(pauses, outages, rules);
  return Math.max(0, ...watched.map((one) => one.on({ now, rules, isNeutral }).length));
}

async function readStanding(
  { db, watchers }: Pick<Deps, 'db' | 'watchers'>,
  { member, serverId, now }: { member: Member; serverId: string | null; now: Date },
): Promise<Standing> {
  const around = await zoneAround({ db }, { memberId: member.id, serverId });
  const watched: Watched[] = [];
  for (const watcher of watchers) {
    const one = await watcher.watch(db, member.id);
    if (one) watched.push(one);
  }
  const pauses = await readPauses(db, member.id);
  const outages = await readOutages(db, { since: new Date(now.getTime() - LOOK_BACK_MS) });
  const rules = { zone: member.zone ?? around, dayStart: member.dayStart };
  const today = localDateAt(now, rules.zone, rules.dayStart);
  const isOutside = serverId === null;
  return { db, now, member, isOutside, around, rules, today, watchers, watched, pauses, outages };
}

/** What a change would make of a member's day; `today` is the new one when it would leave out a day they still need. */
function changed(own: Standing, change: MemberChange): { after: Standing; today: LocalDate | null } {
  const member = { ...own.member, ...change };
  const rules = { zone: member.zone ?? own.around, dayStart: member.dayStart };
  const after = { ...own, member, rules, today: localDateAt(own.now, rules.zone, rules.dayStart) };
  return { after, today: skippedInto(own, { from: own.rules, to: rules }) };
}

/** Stores a change and plans what is to come by it; returns when that is, null when there will be nothing. */
async function save(own: Standing, change: MemberChange): Promise<Date | null> {
  const { after } = changed(own, change);
  const { id: memberId, reminders } = after.member;
  await saveSettings(own.db, { id: memberId, ...change });
  const planned: (Date | null)[] = [];
  for (const watcher of own.watchers) {
    planned.push(await watcher.replan(own.db, { memberId, now: own.now, rules: after.rules, reminders }));
  }
  return planned.find((at) => at !== null) ?? null;
}

function settingsOf({ member, isOutside, rules, today, pauses, now }: Standing): OwnSettings {
  return {
    zone: rules.zone,
    isServerZone: member.zone === null,
    isOutside,
    course: null,
    dayStart: rules.dayStart,
    reminders: member.reminders,
    visibility: member.visibility,
    language: null,
    pauses: pauses.filter((pause) => pause.toDate >= today),
    today,
    dayEndsAt: endOfLocalDay(today, rules),
    localTime: localTimeAt(now, rules.zone),
  };
}
