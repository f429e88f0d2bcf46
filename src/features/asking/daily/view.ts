// What admins read about changes of schedules; how schedules stand is in list.view.ts.
import { card, type Message, plain, text, timestamp } from '#bot/card.ts';
import { boldPermissions } from '#bot/permission-names.ts';
import type { Words } from '#words/words.ts';
import type {
  ChangeOutcome,
  ExtraOutcome,
  LacksPermission,
  NotFound,
  PreviewOutcome,
  SetOutcome,
} from './outcome.rules.ts';
import type { Asks, DateOutcome, Occurrence, ScheduleSettings } from './rules.ts';
import type { BadOption } from './settings.rules.ts';

export function showSet(
  words: Words,
  outcome: SetOutcome,
  notes: { isRoleSilent: boolean } = { isRoleSilent: false },
): Message {
  const { daily } = words;
  switch (outcome.kind) {
    case 'set': {
      const { settings, next, held, isChange } = outcome;
      const channel = `<#${settings.channelId}>`;
      return card(null, [
        text(
          `### ${isChange ? daily.changedIn(channel) : daily.setIn(channel)}`,
          ...factLines(words, settings),
        ),
        text(daily.nextPosts, ...nextLines(next), held && heldSentence(words, held)),
        notes.isRoleSilent && text(silentSentence(words, settings.roleId)),
        text(`-# ${daily.setFoot}`),
      ]);
    }
    case 'too-many':
      return sentence(daily.tooMany(outcome.max));
    case 'taken-just-now':
      return sentence(daily.takenJustNow);
    case 'gone-just-now':
      return sentence(daily.goneJustNow);
    case 'lacks-permission':
      return sentence(lacksSentence(words, outcome));
    case 'wrong-channel':
      return sentence(daily.wrongChannel(`<#${outcome.channelId}>`));
    case 'role-refused':
      return sentence(daily.roleRefused(`<@&${outcome.roleId}>`));
    case 'bad-option':
      return sentence(badOptionSentence(words, outcome));
  }
}

export function showChange(words: Words, outcome: ChangeOutcome): Message {
  const said = changeSentence(words, outcome);
  const title = outcome.kind === 'skipped' && words.daily.nextPosts;
  return card(null, [text(said, title, ...('next' in outcome ? nextLines(outcome.next) : []))]);
}

export function changeSentence(words: Words, outcome: ChangeOutcome): string {
  const { daily } = words;
  switch (outcome.kind) {
    case 'none-here':
      return noneSentence(words, outcome);
    case 'gone-just-now':
      return daily.goneJustNow;
    case 'paused':
      return daily.paused(channelOf(outcome));
    case 'paused-already':
      return daily.pausedAlready(channelOf(outcome));
    case 'removed':
      return daily.removed(channelOf(outcome));
    case 'skips-already':
      return daily.skipsAlready(channelOf(outcome));
    case 'resumed':
      return daily.resumed(channelOf(outcome));
    case 'unskipped':
      return daily.unskipped(channelOf(outcome));
    case 'runs-already':
      return daily.runsAlready(channelOf(outcome));
    case 'skipped':
      return daily.skipped(timestamp(outcome.skipped.at, 'F'), channelOf(outcome));
  }
}

export function showExtra(words: Words, outcome: ExtraOutcome): Message {
  const { daily } = words;
  switch (outcome.kind) {
    case 'none-here':
      return sentence(noneSentence(words, outcome));
    case 'lacks-permission':
      return sentence(lacksSentence(words, outcome));
    case 'wrong-channel':
      return sentence(daily.wrongChannel(`<#${outcome.channelId}>`));
    case 'too-soon':
      return sentence(daily.tooSoon(channelOf(outcome), timestamp(outcome.at)));
    case 'sent-on':
      return sentence(daily.sentOn(channelOf(outcome)));
    case 'queued':
      return card(null, [
        text(
          daily.queued(channelOf(outcome), timestamp(outcome.closesAt)),
          outcome.isSilent && `-# ${daily.pingedToday}`,
        ),
      ]);
    case 'on-its-way':
      return sentence(daily.onItsWay(channelOf(outcome)));
    case 'no-question':
      return sentence(daily.noQuestion);
    case 'gone-just-now':
      return sentence(daily.goneJustNow);
  }
}

