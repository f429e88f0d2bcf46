// A member reads and changes their own settings. Each change holds the member's row until it is done, so that two at
// once come one after the other.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { type LocalDate, localDateAt, localTimeAt } from '#lib/local-date.ts';
import { type Member, type Pause, type Visibility, zoneLockedUntil } from '../member/rules.ts';
import {
  lockMember,
  type OwnSettings as MemberChange,
  readMember,
  readPauses,
  saveSettings,
} from '../member/store.ts';
import { DEFAULT_ZONE } from '../server/rules.ts';
import { readServer } from '../server/store.ts';
import { parseZone } from '../server/zones.rules.ts';
import { nextReminderAt } from '../streak/reminder.rules.ts';
import { type DayRules, endOfLocalDay, type Outage, type Streak } from '../streak/rules.ts';
import { planReminder, readOutages, readStreakRow } from '../streak/store.ts';
import {
  type Choice,
  type OwnSettings,
  offerStarts,
  offerZones,
  SERVER_ZONE,
  type SettingsOutcome,
  skippedInto,
} from './rules.ts';

export type Deps = { db: Db; clock: Clock };
export type Who = { memberId: string; serverId: string };

export async function showSettings({ db, clock }: Deps, who: Who): Promise<SettingsOutcome> {
  const member = await readMember(db, who.memberId);
  const own = await readStanding(db, { member, serverId: who.serverId, now: clock.now() });
  return { kind: 'settings', settings: settingsOf(own) };
}

/** `zone` as chosen or typed; "server" gives the own zone up. Days that are recorded keep their dates. */
export async function changeZone(deps: Deps, input: Who & { zone: string }): Promise<SettingsOutcome> {
  const wanted = input.zone === SERVER_ZONE ? null : parseZone(input.zone);
  if (wanted === null && input.zone !== SERVER_ZONE) return { kind: 'unknown-zone', typed: input.zone };
  return changing(deps, input, async (own) => {
    if (own.member.zone === wanted) return { kind: 'zone-unchanged', settings: settingsOf(own) };
    const untilAt = zoneLockedUntil(own.member.zoneChangedAt, own.now);
    if (untilAt) return { kind: 'zone-locked', untilAt };
    const change = { zone: wanted, zoneChangedAt: own.now };
    const { after, today } = changed(own, change);
    if (today) return { kind: 'would-skip-a-day', today, current: own.streak?.current ?? 0 };
    await save(own, change);
    const freeAgainAt = zoneLockedUntil(own.now, own.now) ?? own.now;
    return { kind: 'zone-saved', settings: settingsOf(after), freeAgainAt };
  });
}

export async function changeDayStart(deps: Deps, input: Who & { hour: number }): Promise<SettingsOutcome> {
  return changing(deps, input, async (own) => {
    const change = { dayStart: input.hour };
    const { after, today } = changed(own, change);
    if (today) return { kind: 'would-skip-a-day', today, current: own.streak?.current ?? 0 };
    await save(own, change);
    return { kind: 'day-start-saved', settings: settingsOf(after) };
  });
}

export async function changeReminders(deps: Deps, input: Who & { on: boolean }): Promise<SettingsOutcome> {
  return changing(deps, input, async (own) => {
    const nextAt = await save(own, { reminders: input.on });
    return { kind: 'reminders-saved', on: input.on, nextAt };
  });
}

export async function changeVisibility(
  { db }: { db: Db },
  input: { memberId: string; visibility: Visibility },
): Promise<SettingsOutcome> {
  await saveSettings(db, { id: input.memberId, visibility: input.visibility });
  return { kind: 'visibility-saved', visibility: input.visibility };
}

export async function completeZone(
  { db, clock }: Deps,
  { serverId, typed }: { serverId: string; typed: string },
): Promise<Choice[]> {
  const server = await readServer(db, serverId);
  return offerZones(typed, { serverZone: server?.zone ?? DEFAULT_ZONE, now: clock.now() });
}

export async function completeStart({ db, clock }: Deps, input: Who & { typed: string }): Promise<Choice[]> {
  const [member, server] = await Promise.all([
    readMember(db, input.memberId),
    readServer(db, input.serverId),
  ]);
  const today = localDateAt(clock.now(), member.zone ?? server?.zone ?? DEFAULT_ZONE, member.dayStart);
  return offerStarts(input.typed, today);
}

export type Standing = {
  db: Db;
  now: Date;
  member: Member;
  serverZone: string;
  rules: DayRules;
  today: LocalDate;
  streak: Streak | null;
  pauses: Pause[];
  outages: Outage[];
};

/** Does something to a member's settings, or to none of them. */
export function changing<T>(
  { db, clock }: Deps,
  { memberId, serverId }: Who,
  work: (own: Standing) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    const member = await lockMember(tx, memberId);
    return work(await readStanding(tx, { member, serverId, now: clock.now() }));
  });
}

async function readStanding(
  db: Db,
  { member, serverId, now }: { member: Member; serverId: string; now: Date },
): Promise<Standing> {
  const serverZone = (await readServer(db, serverId))?.zone ?? DEFAULT_ZONE;
  const streak = await readStreakRow(db, member.id);
  const pauses = await readPauses(db, member.id);
  const outages = await readOutages(db);
  const rules = { zone: member.zone ?? serverZone, dayStart: member.dayStart };
  const today = localDateAt(now, rules.zone, rules.dayStart);
  return { db, now, member, serverZone, rules, today, streak, pauses, outages };
}

/** What a change would make of a member's day; `today` is the new one when it would leave out a day they still need. */
function changed(own: Standing, change: MemberChange): { after: Standing; today: LocalDate | null } {
  const member = { ...own.member, ...change };
  const rules = { zone: member.zone ?? own.serverZone, dayStart: member.dayStart };
  const after = { ...own, member, rules, today: localDateAt(own.now, rules.zone, rules.dayStart) };
  return { after, today: skippedInto(own, { from: own.rules, to: rules }) };
}

/** Stores a change and plans the next reminder by it; returns when that is, null when there will be none. */
async function save(own: Standing, change: MemberChange): Promise<Date | null> {
  const { after } = changed(own, change);
  const isWanted = after.member.reminders && own.streak !== null;
  const remindAt = isWanted && own.streak ? nextReminderAt(own.streak.lastDate, own.now, after.rules) : null;
  await saveSettings(own.db, { id: own.member.id, ...change });
  await planReminder(own.db, { memberId: own.member.id, remindAt });
  return remindAt;
}

function settingsOf({ member, rules, today, pauses, now }: Standing): OwnSettings {
  return {
    zone: rules.zone,
    isServerZone: member.zone === null,
    dayStart: rules.dayStart,
    reminders: member.reminders,
    visibility: member.visibility,
    pauses: pauses.filter((pause) => pause.toDate >= today),
    today,
    dayEndsAt: endOfLocalDay(today, rules),
    localTime: localTimeAt(now, rules.zone),
  };
}
