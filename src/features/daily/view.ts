// Every word that admins read about schedules of the question of the day.
import { card, type Message, plain, text } from '#bot/card.ts';
import { joinWords, timestamp } from '../quiz/post.view.ts';
import type {
  ChangeOutcome,
  ExtraOutcome,
  LacksPermission,
  NotFound,
  PreviewOutcome,
  SetOutcome,
} from './outcome.rules.ts';
import { nameWeekdays } from './parse.rules.ts';
import type { DateOutcome, Occurrence, ScheduleSettings } from './rules.ts';
import type { BadOption } from './settings.rules.ts';

export function showSet(
  outcome: SetOutcome,
  notes: { isRoleSilent: boolean } = { isRoleSilent: false },
): Message {
  switch (outcome.kind) {
    case 'set':
      return card(null, [
        text(
          `### Question of the day ${outcome.isChange ? 'changed' : 'set'} in <#${outcome.settings.channelId}>`,
          ...factLines(outcome.settings),
        ),
        text('**Next posts**', ...nextLines(outcome.next), outcome.held && heldSentence(outcome.held)),
        notes.isRoleSilent && text(silentSentence(outcome.settings.roleId)),
        text(
          '-# If I can no longer post there, I keep trying, and I tell you once by direct message. `/daily list` shows how it stands.',
        ),
      ]);
    case 'too-many':
      return sentence(
        `A server can have ${outcome.max} questions of the day: remove one with \`/daily remove\` first.`,
      );
    case 'taken-just-now':
      return sentence(
        'Somebody else changed this channel’s question of the day just now: look at `/daily list`.',
      );
    case 'lacks-permission':
      return sentence(lacksSentence(outcome));
    case 'bad-option':
      return sentence(badOptionSentence(outcome));
  }
}

export function showChange(outcome: ChangeOutcome): Message {
  switch (outcome.kind) {
    case 'none-here':
      return sentence(noneSentence(outcome));
    case 'paused':
      return sentence(
        `Paused in ${channel(outcome)}: nothing is posted until \`/daily resume\`. Days in between are not made up for.`,
      );
    case 'paused-already':
      return sentence(
        `The question of the day in ${channel(outcome)} is paused: \`/daily resume\` starts it again.`,
      );
    case 'removed':
      return sentence(
        `Removed from ${channel(outcome)}. What was posted stays, and open questions close as planned.`,
      );
    case 'skips-already':
      return sentence(
        `The next question in ${channel(outcome)} is skipped already: \`/daily resume\` takes that back.`,
      );
    case 'resumed':
      return card(null, [text(`Posting again in ${channel(outcome)}.`, ...nextLines(outcome.next))]);
    case 'unskipped':
      return card(null, [
        text(`Nothing is skipped in ${channel(outcome)} any more.`, ...nextLines(outcome.next)),
      ]);
    case 'runs-already':
      return card(null, [
        text(`The question of the day in ${channel(outcome)} is running.`, ...nextLines(outcome.next)),
      ]);
    case 'skipped':
      return card(null, [
        text(
          `Skipping ${timestamp(outcome.skipped.at, 'F')} in ${channel(outcome)}; \`/daily resume\` takes that back.`,
          '**Next posts**',
          ...nextLines(outcome.next),
        ),
      ]);
  }
}

export function showExtra(outcome: ExtraOutcome): Message {
  switch (outcome.kind) {
    case 'none-here':
      return sentence(noneSentence(outcome));
    case 'lacks-permission':
      return sentence(lacksSentence(outcome));
    case 'queued':
      return sentence(
        `An extra question is on its way to ${channel(outcome)}; it closes ${timestamp(outcome.closesAt)}. The schedule stays as it is.`,
      );
    case 'on-its-way':
      return sentence(
        `A question for ${channel(outcome)} is still waiting to be sent: \`/daily list\` shows why, if it takes long.`,
      );
    case 'no-question':
      return sentence(noQuestion);
  }
}

export function showPreview(outcome: PreviewOutcome): Message {
  switch (outcome.kind) {
    case 'none-here':
      return sentence(noneSentence(outcome));
    case 'no-question':
      return sentence(noQuestion);
    case 'preview': {
      const { domain } = outcome;
      return card(null, [
        text(`### Question of the day in ${channel(outcome)}`, ...factLines(outcome.schedule)),
        text(
          outcome.status === 'paused' ? '**Paused.** After `/daily resume` it would post' : '**Next posts**',
          ...nextLines(outcome.next),
        ),
        text(
          `**Whose turn it is:** Domain ${domain.id}, ${plain(domain.name)} (${domain.weight} % of the exam)`,
          outcome.isExhausted
            ? 'Every question of this choice was asked here before: the one asked longest ago comes again.'
            : 'A question that was not asked in this channel before.',
          '-# The question itself is drawn when it is posted, so nobody can know it beforehand.',
        ),
      ]);
    }
  }
}