export function showPreview(words: Words, outcome: PreviewOutcome): Message {
  const { daily } = words;
  switch (outcome.kind) {
    case 'none-here':
      return sentence(noneSentence(words, outcome));
    case 'no-question':
      return sentence(daily.noQuestion);
    case 'preview': {
      const { domain, schedule, status, next, isExhausted } = outcome;
      return card(null, [
        text(`### ${daily.in(channelOf(outcome))}`, ...factLines(words, schedule)),
        text(status === 'paused' ? daily.pausedNext : daily.nextPosts, ...nextLines(next)),
        text(
          daily.turn(domain.id, plain(domain.name), domain.weight),
          isExhausted ? daily.exhausted : daily.fresh,
          `-# ${daily.drawnLater}`,
        ),
      ]);
    }
  }
}

/** "09:00 (Europe/Berlin), every day". */
export function timing(
  { daily }: Words,
  settings: Pick<ScheduleSettings, 'time' | 'zone' | 'weekdays'>,
): string {
  const days = settings.weekdays.toSorted((a, b) => a - b);
  return daily.timing(settings.time, settings.zone.replaceAll('_', ' '), daily.weekdays(days));
}

/** Why changed settings do not act on the same day. */
export function heldSentence({ daily }: Words, held: DateOutcome): string {
  return held === 'posted' ? daily.held.posted : daily.held.skipped;
}

function nextLines(next: readonly Occurrence[]): string[] {
  return next.map(({ at }) => `- ${timestamp(at, 'F')}`);
}

export function silentSentence({ daily }: Words, roleId: string | null): string {
  return roleId === null ? daily.silentUnknown : daily.silent(`<@&${roleId}>`);
}

/** Names what is missing and where. */
export function lacksSentence(
  words: Words,
  { channelId, missing }: Pick<LacksPermission, 'channelId' | 'missing'>,
): string {
  return words.daily.lacks(`<#${channelId}>`, boldPermissions(words, missing));
}

export function badOptionSentence({ daily: { bad } }: Words, { option, typed, choices }: BadOption): string {
  const shown = plain(typed.slice(0, 60));
  switch (option) {
    case 'zone': {
      const zones = choices.map((zone) => `\`${zone}\``);
      return zones.length > 0 ? `${bad.zone(shown)} ${bad.zoneLike(zones)}` : bad.zone(shown);
    }
    case 'domains':
      return bad.domains(shown, choices.map(plain));
    default:
      return bad[option](shown);
  }
}

function sentence(said: string): Message {
  return card(null, [text(said)]);
}

function factLines(words: Words, settings: ScheduleSettings): string[] {
  const { daily } = words;
  const role = settings.roleId === null ? daily.pingsNobody : daily.pings(`<@&${settings.roleId}>`);
  return [
    daily.when(timing(words, settings)),
    daily.what(choiceLine(words, settings)),
    daily.how(role, settings.wantsThread ? daily.withThread : daily.withoutThread),
  ];
}

/** A pack of the server's own, or some of its domains. */
export function asksLine({ daily }: Words, { pack, domains }: Asks): string {
  return domains.length === 0 ? daily.ownPack(pack) : daily.ownDomains(pack, domains);
}

function whatOf(words: Words, { domains, asks }: ScheduleSettings): string {
  const { daily } = words;
  if (asks) return asksLine(words, { pack: plain(asks.pack), domains: asks.domains.map(plain) });
  return domains.length === 0 ? daily.allByWeight : daily.someDomains(domains);
}

/** Which questions, and how long they are open. */
export function choiceLine(words: Words, settings: ScheduleSettings): string {
  const { daily } = words;
  const { closeAfterMinutes } = settings;
  const what = whatOf(words, settings);
  return closeAfterMinutes === null
    ? daily.openUntilNext(what)
    : daily.openFor(what, daily.duration(closeAfterMinutes));
}

export function noneSentence(
  { daily }: Words,
  { wanted, channelIds }: Pick<NotFound, 'wanted' | 'channelIds'>,
): string {
  if (channelIds.length === 0) return daily.none;
  const where = channelIds.map((id) => `<#${id}>`);
  return wanted === null ? daily.noneHere(where) : daily.noneIn(`<#${wanted}>`, where);
}

function channelOf({ schedule }: { schedule: ScheduleSettings }): string {
  return `<#${schedule.channelId}>`;
}
