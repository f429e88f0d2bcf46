// What members read about their own settings: always what is saved now, and what it means.

import { card, divider, type Message, plain, text, timestamp } from '#bot/card.ts';
import type { Pause } from '#features/people/member/rules.ts';
import { findZones } from '#features/people/server/zones.rules.ts';
import { DISCORD_LANGUAGE, type LanguageChoice } from '#lib/language-choice.ts';
import { localTimeAt } from '#lib/local-date.ts';
import type { Words } from '#words/words.ts';
import { idOf, labelOf, type Offered } from './course.rules.ts';
import {
  type Choice,
  type OwnSettings,
  offeredDays,
  offeredZones,
  type PauseOutcome,
  SERVER_ZONE,
  type SettingsOutcome,
} from './rules.ts';

const ACCENT = 0x56b4e9;

export function showSettingsOutcome(words: Words, outcome: SettingsOutcome): Message {
  return outcome.kind === 'settings'
    ? showAll(words, outcome.settings)
    : card(ACCENT, [text(...linesFor(words, outcome))]);
}

type Changed = Exclude<SettingsOutcome, { kind: 'settings' }>;

function linesFor(words: Words, outcome: Changed): (string | false)[] {
  const { settings: said, forms } = words;
  switch (outcome.kind) {
    case 'zone-saved': {
      const { settings, freeAgainAt } = outcome;
      return [
        said.saved.zone(zoneWords(words, settings), settings.localTime),
        said.saved.zoneDay(forms.date(settings.today), timestamp(settings.dayEndsAt)),
        `-# ${said.saved.zoneAgain(timestamp(freeAgainAt))}`,
      ];
    }
    case 'zone-unchanged':
      return [said.zoneUnchanged(zoneWords(words, outcome.settings))];
    case 'zone-locked':
      return [said.zoneLocked(timestamp(outcome.untilAt), timestamp(outcome.untilAt, 'f'))];
    case 'unknown-zone':
      return [unknownZone(words, outcome.typed)];
    case 'would-skip-a-day':
      return [said.wouldSkip(forms.date(outcome.today), outcome.current)];
    case 'day-start-saved': {
      const { dayStart, today, dayEndsAt } = outcome.settings;
      return [
        said.saved.dayStart(said.clock(dayStart)),
        said.saved.dayNow(forms.date(today), timestamp(dayEndsAt)),
      ];
    }
    case 'reminders-saved':
      return outcome.on ? remindersOn(words, outcome.nextAt) : [said.saved.remindersOff];
    case 'visibility-saved': {
      const { visibility } = outcome;
      return [said.saved.visibility(said.visibility[visibility], said.visibilityMeans[visibility])];
    }
    case 'language-saved':
      return [outcome.name === null ? said.saved.discordLanguage : said.saved.language(outcome.name)];
    case 'course-saved':
      return [said.saved.course(outcome.code, plain(outcome.name)), `-# ${said.saved.courseHolds}`];
    case 'unknown-course':
      return [said.unknownCourse(plain(outcome.typed.slice(0, 60)))];
    case 'unknown-language':
      return [said.unknownLanguage(plain(outcome.typed))];
    default:
      return pauseLines(words, outcome);
  }
}

function pauseLines(words: Words, outcome: PauseOutcome): (string | false)[] {
  const { settings, forms } = words;
  const { paused: said } = settings;
  switch (outcome.kind) {
    case 'paused':
      return [
        said.saved(range(words, outcome.pause), outcome.days),
        pauseBegins(words, outcome),
        said.means,
        ...pauseList(words, outcome.coming),
      ];
    case 'unpaused': {
      const ended = range(words, outcome.pause);
      return [
        outcome.wasRunning ? said.ended(ended) : said.calledOff(ended),
        ...pauseList(words, outcome.coming),
      ];
    }
    case 'not-paused':
      return [said.none];
    case 'bad-date':
      return [said.badDate(plain(outcome.typed))];
    case 'too-long':
      return [said.tooLong(outcome.maxDays)];
    case 'in-the-past':
      return [said.inThePast(forms.date(outcome.earliest))];
    case 'too-far':
      return [said.tooFar];
    case 'overlaps':
      return [said.overlaps(range(words, outcome.other))];
  }
}

