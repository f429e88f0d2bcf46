// /setup status: what is set, what is missing where, what comes next, and who changed what.
import { card, divider, type Message, text } from '#bot/card.ts';
import { stateLine } from '../daily/list.view.ts';
import { HOW_TO_PING, timing } from '../daily/view.ts';
import { joinWords, timestamp } from '../quiz/post.view.ts';
import { changeLine } from './changes.view.ts';
import type { ChannelCheck, IsRoleSilent, LoggedChange, SetupState } from './rules.ts';
import { examLine, nameDate, retiredParts, zoneName } from './view.ts';

export type ShownStatus = {
  isRoleSilent: IsRoleSilent;
  state: SetupState;
  checks: readonly ChannelCheck[];
  changes: readonly LoggedChange[];
};

/** The rest is in /daily list: a message holds 4,000 characters. */
const SHOWN_CHANNELS = 5;

export function showStatus({ state, checks, changes, isRoleSilent }: ShownStatus, now: Date): Message {
  const { server, edition, schedules } = state;
  const shown = schedules.slice(0, SHOWN_CHANNELS);
  const more = schedules.length - SHOWN_CHANNELS;
  return card(null, [
    text(
      '### Cohort in this server',
      `**Exam:** ${examLine(state)}`,
      edition &&
        `-# ${edition.items} questions in ${edition.minutes} minutes on the exam · [official guide](<${edition.guide}>)`,
    ),
    ...retiredParts(state),
    text(`**Time zone:** ${zoneName(server.zone)}`, daysLeft(state, now)),
    divider(),
    text('**Questions of the day and my permissions**'),
    schedules.length === 0 && text('None yet: `/setup server` or `/daily set` starts one.'),
    ...shown.map((schedule) =>
      text(
        `<#${schedule.channelId}> · ${timing(schedule)}`,
        stateLine(schedule, now),
        permissionLine(checks.find((check) => check.channelId === schedule.channelId)),
        isRoleSilent(schedule) && `✗ I may not ping <@&${schedule.roleId}>.`,
      ),
    ),
    shown.some(isRoleSilent) && text(`-# ${HOW_TO_PING}`),
    more > 0 && text(`-# and ${more} more: \`/daily list\``),
    divider(),
    text('**Last changes**', ...(changes.length === 0 ? ['None yet.'] : changes.map(changeLine))),
  ]);
}

function permissionLine(check: ChannelCheck | undefined): string | null {
  if (!check) return null;
  if (check.missing === 'no-channel')
    return '✗ The channel is gone, or I cannot see it: give me **View Channel** there.';
  if (check.missing.length === 0) return '✓ I have every permission I need there.';
  return `✗ I lack ${joinWords(check.missing.map((name) => `**${name}**`))} there.`;
}

function daysLeft({ edition }: SetupState, now: Date): string | null {
  if (!edition?.lastSitting) return null;
  const end = new Date(`${edition.lastSitting}T23:59:59Z`);
  return end < now
    ? null
    : `**Last day to sit ${edition.code}:** ${nameDate(edition.lastSitting)} (${timestamp(end)})`;
}
