// The question of the day on the set-up screen, on the status page and in the log of changes.
import { button, buttons, type Part, pickFromServer, plain, text, timestamp } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { type Modal, modal } from '#bot/modal.ts';
import type { LoggedChange } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';
import { stateLine } from './list.view.ts';
import type { SectionOutcome, ShownSchedule } from './outcome.rules.ts';
import type { IsRoleSilent } from './pinging.ts';
import type { Lacking } from './rules.ts';
import {
  badOptionSentence,
  heldSentence,
  lacksSentence,
  permissionNames,
  silentSentence,
  timing,
} from './view.ts';

export const sectionControls = ['channel', 'time', 'time-typed', 'role', 'test'] as const;
type SectionControl = (typeof sectionControls)[number];

const id = (control: SectionControl) => customId('setup', 1, control);

/** The input of the modal. */
export const TYPED = 'typed';

export type Screen = { schedules: readonly ShownSchedule[]; now: Date; isRoleSilent: IsRoleSilent };

export function screenParts(words: Words, { schedules, now, isRoleSilent }: Screen): (Part | null)[] {
  const { setup } = words.daily;
  const [daily] = schedules;
  return [
    text(
      setup.title,
      daily ? `<#${daily.channelId}> · ${timing(words, daily)}` : setup.chooseChannel,
      daily ? stateLine(words, daily, now) : null,
      daily !== undefined && isRoleSilent(daily) && `⚠️ ${silentSentence(words, daily.roleId)}`,
      daily?.isRoleGone === true && `⚠️ ${words.daily.roleGone}`,
    ),
    pickFromServer(id('channel'), setup.channel, { of: 'channel', chosen: daily?.channelId ?? null }),
    daily ? pickFromServer(id('role'), setup.role, { of: 'role', chosen: daily.roleId }) : null,
    buttons(
      button(id('time'), setup.changeTime, { disabled: !daily }),
      button(id('test'), setup.testPost, { style: 'primary', disabled: !daily }),
    ),
    text(`-# ${schedules.length > 1 ? setup.firstOf(schedules.length) : setup.moreChannels}`),
  ];
}

export function timeModal({ daily }: Words, current: string): Modal {
  const { title, label, description } = daily.setup.timeModal;
  const component = {
    type: 4 as const,
    custom_id: TYPED,
    style: 1 as const,
    value: current,
    max_length: 20,
    required: true,
  };
  return modal(id('time-typed'), title, [{ label, description, component }]);
}

export type Checked = { schedule: ShownSchedule; missing: Lacking };

/** The rest is in /daily list: a message holds 4,000 characters. */
const SHOWN_CHANNELS = 5;

export function statusParts(
  words: Words,
  { checked, now, isRoleSilent }: { checked: readonly Checked[]; now: Date; isRoleSilent: IsRoleSilent },
): (Part | false)[] {
  const { setup, howToPing } = words.daily;
  const shown = checked.slice(0, SHOWN_CHANNELS);
  const more = checked.length - SHOWN_CHANNELS;
  return [
    text(setup.statusTitle),
    checked.length === 0 && text(setup.statusNone),
    ...shown.map(({ schedule, missing }) =>
      text(
        `<#${schedule.channelId}> · ${timing(words, schedule)}`,
        stateLine(words, schedule, now),
        permissionLine(words, missing),
        isRoleSilent(schedule) && setup.mayNotPing(`<@&${schedule.roleId}>`),
        schedule.isRoleGone === true && `✗ ${words.daily.roleGone}`,
      ),
    ),
    shown.some(({ schedule }) => isRoleSilent(schedule)) && text(`-# ${howToPing}`),
    more > 0 && text(`-# ${setup.more(more)}`),
  ];
}

function permissionLine(words: Words, missing: Lacking): string {
  const { setup } = words.daily;
  if (missing === 'wrong-kind') return setup.wrongKind;
  if (missing === 'no-channel') return setup.noChannel(permissionNames(words, ['View Channel']).join(''));
  return missing.length === 0 ? setup.allHeld : setup.lacks(permissionNames(words, missing));
}

export function outcomeSentence(words: Words, outcome: SectionOutcome): string {
  const { daily } = words;
  const { setup } = daily;
  switch (outcome.kind) {
    case 'daily-saved': {
      const channel = `<#${outcome.channelId}>`;
      if (outcome.isNew) return setup.started(channel);
      const saved = setup.saved(channel);
      return outcome.held ? `${saved} ${heldSentence(words, outcome.held)}` : saved;
    }
    case 'channel-taken':
      return setup.channelTaken(`<#${outcome.channelId}>`);
    case 'gone-just-now':
      return daily.goneJustNow;
    case 'channel-first':
      return setup.channelFirst;
    case 'channel-kept':
      return setup.channelKept;
    case 'test-queued':
      return setup.testQueued(`<#${outcome.channelId}>`);
    case 'no-question':
      return setup.noQuestion;
    case 'test-too-soon':
      return setup.testTooSoon(`<#${outcome.channelId}>`, timestamp(outcome.at));
    case 'lacks-permission':
      return lacksSentence(words, outcome);
    case 'wrong-channel':
      return daily.wrongChannel(`<#${outcome.channelId}>`);
    case 'role-refused':
      return daily.roleRefused(`<@&${outcome.roleId}>`);
    case 'bad-option':
      return badOptionSentence(words, outcome);
  }
}

const LOGGED = 'daily:';
const SEPARATOR = ' · ';

/** Stored are numbers and ids, as `summarize` writes them; null for a setting that is not ours. */
export function loggedParts(words: Words, { setting, before, after }: LoggedChange) {
  if (!setting.startsWith(LOGGED)) return null;
  const inWords = (side: string | null) =>
    side === null ? [] : side.split(SEPARATOR).map((part) => partInWords(words, part));
  return {
    what: words.daily.setup.logged(`<#${setting.slice(LOGGED.length)}>`),
    before: inWords(before),
    after: inWords(after),
  };
}

function partInWords({ daily, forms }: Words, part: string): string {
  const { setup } = daily;
  const [, days] = /^days ([1-7](?:,[1-7])*)$/.exec(part) ?? [];
  if (days) return setup.loggedDays(daily.weekdays(days.split(',').map(Number)));
  const [, role] = /^role (\d+)$/.exec(part) ?? [];
  if (role) return `<@&${role}>`;
  const [, minutes] = /^closes after (\d+) min$/.exec(part) ?? [];
  if (minutes) return setup.loggedCloses(daily.duration(Number(minutes)));
  const [, domains] = /^domains (.+)$/.exec(part) ?? [];
  if (domains) return setup.loggedDomains(plain(domains));
  const [, skipped] = /^skips (\d{4}-\d\d-\d\d)$/.exec(part) ?? [];
  if (skipped) return setup.loggedSkips(forms.date(skipped));
  const named: Record<string, string> = {
    thread: setup.loggedThread,
    active: setup.loggedActive,
    paused: setup.loggedPaused,
  };
  return named[part] ?? plain(part.replaceAll('_', ' '));
}
