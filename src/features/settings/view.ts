// What members read about their own settings: always what is saved now, and what it means.
import { time } from 'discord.js';
import { card, divider, type Message, plain, text } from '#bot/card.ts';
import type { Pause, Visibility } from '../member/rules.ts';
import type { OwnSettings, PauseOutcome, SettingsOutcome } from './rules.ts';

const ACCENT = 0x56b4e9;

export function showSettingsOutcome(outcome: SettingsOutcome): Message {
  return outcome.kind === 'settings' ? showAll(outcome.settings) : card(ACCENT, [text(...linesFor(outcome))]);
}

type Changed = Exclude<SettingsOutcome, { kind: 'settings' }>;

function linesFor(outcome: Changed): (string | false)[] {
  switch (outcome.kind) {
    case 'zone-saved':
      return [
        `**Saved:** your time zone is ${zoneWords(outcome.settings)}, where it is ${outcome.settings.localTime}.`,
        `Your day is ${outcome.settings.today} and ends ${time(outcome.settings.dayEndsAt, 'R')}. Days you have answered on keep their dates.`,
        `-# The time zone can be changed again ${time(outcome.freeAgainAt, 'R')}.`,
      ];
    case 'zone-unchanged':
      return [`Your time zone is ${zoneWords(outcome.settings)} already: nothing was changed.`];
    case 'zone-locked':
      return [
        `The time zone can be changed once in 24 hours: please try again ${time(outcome.untilAt, 'R')} (${time(outcome.untilAt, 'f')}).`,
      ];
    case 'unknown-zone':
      return [
        `I know no time zone “${plain(outcome.typed)}”: please choose one from the list that appears as you type a city, such as Berlin or Kolkata.`,
      ];
    case 'would-skip-a-day':
      return [
        `Not changed yet: your day would jump to ${outcome.today} and leave out one that your streak of ${inDays(outcome.current)} still needs. Please answer one question with \`/quiz\` first, then change it.`,
      ];
    case 'day-start-saved':
      return [
        `**Saved:** your day begins at ${clock(outcome.settings.dayStart)}.`,
        `It is ${outcome.settings.today} for you now, until ${time(outcome.settings.dayEndsAt, 'R')}.`,
      ];
    case 'reminders-saved':
      return outcome.on ? remindersOn(outcome.nextAt) : ['**Saved:** I send you no reminders.'];
    case 'visibility-saved':
      return [`**Saved:** you are **${outcome.visibility}**. ${visibilityWords[outcome.visibility]}`];
    default:
      return pauseLines(outcome);
  }
}

function pauseLines(outcome: PauseOutcome): (string | false)[] {
  switch (outcome.kind) {
    case 'paused':
      return [
        `**Saved:** your streak is paused ${range(outcome.pause)} (${inDays(outcome.days)}).`,
        outcome.isRunning
          ? `It begins today${outcome.current > 0 ? ` and keeps your streak at ${inDays(outcome.current)}` : ''}.`
          : `Until then every day counts as usual${outcome.current > 0 ? `: your streak stands at ${inDays(outcome.current)}` : ''}.`,
        'Paused days need no answer and cost no freeze; if you answer on one, it counts all the same. `/settings unpause` ends the pause early.',
        ...pauseList(outcome.coming),
      ];
    case 'unpaused':
      return [
        outcome.wasRunning
          ? `**Saved:** your pause ${range(outcome.pause)} ends now. Days before today stay paused; today counts again, so answer a question with \`/quiz\`.`
          : `**Saved:** the pause ${range(outcome.pause)} is called off.`,
        ...pauseList(outcome.coming),
      ];
    case 'not-paused':
      return ['No pause is running or coming: nothing was changed. `/settings pause` sets one.'];
    case 'bad-date':
      return [
        `“${plain(outcome.typed)}” is no date: please choose one from the list, or write it as 2026-12-24.`,
      ];
    case 'too-long':
      return [
        `A pause lasts ${outcome.maxDays} days at most, pauses right before and after it included: please choose fewer days.`,
      ];
    case 'in-the-past':
      return [`A pause is set beforehand: please choose ${outcome.earliest} or later.`];
    case 'too-far':
      return ['A pause begins within a year from now: please choose an earlier day.'];
    case 'overlaps':
      return [
        `You have a pause ${range(outcome.other)} already: please choose days outside it, or end it with \`/settings unpause\` first.`,
      ];
  }
}

function showAll(settings: OwnSettings): Message {
  return card(ACCENT, [
    text(
      '### Your settings',
      `**Time zone:** ${zoneWords(settings)}, where it is ${settings.localTime}`,
      `**Your day** begins at ${clock(settings.dayStart)}; it is ${settings.today} now and ends ${time(settings.dayEndsAt, 'R')}`,
      `**Reminders:** ${settings.reminders ? 'on – a direct message three hours before a day ends without an answer' : 'off'}`,
      `**Visibility:** ${settings.visibility}. ${visibilityWords[settings.visibility]}`,
      ...(settings.pauses.length > 0 ? pauseList(settings.pauses) : ['**Pauses:** none']),
    ),
    divider(),
    text(
      '-# They hold in every server with this bot. Change them with `/settings timezone`, `day-start`, `pause`, `unpause`, `reminders` or `visibility`.',
    ),
  ]);
}

const visibilityWords: Record<Visibility, string> = {
  visible: 'Leaderboards and revealed questions name you, and others may look at your streak.',
  anonymous: 'Leaderboards rank you as “Anonymous”; nobody is shown your name or your streak.',
  hidden: 'Nobody else sees you on a leaderboard or in a revealed question; you still see your own rank.',
};

function remindersOn(nextAt: Date | null): string[] {
  return [
    '**Saved:** I send you one direct message three hours before a day ends that your streak still needs.',
    nextAt
      ? `The first may come ${time(nextAt, 'R')}, if you have not answered by then.`
      : 'They begin with your first streak: answer a question with `/quiz`.',
    '-# Please allow direct messages from this server; if one cannot be delivered, reminders are switched off.',
  ];
}

function pauseList(pauses: readonly Pause[]): string[] {
  return pauses.length === 0 ? [] : [`**Pauses:** ${pauses.map(range).join('; ')}`];
}

function range({ fromDate, toDate }: Pause): string {
  return fromDate === toDate ? `on ${fromDate}` : `from ${fromDate} to ${toDate}`;
}

function zoneWords({ zone, isServerZone }: OwnSettings): string {
  return isServerZone ? `this server’s, **${zone}**` : `**${zone}**`;
}

function clock(hour: number): string {
  return hour === 0 ? 'midnight' : `${hour}:00 in the morning`;
}

function inDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
