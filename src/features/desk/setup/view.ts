// The set-up screen and what it says about changes; the status page is in status.view.ts.

import { button, buttons, card, divider, type Message, plain, select, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { type Modal, modal } from '#bot/modal.ts';
import type { Edition } from '#content/pack.ts';
import type { Parts, Sentence } from '#features/people/server/section.ts';
import { DISCORD_LANGUAGE, type LanguageChoice } from '#lib/language-choice.ts';
import { localTimeAt } from '#lib/local-date.ts';
import type { Words } from '#words/words.ts';
import { type Notice, otherWeekStart, type SetupState } from './rules.ts';

/** What each control of the screen is called in its custom id; sections bring their own. */
export const controls = ['edition', 'zone', 'zone-typed', 'week', 'language', 'switch', 'notice'] as const;
export type Control = (typeof controls)[number];

const id = (control: Control, ...args: string[]) => customId('setup', 1, control, ...args);

export type Shown = {
  state: SetupState;
  notices: readonly Sentence[];
  /** Of the sections, in their order. */
  parts: readonly Parts[];
  languages: readonly LanguageChoice[];
  now: Date;
};

export function showSetup(words: Words, { state, notices, parts, languages, now }: Shown): Message {
  const { setup } = words;
  const { server } = state;
  const otherWeek = otherWeekStart(server.weekStart);
  return card(null, [
    text(`### ${setup.title}`, ...notices.map((notice) => `➜ ${notice(words)}`)),
    ...changeParts(words, state),
    divider(),
    text(setup.exam, examLine(words, state)),
    select(id('edition'), setup.chooseEdition, { choices: editionChoices(words, state) }),
    ...dividedParts(words, parts),
    divider(),
    text(
      setup.zone(zoneName(server.zone), localTimeAt(now, server.zone)),
      setup.week(words.forms.weekday(server.weekStart)),
      setup.language(languageName(words, server.language, languages)),
    ),
    buttons(
      button(id('zone'), setup.changeZone),
      button(id('week', String(otherWeek)), setup.weekFrom(words.forms.weekday(otherWeek))),
    ),
    select(id('language'), setup.chooseLanguage, {
      choices: languageChoices(words, server.language, languages),
    }),
    text(`-# ${setup.foot}`),
  ]);
}

/** Sent once to a server whose edition ends soon, and once when it has ended. */
export function showEditionNotice(words: Words, { from, to, isOver }: EditionChange): Message {
  const { retired } = words.setup;
  return card(null, [
    text(...changeLines(words, { from, to, isOver })),
    buttons(button(id('notice', to.id), retired.switchTo(to.code), { style: 'primary' })),
    text(`-# ${retired.who}`),
  ]);
}

export function showSwitched({ setup }: Words, to: Edition, memberId: string): Message {
  return card(null, [text(setup.retired.switched(to.code, `<@${memberId}>`))]);
}

export function showNotice(words: Words, notice: Notice): Message {
  return card(null, [text(noticeSentence(words, notice))]);
}

/** The input of the modal. */
export const TYPED = 'typed';

export function zoneModal({ setup }: Words, current: string): Modal {
  const { title, label, description } = setup.zoneModal;
  const component = {
    type: 4 as const,
    custom_id: TYPED,
    style: 1 as const,
    value: current,
    max_length: 60,
    required: true,
  };
  return modal(id('zone-typed'), title, [{ label, description, component }]);
}

export type EditionChange = { from: Edition; to: Edition; isOver: boolean };

/** Says that the edition ends soon or has ended, with the way on; nothing while there is time. */
export function changeParts(words: Words, { edition: from, successor, follower }: SetupState) {
  const to = successor ?? follower;
  if (!from || !to) return [];
  const label = words.setup.retired.switchTo(to.code);
  return [
    text(...changeLines(words, { from, to, isOver: to === successor })),
    buttons(button(id('switch', to.id), label, { style: 'primary' })),
  ];
}

function changeLines({ setup, forms }: Words, { from, to, isOver }: EditionChange): string[] {
  const { retired } = setup;
  if (!isOver && from.lastSitting) {
    const dates = { last: forms.date(from.lastSitting), first: forms.date(to.firstSitting) };
    return [retired.ahead({ code: from.code, follower: to.code, ...dates }), retired.keeps];
  }
  const over = from.lastSitting
    ? retired.overSince(from.code, forms.date(from.lastSitting), to.code)
    : retired.over(from.code, to.code);
  return [over, retired.keeps];
}

export function examLine(words: Words, { examName, edition, questions }: SetupState): string {
  const exam = plain(examName);
  if (!edition) return words.setup.editionGone(exam);
  const { code } = edition;
  return words.setup.examLine({ exam, code, dates: sittingDates(words, edition), questions });
}

function sittingDates({ setup, forms }: Words, edition: Edition): string {
  const { firstSitting, lastSitting, provisional } = edition;
  const dates = lastSitting
    ? setup.lastSitting(forms.date(lastSitting))
    : setup.firstSitting(forms.date(firstSitting));
  return provisional ? setup.provisional(dates) : dates;
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

function languageName({ setup }: Words, code: string | null, languages: readonly LanguageChoice[]): string {
  return languages.find((language) => language.code === code)?.name ?? setup.discordLanguage;
}

function languageChoices({ setup }: Words, chosen: string | null, languages: readonly LanguageChoice[]) {
  return [{ code: DISCORD_LANGUAGE, name: setup.discordLanguageChoice }, ...languages].map(
    ({ code, name }) => ({ value: code, label: name, selected: code === (chosen ?? DISCORD_LANGUAGE) }),
  );
}

/** Each below a line; none for a section that has nothing to say here. */
export function dividedParts(words: Words, parts: readonly Parts[]): ReturnType<Parts> {
  const said = parts.map((section) => section(words).filter(Boolean));
  return said.flatMap((lines) => (lines.length > 0 ? [divider(), ...lines] : []));
}

export function zoneName(zone: string): string {
  return plain(zone.replaceAll('_', ' '));
}

export function noticeSentence({ setup: { notice: said }, forms }: Words, notice: Notice): string {
  switch (notice.kind) {
    case 'edition-changed':
      return said.editionChanged(notice.code);
    case 'edition-kept':
      return said.editionKept(notice.code);
    case 'no-such-edition':
      return said.noSuchEdition(plain(notice.typed.slice(0, 60)), notice.codes);
    case 'zone-changed':
      return said.zoneChanged(zoneName(notice.zone));
    case 'zone-kept':
      return said.zoneKept(zoneName(notice.zone));
    case 'unknown-zone': {
      const unknown = said.unknownZone(plain(notice.typed.slice(0, 60)));
      const zones = notice.choices.map((zone) => `\`${zone}\``);
      return zones.length > 0 ? `${unknown} ${said.zoneLike(zones)}` : unknown;
    }
    case 'week-changed':
      return said.weekChanged(forms.weekday(notice.day));
    case 'week-kept':
      return said.weekKept(forms.weekday(notice.day));
    case 'language-changed':
      return notice.name === null ? said.languageOfDiscord : said.languageChanged(notice.name);
    case 'unknown-language':
      return said.unknownLanguage(plain(notice.typed.slice(0, 60)));
  }
}
