// The summary of the week on the set-up screen, and what is said about it.
import { card, type Message, type Part, pickFromServer, select, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { boldPermissions } from '#bot/permission-names.ts';
import { faultOf } from '#features/people/server/rules.ts';
import type { CheckedChannel, ChecklistLine, LoggedChange } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';
import { type Chosen, type DigestSetting, HOURS, WEEKDAYS } from './rules.ts';

export const digestControls = ['digest', 'digest-day', 'digest-hour'] as const;
/** What the log calls it. */
const SETTING = 'digest';

const id = (control: (typeof digestControls)[number]) => customId('setup', 1, control);

/** Null where nobody wants it; `lacking` is what the bot lacks in its channel now. */
export function digestLine(set: (DigestSetting & Pick<CheckedChannel, 'lacking'>) | null): ChecklistLine {
  const fault = set && faultOf(set.channelId, set.lacking);
  return {
    standing: set === null ? 'off' : fault || set.failure ? 'broken' : 'done',
    title: ({ digest }) => digest.line,
    facts: (words) => {
      if (!set) return [words.digest.off];
      return [
        fault ? digestSentence(words, fault) : set.failure && failureLine(words, set),
        stateLine(words, set),
      ];
    },
    controls: (words) => [
      pickFromServer(id('digest'), words.digest.choose, {
        of: 'channel',
        // A menu that shows a channel which is gone would be refused.
        chosen: set && set.lacking !== 'no-channel' ? set.channelId : null,
      }),
      ...(set ? whenMenus(words, set) : []),
    ],
    channels: set ? [set] : [],
  };
}

function whenMenus({ digest, forms }: Words, { weekday, hour }: DigestSetting): Part[] {
  const days = WEEKDAYS.map((day) => ({
    value: String(day),
    label: forms.weekday(day),
    selected: day === weekday,
  }));
  const hours = HOURS.map((each) => ({
    value: String(each),
    label: clockOf(each),
    selected: each === hour,
  }));
  return [
    select(id('digest-day'), digest.chooseDay, { choices: days }),
    select(id('digest-hour'), digest.chooseHour, { choices: hours }),
  ];
}

type Set = Pick<DigestSetting, 'channelId' | 'weekday' | 'hour'>;

function stateLine({ digest, forms }: Words, { channelId, weekday, hour }: Set): string {
  return digest.on(`<#${channelId}>`, forms.weekday(weekday), clockOf(hour));
}

function failureLine(
  words: Words,
  { channelId, failure }: Pick<DigestSetting, 'channelId' | 'failure'>,
): string {
  const [kind, names = ''] = (failure ?? '').split(':');
  const channel = `<#${channelId}>`;
  if (kind !== 'no-permission') return words.digest.failed(channel);
  return words.digest.lacks(channel, boldPermissions(words, names.split(',')));
}

/** Told once to whoever set it. */
export function showFailing(words: Words, set: DigestSetting): Message {
  const { digest } = words;
  return card(null, [
    text(`### ${digest.failing}`, failureLine(words, set), digest.goesOn, `-# ${digest.once}`),
  ]);
}

export type DigestNotice =
  | Chosen
  | { kind: 'wrong-channel'; channelId: string }
  | { kind: 'lacks'; channelId: string; missing: readonly string[] };

export function digestSentence(words: Words, notice: DigestNotice): string {
  const { digest, forms } = words;
  switch (notice.kind) {
    case 'on':
      return digest.turnedOn(`<#${notice.channelId}>`, forms.weekday(notice.weekday), clockOf(notice.hour));
    case 'off':
      return digest.turnedOff;
    case 'no-channel-yet':
      return digest.noChannelYet;
    case 'wrong-channel':
      return digest.wrongChannel(`<#${notice.channelId}>`);
    case 'lacks':
      return digest.lacks(`<#${notice.channelId}>`, boldPermissions(words, notice.missing));
  }
}

/** A change that was logged, in words; null for those of others. */
export function loggedDigest(words: Words, { setting, before, after }: LoggedChange) {
  if (setting !== SETTING) return null;
  const side = (stored: string | null) => {
    const [channelId = '', weekday = '', hour = ''] = (stored ?? '').split('/');
    if (channelId === '') return [];
    return [
      words.digest.logged(`<#${channelId}>`, words.forms.weekday(Number(weekday)), clockOf(Number(hour))),
    ];
  };
  return { what: words.digest.setting, before: side(before), after: side(after) };
}

function clockOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