/** "09:00 (Europe/Berlin), every day". */
export function timing(settings: Pick<ScheduleSettings, 'time' | 'zone' | 'weekdays'>): string {
  return `${settings.time} (${settings.zone.replaceAll('_', ' ')}), ${nameWeekdays(settings.weekdays)}`;
}

/** Why changed settings do not act on the same day. */
export function heldSentence(held: DateOutcome): string {
  const past = held === 'posted' ? 'has been posted already' : 'was skipped';
  return `Today’s question ${past}, so this begins with the next date.`;
}

function nextLines(next: readonly Occurrence[]): string[] {
  return next.map(({ at }) => `- ${timestamp(at, 'F')}`);
}

/** What to do so that a role is pinged. */
export const HOW_TO_PING =
  'To have a role pinged, an admin can allow everybody to mention it, or give me **Mention @everyone, @here and All Roles**.';

export function silentSentence(roleId: string | null): string {
  const role = roleId === null ? 'this role' : `<@&${roleId}>`;
  return `I may not ping ${role} yet. ${HOW_TO_PING}`;
}

/** Names what is missing and where. */
export function lacksSentence({ channelId, missing }: Omit<LacksPermission, 'kind'>): string {
  return `I cannot post in <#${channelId}> yet, so nothing was changed: please give me ${joinWords(missing.map((name) => `**${name}**`))} there, then try again.`;
}

export function badOptionSentence({ option, typed, choices }: BadOption): string {
  const quoted = `“${plain(typed.slice(0, 60))}”`;
  switch (option) {
    case 'time':
      return `${quoted} is not a time of day that I can read: please write it like \`07:30\`, \`7.30am\` or \`19h\`.`;
    case 'zone': {
      const hint =
        choices.length > 0 ? ` Did you mean ${joinWords(choices.map((zone) => `\`${zone}\``))}?` : '';
      return `I know no time zone ${quoted}: please start typing a city and choose from the list, such as \`Europe/Berlin\`.${hint}`;
    }
    case 'weekdays':
      return `I cannot read the weekdays ${quoted}: please write them like \`daily\`, \`mon-fri\` or \`mon,wed,fri\` (1 is Monday).`;
    case 'domains':
      return `This exam edition has no domain ${quoted}: please give numbers such as \`1,3\`, or \`all\`. There are ${plain(joinWords(choices))}.`;
    case 'close-after':
      return `${quoted} is not a time that I can read: please write \`12h\`, \`90m\` or \`2d\` (at most 7 days), or \`next\` for the next post.`;
  }
}

const noQuestion =
  'There is no question for this server’s exam edition yet: choose another edition with `/setup server`.';

function sentence(words: string): Message {
  return card(null, [text(words)]);
}

function factLines(settings: ScheduleSettings): string[] {
  const role = settings.roleId === null ? 'nobody is pinged' : `<@&${settings.roleId}> is pinged`;
  const thread = settings.wantsThread ? 'a thread is opened' : 'no thread';
  return [
    `**When:** ${timing(settings)}`,
    `**What:** ${choiceLine(settings)}`,
    `**How:** ${role}, ${thread}`,
  ];
}

/** Which questions, and how long they are open. */
export function choiceLine({ domains, closeAfterMinutes }: ScheduleSettings): string {
  const what = domains.length === 0 ? 'all domains by their weight' : `domain ${joinWords(domains)}`;
  return `${what}; open ${closeAfterMinutes === null ? 'until the next post' : `for ${duration(closeAfterMinutes)}`}`;
}

/** "2 hours", "90 minutes". */
export function duration(minutes: number): string {
  const [amount, unit] =
    minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

export function noneSentence({ wanted, channelIds }: Omit<NotFound, 'kind'>): string {
  if (channelIds.length === 0) {
    return 'This server has no question of the day yet: `/daily set` starts one.';
  }
  const where = joinWords(channelIds.map((id) => `<#${id}>`));
  const missing = wanted === null ? 'this channel: give the option `channel`' : `<#${wanted}>`;
  return `There is no question of the day in ${missing}. There is one in ${where}.`;
}

function channel({ schedule }: { schedule: ScheduleSettings }): string {
  return `<#${schedule.channelId}>`;
}
