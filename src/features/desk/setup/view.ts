// What is said about changes of the set-up, its notices and its form; the checklist itself is in checklist.view.ts.

import { button, buttons, card, type Message, plain, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { type Modal, modal } from '#bot/modal.ts';
import type { Edition } from '#content/pack.ts';
import type { Words } from '#words/words.ts';
import type { SetupDoor } from '../doors.ts';
import type { Notice } from './rules.ts';

/** What each control of the screen is called in its custom id; sections bring their own. */
export const controls = [
  'open',
  'check',
  'start',
  'edition',
  'zone',
  'zone-is',
  'zone-typed',
  'week',
  'language',
  'switch',
  'notice',
] as const;
export type Control = (typeof controls)[number];

export const controlId = (control: Control, ...args: string[]) => customId('setup', 1, control, ...args);
const id = controlId;

/** Beside the names of lines: none of them, the log of changes, the line on permissions. */
export const NONE = 'none';
export const LOG = 'log';
export const PERMISSIONS = 'permissions';
/** A choice of the menu of zones: one that is typed. */
export const OTHER = 'other';

/** The way to the checklist, for other features. */
export const setupButton: SetupDoor = (label) => button(id('start'), label, { style: 'primary' });

/** Sent once to a server whose edition ends soon, and once when it has ended. */
export function showEditionNotice(words: Words, { from, to, isOver }: EditionChange): Message {
  const { retired } = words.setup;
  return card(null, [
    text(changeLine(words, { from, to, isOver }), retired.keeps),
    buttons(button(id('notice', to.id), retired.switchTo(to.code), { style: 'primary' })),
    text(`-# ${retired.who}`),
  ]);
}

export function showSwitched({ setup }: Words, to: Edition, memberId: string): Message {
  return card(null, [text(setup.retired.switched(to.code, `<@${memberId}>`))]);
}

/** To whoever may not set the server up: who can. */
export function showWhoMay({ setup }: Words, ownerId: string | null): Message {
  return card(null, [text(setup.whoMay(ownerId === null ? null : `<@${ownerId}>`))]);
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

/** That the edition ends soon, or has ended. */
export function changeLine({ setup, forms }: Words, { from, to, isOver }: EditionChange): string {
  const { retired } = setup;
  if (!isOver && from.lastSitting) {
    const dates = { last: forms.date(from.lastSitting), first: forms.date(to.firstSitting) };
    return retired.ahead({ code: from.code, follower: to.code, ...dates });
  }
  return from.lastSitting
    ? retired.overSince(from.code, forms.date(from.lastSitting), to.code)
    : retired.over(from.code, to.code);
}

export function sittingDates({ setup, forms }: Words, edition: Edition): string {
  const { firstSitting, lastSitting, provisional } = edition;
  const dates = lastSitting
    ? setup.lastSitting(forms.date(lastSitting))
    : setup.firstSitting(forms.date(firstSitting));
  return provisional ? setup.provisional(dates) : dates;
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