function pauseBegins({ settings: { paused } }: Words, of: { isRunning: boolean; current: number }): string {
  if (of.isRunning) return of.current > 0 ? paused.keeps(of.current) : paused.beginsToday;
  return of.current > 0 ? paused.untilThenAt(of.current) : paused.untilThen;
}

function showAll(words: Words, own: OwnSettings): Message {
  const { lines, title, clock, visibility, visibilityMeans, discordLanguage } = words.settings;
  return card(ACCENT, [
    text(
      `### ${title}`,
      lines.zone(zoneWords(words, own), own.localTime),
      lines.day(clock(own.dayStart), words.forms.date(own.today), timestamp(own.dayEndsAt)),
      own.reminders ? lines.remindersOn : lines.remindersOff,
      lines.visibility(visibility[own.visibility], visibilityMeans[own.visibility]),
      lines.language(own.language ?? discordLanguage),
      own.course !== null && lines.course(own.course),
      ...(own.pauses.length > 0 ? pauseList(words, own.pauses) : [lines.noPauses]),
    ),
    divider(),
    text(`-# ${lines.foot}`),
  ]);
}

function remindersOn({ settings: { saved } }: Words, nextAt: Date | null): string[] {
  return [
    saved.remindersOn,
    nextAt ? saved.firstReminder(timestamp(nextAt)) : saved.noStreakYet,
    `-# ${saved.allowMessages}`,
  ];
}

function pauseList(words: Words, pauses: readonly Pause[]): string[] {
  if (pauses.length === 0) return [];
  return [words.settings.lines.pauses(pauses.map((pause) => range(words, pause)).join('; '))];
}

function range({ settings, forms }: Words, { fromDate, toDate }: Pause): string {
  return settings.range(forms.date(fromDate), forms.date(toDate));
}

function zoneWords({ settings }: Words, { zone, isServerZone, isOutside }: OwnSettings): string {
  if (!isServerZone) return settings.ownZone(zone);
  return isOutside ? settings.lastZone(zone) : settings.serverZone(zone);
}

function unknownZone({ settings }: Words, typed: string): string {
  const unknown = settings.unknownZone(plain(typed.slice(0, 60)));
  const zones = findZones(typed, 3).map((zone) => `\`${zone}\``);
  return zones.length > 0 ? `${unknown} ${settings.zoneLike(zones)}` : unknown;
}

/** Zones by city, region or offset, each with its clock; first of all that of the server one is in, where there is one. */
export function offerZones(
  { settings, common }: Words,
  typed: string,
  { around, now }: { around: string | null; now: Date },
): Choice[] {
  const zones = offeredZones(typed, now) ?? findZones(typed, 24);
  const offered = zones.map((zone) => ({
    name: common.zoneNow(zone, localTimeAt(now, zone)),
    value: zone,
  }));
  const isWanted = typed.trim() === '' || SERVER_ZONE.startsWith(typed.trim().toLowerCase());
  if (around === null || !isWanted) return offered;
  const server = settings.serverZoneChoice(around, localTimeAt(now, around));
  return [{ name: server, value: SERVER_ZONE }, ...offered];
}

/** The next days on which a pause may begin, by weekday or date. */
export function offerStarts({ settings, forms }: Words, typed: string, today: string): Choice[] {
  const near = [settings.today, settings.tomorrow];
  return offeredDays(today)
    .map(({ date, weekday }, ahead) => ({
      name: settings.startChoice(near[ahead] ?? forms.weekday(weekday), date),
      value: date,
    }))
    .filter((day) => day.name.toLowerCase().includes(typed.trim().toLowerCase()));
}

/** Exams that one may choose, as their list shows them. */
export function offerExams(offered: readonly Offered[], typed: string): Choice[] {
  return offered
    .map((each) => ({ name: labelOf(each), value: idOf(each) }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}

/** The languages spoken, under their own names. */
export function offerLanguages(
  { settings }: Words,
  typed: string,
  languages: readonly LanguageChoice[],
): Choice[] {
  return [
    { name: settings.discordLanguage, value: DISCORD_LANGUAGE },
    ...languages.map(({ code, name }) => ({ name, value: code })),
  ].filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}
