// The summary of the week on the set-up screen, and what is said about it.
import { card, type Message, type Part, pickFromServer, plain, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { LoggedChange } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';
import type { Chosen, DigestSetting } from './rules.ts';

export const digestControl = 'digest';

export function digestScreen(words: Words, set: DigestSetting | null): Part[] {
  const { digest } = words;
  return [
    text(set ? stateLine(words, set) : digest.off, set?.failure ? failureLine(words, set) : null),
    pickFromServer(customId('setup', 1, digestControl), digest.choose, {
      of: 'channel',
      chosen: set?.channelId ?? null,
    }),
  ];
}

export function digestStatus(words: Words, set: DigestSetting | null): Part[] {
  return set ? [text(stateLine(words, set), set.failure ? failureLine(words, set) : null)] : [];
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
  return words.digest.lacks(channel, permissionNames(words, names.split(',')));
}

function permissionNames({ common }: Words, names: readonly string[]): string[] {
  return names.filter((name) => name !== '').map((name) => `**${plain(common.permissions[name] ?? name)}**`);
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
      return digest.lacks(`<#${notice.channelId}>`, permissionNames(words, notice.missing));
  }
}

/** A change that was logged, in words; null for those of others. */
export function loggedDigest(words: Words, { setting, before, after }: LoggedChange) {
  if (setting !== digestControl) return null;
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
