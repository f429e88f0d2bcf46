// The set-up screen and what it says about changes; the status page is in status.view.ts.
import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import {
  button,
  buttons,
  card,
  divider,
  type Message,
  pickFromServer,
  plain,
  select,
  text,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Edition } from '#content/pack.ts';
import { localTimeAt } from '#lib/local-date.ts';
import { stateLine } from '../daily/list.view.ts';
import { badOptionSentence, heldSentence, lacksSentence, silentSentence, timing } from '../daily/view.ts';
import { joinWords } from '../quiz/post.view.ts';
import type { IsRoleSilent, Notice, SetupState } from './rules.ts';

/** What each control of the screen is called in its custom id. */
export const controls = [
  'edition',
  'zone',
  'zone-typed',
  'channel',
  'time',
  'time-typed',
  'role',
  'test',
  'switch',
  'notice',
] as const;
export type Control = (typeof controls)[number];

const id = (control: Control, ...args: string[]) => customId('setup', 1, control, ...args);

export function showSetup(
  state: SetupState,
  { notices, now, isRoleSilent }: { notices: readonly Notice[]; now: Date; isRoleSilent: IsRoleSilent },
): Message {
  const { server, schedules } = state;
  const [daily] = schedules;
  return card(null, [
    text('### Set up Cohort', ...notices.map((notice) => `➜ ${noticeSentence(notice)}`)),
    ...retiredParts(state),
    divider(),
    text('**Exam edition**', examLine(state)),
    select(id('edition'), 'Choose the exam edition', { choices: editionChoices(state) }),
    divider(),
    text(
      '**Question of the day**',
      daily ? `<#${daily.channelId}> · ${timing(daily)}` : 'Choose a channel, and it starts.',
      daily ? stateLine(daily, now) : null,
      daily !== undefined && isRoleSilent(daily) && `⚠️ ${silentSentence(daily.roleId)}`,
    ),
    pickFromServer(id('channel'), 'Channel for the question of the day', {
      of: 'channel',
      chosen: daily?.channelId ?? null,
    }),
    daily
      ? pickFromServer(id('role'), 'Role to ping (nobody when empty)', { of: 'role', chosen: daily.roleId })
      : null,
    divider(),
    text(
      `**Time zone of this server:** ${zoneName(server.zone)}, where it is ${localTimeAt(now, server.zone)} now`,
    ),
    buttons(
      button(id('zone'), 'Change time zone'),
      button(id('time'), 'Change time', { disabled: !daily }),
      button(id('test'), 'Test post', { style: 'primary', disabled: !daily }),
    ),
    text(
      `-# Everything you choose here acts at once.${schedules.length > 1 ? ` This screen shows the first of ${schedules.length} questions of the day: \`/daily\` changes the others.` : ' More channels, weekdays and domains: `/daily set`.'} \`/setup status\` checks permissions.`,
    ),
  ]);
}

/** Sent once to the daily channel of a server whose edition has ended. */
export function showRetiredNotice({ from, to }: { from: Edition; to: Edition }): Message {
  return card(null, [
    text(...retiredLines(from, to)),
    buttons(button(id('notice', to.id), `Switch to ${to.code}`, { style: 'primary' })),
    text('-# The button is for members who may manage this server.'),
  ]);
}

export function showSwitched(to: Edition, memberId: string): Message {
  return card(null, [
    text(`This server now prepares for **${to.code}** (switched by <@${memberId}>). Nothing was lost.`),
  ]);
}

export function showNotice(notice: Notice): Message {
  return card(null, [text(noticeSentence(notice))]);
}

export function zoneModal(current: string): APIModalInteractionResponseCallbackData {
  return modal('zone-typed', {
    title: 'Time zone of this server',
    label: 'Time zone',
    description: 'Such as Europe/Berlin, America/New_York or UTC; a city is enough if only one is called so.',
    value: current,
    maxLength: 60,
  });
}

export function timeModal(current: string): APIModalInteractionResponseCallbackData {
  return modal('time-typed', {
    title: 'Question of the day',
    label: 'Local time',
    description: 'Such as 07:30, 7.30am or 19h',
    value: current,
    maxLength: 20,
  });
}

