// The question of the day on the checklist of the set-up: how it stands, and what changes the (first) one in place.
import {
  type Button,
  button,
  buttons,
  type Choice,
  type Part,
  pickFromServer,
  select,
  timestamp,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { type Modal, modal } from '#bot/modal.ts';
import { boldPermissions, permissionNames } from '#bot/permission-names.ts';
import type { Standing } from '#features/people/server/rules.ts';
import type { ChecklistLine } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';
import { stateInShort, stateLine } from './list.view.ts';
import type { ShownSchedule } from './outcome.rules.ts';
import { COMMON_WEEKDAYS, parseWeekdays } from './parse.rules.ts';
import type { IsRoleSilent } from './pinging.ts';
import { DEFAULT_TIME, EVERY_DAY, type Lacking, nextPosts, troubleOf } from './rules.ts';
import { silentSentence, timing } from './view.ts';

export const sectionControls = [
  'channel',
  'time',
  'time-typed',
  'weekdays',
  'role',
  'no-ping',
  'pause',
  'resume',
  'test',
] as const;
type SectionControl = (typeof sectionControls)[number];

const id = (control: SectionControl) => customId('setup', 1, control);

/** A choice of the menu of times: one that is typed. */
export const OTHER_TIME = 'other';

/** `missing` is what the bot lacks in its channel now. */
export type Checked = { schedule: ShownSchedule; missing: Lacking };

type Daily = {
  /** Of the server: what a first one will go by. */
  zone: string;
  /** The oldest first; that is the one which is changed here. */
  checked: readonly Checked[];
  now: Date;
  isRoleSilent: IsRoleSilent;
};

export function dailyLine(daily: Daily): ChecklistLine {
  const [first, ...others] = daily.checked;
  const isBad = (each: Checked) => isActive(each) && isBroken(each, daily.isRoleSilent);
  const broken = others.filter(isBad);
  const whole = others.filter((each) => !isBad(each));
  return {
    standing: standingOf(daily),
    title: (words) => words.daily.setup.line,
    facts: (words) =>
      first ? [...factsOf(words, first, daily), ...otherFacts(words, broken)] : [firstFact(words, daily)],
    details: (words) =>
      first
        ? [...detailsOf(words, first, daily), ...otherFacts(words, whole), footOf(words, others.length)]
        : [],
    controls: (words) => (first ? controlsOf(words, first, daily) : [channelMenu(words, null)]),
    always: ({ daily: { setup } }) => [testButton(setup.testPost, first !== undefined)],
    channels: daily.checked.map(({ schedule, missing }) => ({
      channelId: schedule.channelId,
      lacking: missing,
    })),
  };
}

function testButton(label: string, canTest: boolean): Button {
  return button(id('test'), label, { disabled: !canTest });
}

function standingOf({ checked, isRoleSilent }: Daily): Standing {
  if (checked.length === 0) return 'to-do';
  const active = checked.filter(isActive);
  if (active.some((each) => isBroken(each, isRoleSilent))) return 'broken';
  return active.length > 0 ? 'done' : 'off';
}

function isActive({ schedule }: Checked): boolean {
  return schedule.status === 'active';
}

function isBroken({ schedule, missing }: Checked, isRoleSilent: IsRoleSilent): boolean {
  return missing.length > 0 || isFailing(schedule) || pingsNobody(schedule, isRoleSilent);
}

/** A failure that was mended is none any more. */
function isFailing(schedule: ShownSchedule): boolean {
  return troubleOf(schedule) !== null && !schedule.isMended;
}

function pingsNobody(schedule: ShownSchedule, isRoleSilent: IsRoleSilent): boolean {
  return schedule.isRoleGone === true || isRoleSilent(schedule);
}

function firstFact(words: Words, { zone }: Daily): string {
  const start = { time: DEFAULT_TIME, zone, weekdays: EVERY_DAY };
  return words.daily.setup.chooseChannel(timing(words, start));
}

function factsOf(words: Words, { schedule, missing }: Checked, { now, isRoleSilent }: Daily) {
  const { daily } = words;
  const { channelId, roleId, status } = schedule;
  return [
    status === 'active' && missing.length > 0 && lackingFact(words, channelId, missing),
    `<#${channelId}> · ${timing(words, schedule)}`,
    stateLine(words, schedule, now),
    schedule.isRoleGone === true && daily.setup.roleGone,
    isRoleSilent(schedule) && silentSentence(words, roleId),
  ];
}

function detailsOf(words: Words, { schedule }: Checked, { now, isRoleSilent }: Daily) {
  const { roleId, status } = schedule;
  const isPinged = roleId !== null && !pingsNobody(schedule, isRoleSilent);
  return [
    status === 'active' && !isFailing(schedule) && laterFact(words, schedule, now),
    isPinged && `-# ${words.daily.pings(`<@&${roleId}>`)}`,
  ];
}

function lackingFact(words: Words, channelId: string, missing: Lacking): string {
  const { setup } = words.daily;
  const channel = `<#${channelId}>`;
  if (missing === 'wrong-kind') return setup.wrongKind(channel);
  if (missing === 'no-channel') return setup.gone(channel);
  return setup.lacks(channel, permissionNames(words, missing));
}

/** After the next post, which the line above has told. */
function laterFact(words: Words, schedule: ShownSchedule, now: Date): string {
  const { lastDate: afterDate, skipDate } = schedule;
  const [, ...later] = nextPosts(schedule, { after: now, afterDate, skipDate }, 3);
  return `-# ${words.daily.setup.later(later.map(({ at }) => timestamp(at, 'F')))}`;
}

/** The rest is in /daily list: a message holds 4,000 characters. */
const SHOWN_OTHERS = 4;

function otherFacts(words: Words, others: readonly Checked[]): string[] {
  const { list, setup } = words.daily;
  const more = others.length - SHOWN_OTHERS;
  const shown = others.slice(0, SHOWN_OTHERS).map((each) => {
    const { channelId, time } = each.schedule;
    return list.short(`<#${channelId}>`, time, otherState(words, each));
  });
  return more > 0 ? [...shown, `-# ${setup.more(more)}`] : shown;
}

function otherState(words: Words, { schedule, missing }: Checked): string {
  const { list, reason } = words.daily;
  if (missing.length === 0 || schedule.status === 'paused') return stateInShort(words, schedule);
  if (typeof missing === 'string')
    return list.failing(missing === 'no-channel' ? reason.noChannel : reason.refused);
  return list.failing(reason.lacks(boldPermissions(words, missing)));
}

function footOf({ daily: { setup } }: Words, others: number): string {
  return `-# ${others > 0 ? setup.firstOf : setup.moreChannels}`;
}

function controlsOf(words: Words, { schedule, missing }: Checked, { isRoleSilent }: Daily): Part[] {
  const { setup } = words.daily;
  const isPaused = schedule.status === 'paused';
  return [
    // A menu that shows a channel or role which is gone would be refused.
    channelMenu(words, missing === 'no-channel' ? null : schedule.channelId),
    select(id('time'), setup.chooseTime, { choices: timeChoices(words, schedule.time) }),
    select(id('weekdays'), setup.chooseWeekdays, { choices: weekdayChoices(words, schedule.weekdays) }),
    pickFromServer(id('role'), setup.role, {
      of: 'role',
      chosen: schedule.isRoleGone ? null : schedule.roleId,
    }),
    buttons(
      isPaused ? button(id('resume'), setup.resume, { style: 'primary' }) : button(id('pause'), setup.pause),
      pingsNobody(schedule, isRoleSilent) && button(id('no-ping'), setup.noPing, { style: 'primary' }),
    ),
  ];
}

function channelMenu({ daily: { setup } }: Words, chosen: string | null): Part {
  return pickFromServer(id('channel'), setup.channel, { of: 'channel', chosen, isNeeded: true });
}

/** Every hour in which people are awake; any other time is typed. */
const HOURS = Array.from({ length: 18 }, (_, index) => `${String(index + 6).padStart(2, '0')}:00`);

function timeChoices({ daily: { setup } }: Words, time: string): Choice[] {
  const times = [...new Set([...HOURS, time])].toSorted();
  return [
    ...times.map((each) => ({ value: each, label: each, selected: each === time })),
    { value: OTHER_TIME, label: setup.otherTime, selected: false },
  ];
}

function weekdayChoices({ daily }: Words, chosen: readonly number[]): Choice[] {
  const own = chosen.toSorted((a, b) => a - b).join(',');
  const common = COMMON_WEEKDAYS.map((typed) => (parseWeekdays(typed) ?? []).join(','));
  return [...new Set([...common, own])].map((days) => ({
    value: days,
    label: daily.weekdays(days.split(',').map(Number)),
    selected: days === own,
  }));
}

/** The input of the modal. */
export const TYPED = 'typed';

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
