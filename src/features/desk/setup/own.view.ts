// The lines of the checklist that are the server's own: exam and edition, its place, the permissions in its channels.
import { button, buttons, plain, select, timestamp } from '#bot/card.ts';
import { boldPermissions } from '#bot/permission-names.ts';
import { likelyZones } from '#features/people/server/locale-zones.rules.ts';
import type { ChecklistLine } from '#features/people/server/section.ts';
import { DISCORD_LANGUAGE, type LanguageChoice } from '#lib/language-choice.ts';
import { localTimeAt } from '#lib/local-date.ts';
import type { Words } from '#words/words.ts';
import { type Checked, type Lacking, mergeChannels, permissionStanding } from './checklist.rules.ts';
import { examStanding, otherWeekStart, placeStanding, type SetupState, suggestedZone } from './rules.ts';
import { changeLine, controlId as id, OTHER, sittingDates, zoneName } from './view.ts';

export function examLineOf(state: SetupState, now: Date): ChecklistLine {
  const { edition, successor, follower } = state;
  const to = successor ?? follower;
  const change = edition && to ? { from: edition, to, isOver: to === successor } : null;
  return {
    standing: examStanding(state),
    title: ({ setup }) => setup.lines.exam,
    facts: (words) => [
      change?.isOver === true && changeLine(words, change),
      examFact(words, state),
      edition !== null && state.questions === 0 && words.setup.noQuestions,
      change?.isOver === false && changeLine(words, change),
    ],
    details: (words) => [
      change && words.setup.retired.keeps,
      edition && `-# ${words.setup.format(edition.items, edition.minutes)}`,
      edition && words.setup.guide(edition.guide),
      daysLeft(words, state, now),
    ],
    controls: (words) => [
      change &&
        buttons(
          button(id('switch', change.to.id), words.setup.retired.switchTo(change.to.code), {
            style: 'primary',
          }),
        ),
      select(id('edition'), words.setup.chooseEdition, { choices: editionChoices(words, state) }),
    ],
    channels: [],
  };
}

export type Place = {
  state: SetupState;
  languages: readonly LanguageChoice[];
  now: Date;
  /** Of the server in Discord, and of whoever looks. */
  locales: readonly (string | null)[];
};

export function placeLineOf({ state, languages, now, locales }: Place): ChecklistLine {
  const { server } = state;
  const suggested = suggestedZone(state, locales);
  const otherWeek = otherWeekStart(server.weekStart);
  return {
    standing: placeStanding(state),
    title: ({ setup }) => setup.lines.place,
    facts: (words) => [
      zoneFact(words, { server, suggested, now }),
      words.setup.language(languageName(words, server.language, languages)),
    ],
    details: (words) => [words.setup.week(words.forms.weekday(server.weekStart))],
    controls: (words) => [
      suggested !== null &&
        buttons(
          button(id('zone-is', suggested), words.setup.zoneIs(zoneName(suggested)), { style: 'primary' }),
        ),
      select(id('zone'), words.setup.chooseZone, { choices: zoneChoices(words, { server, locales, now }) }),
      select(id('language'), words.setup.chooseLanguage, {
        choices: languageChoices(words, server.language, languages),
      }),
      buttons(button(id('week', String(otherWeek)), words.setup.weekFrom(words.forms.weekday(otherWeek)))),
    ],
    channels: [],
  };
}

/** The rest is wherever the channel was chosen. */
const SHOWN_CHANNELS = 5;

export function permissionLineOf(all: readonly Checked[]): ChecklistLine {
  const channels = mergeChannels(all);
  const lacking = channels.filter((channel) => channel.lacking.length > 0);
  const more = lacking.length - SHOWN_CHANNELS;
  return {
    standing: permissionStanding(channels),
    title: ({ setup }) => setup.lines.permissions,
    facts: (words) => {
      const { permissions } = words.setup;
      const whole = channels.filter((channel) => channel.lacking.length === 0);
      return [
        channels.length === 0 && permissions.later,
        ...lacking.slice(0, SHOWN_CHANNELS).map((channel) => lackingFact(words, channel)),
        more > 0 && permissions.more(more),
        lacking.length > 0 && `-# ${permissions.how}`,
        whole.length > 0 &&
          permissions.held(whole.slice(0, SHOWN_CHANNELS).map(({ channelId }) => `<#${channelId}>`)),
      ];
    },
    controls: () => [],
    channels: [],
  };
}

function lackingFact(words: Words, { channelId, lacking }: { channelId: string; lacking: Lacking }): string {
  const { permissions } = words.setup;
  const channel = `<#${channelId}>`;
  if (lacking === 'wrong-kind') return permissions.wrongKind(channel);
  if (lacking === 'no-channel')
    return permissions.gone(channel, boldPermissions(words, ['View Channel']).join(''));
  return permissions.lacks(channel, boldPermissions(words, lacking));
}

function examFact(words: Words, { examName, edition, questions }: SetupState): string {
  const exam = plain(examName);
  if (!edition) return words.setup.editionGone(exam);
  return words.setup.examLine({ exam, code: edition.code, dates: sittingDates(words, edition), questions });
}

/** Nothing once there is an edition to switch to: that says it louder. */
function daysLeft(
  { setup, forms }: Words,
  { edition, successor, follower }: SetupState,
  now: Date,
): string | null {
  if (!edition?.lastSitting || successor || follower) return null;
  const end = new Date(`${edition.lastSitting}T23:59:59Z`);
  if (end < now) return null;
  return `-# ${setup.lastDay(edition.code, forms.date(edition.lastSitting), timestamp(end))}`;
}

function editionChoices(words: Words, { editions, server }: SetupState) {
  const current = `${server.exam}/${server.edition}`;
  return editions.slice(0, 25).map(({ value, examName, edition }) => ({
    value,
    label: edition.code,
    description: `${examName} · ${sittingDates(words, edition)}`.slice(0, 100),
    selected: value === current,
  }));
}

type Zoned = { server: SetupState['server']; now: Date };

function zoneFact(
  { setup }: Words,
  { server, suggested, now }: Zoned & { suggested: string | null },
): string {
  const zone = suggested ?? server.zone;
  const shown = [zoneName(zone), localTimeAt(now, zone)] as const;
  if (suggested !== null) return setup.zoneGuess(...shown);
  return server.isZoneGuessed ? setup.zoneUnknown(...shown) : setup.zone(...shown);
}

function zoneChoices(
  { setup, common }: Words,
  { server, locales, now }: Zoned & { locales: Place['locales'] },
) {
  const own = server.isZoneGuessed ? [] : [server.zone];
  const zones = [...new Set([...own, ...likelyZones(locales, 23)])];
  return [
    ...zones.map((zone) => ({
      value: zone,
      label: common.zoneNow(zone.replaceAll('_', ' '), localTimeAt(now, zone)),
      selected: own.includes(zone),
    })),
    { value: OTHER, label: setup.otherZone, selected: false },
  ];
}

function languageName({ setup }: Words, code: string | null, languages: readonly LanguageChoice[]): string {
  return languages.find((language) => language.code === code)?.name ?? setup.discordLanguage;
}

function languageChoices({ setup }: Words, chosen: string | null, languages: readonly LanguageChoice[]) {
  return [{ code: DISCORD_LANGUAGE, name: setup.discordLanguageChoice }, ...languages].map(
    ({ code, name }) => ({ value: code, label: name, selected: code === (chosen ?? DISCORD_LANGUAGE) }),
  );
}