/** The input of both modals. */
export const TYPED = 'typed';

type ModalWords = { title: string; label: string; description: string; value: string; maxLength: number };

function modal(control: Control, words: ModalWords): APIModalInteractionResponseCallbackData {
  const { title, label, description, value, maxLength } = words;
  const input = {
    type: 4 as const,
    custom_id: TYPED,
    style: 1 as const,
    value,
    max_length: maxLength,
    required: true,
  };
  return { custom_id: id(control), title, components: [{ type: 18, label, description, component: input }] };
}

/** Says that the edition has ended, with the way on; nothing while it can be sat. */
export function retiredParts({ edition, successor }: SetupState) {
  if (!edition || !successor) return [];
  return [
    text(...retiredLines(edition, successor)),
    buttons(button(id('switch', successor.id), `Switch to ${successor.code}`, { style: 'primary' })),
  ];
}

function retiredLines(from: Edition, to: Edition): string[] {
  const end = from.lastSitting ? ` Its last day was ${nameDate(from.lastSitting)}.` : '';
  return [
    `⚠️ **${from.code} can no longer be sat.**${end} Its successor is **${to.code}**.`,
    'Switching keeps every answer, streak and score; only new questions follow the new edition.',
  ];
}

export function examLine({ examName, edition, questions }: SetupState): string {
  if (!edition)
    return `${plain(examName)}: this edition is no longer in the question bank, please choose another.`;
  return `${plain(examName)}, **${edition.code}** · ${sittingDates(edition)} · ${questions} questions`;
}

export function nameDate(date: string): string {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

function sittingDates({ firstSitting, lastSitting, provisional }: Edition): string {
  const dates = lastSitting ? `last sitting ${nameDate(lastSitting)}` : `from ${nameDate(firstSitting)}`;
  return provisional ? `${dates}, task list provisional` : dates;
}

function editionChoices({ editions, server }: SetupState) {
  const current = `${server.exam}/${server.edition}`;
  return editions.slice(0, 25).map(({ value, examName, edition }) => ({
    value,
    label: edition.code,
    description: `${examName} · ${sittingDates(edition)}`.slice(0, 100),
    selected: value === current,
  }));
}

export function zoneName(zone: string): string {
  return plain(zone.replaceAll('_', ' '));
}

function noticeSentence(notice: Notice): string {
  switch (notice.kind) {
    case 'edition-changed':
      return `This server now prepares for **${notice.code}**. Nothing was lost.`;
    case 'edition-kept':
      return `This server prepares for **${notice.code}** already.`;
    case 'no-such-edition':
      return `There is no edition “${plain(notice.typed.slice(0, 60))}”: please choose ${joinWords(notice.codes)}.`;
    case 'zone-changed':
      return `Time zone: **${zoneName(notice.zone)}**.${notice.moved > 0 ? ' The question of the day follows it.' : ''}`;
    case 'unknown-zone':
      return badOptionSentence({ ...notice, kind: 'bad-option', option: 'zone' });
    case 'daily-saved':
      return notice.isNew
        ? `The question of the day starts in <#${notice.channelId}>. If I can no longer post there, I tell you once by direct message.`
        : `Saved for <#${notice.channelId}>.${notice.held ? ` ${heldSentence(notice.held)}` : ''}`;
    case 'channel-taken':
      return `<#${notice.channelId}> has a question of the day of its own: \`/daily set\` changes it, \`/daily remove\` ends it.`;
    case 'channel-first':
      return 'Please choose a channel for the question of the day first.';
    case 'channel-kept':
      return 'The channel stays: `/daily pause` or `/daily remove` stops the question of the day.';
    case 'test-queued':
      return `A test question is on its way to <#${notice.channelId}>; it closes after 10 minutes and counts for nothing.`;
    case 'no-question':
      return 'There is no question for this edition yet: please choose another.';
    case 'lacks-permission':
      return lacksSentence(notice);
    case 'bad-option':
      return badOptionSentence(notice);
  }
}
