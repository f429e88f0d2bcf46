// The channel of a server's reviewers: what is said of it where it is chosen, on the checklist, and when it fails.
import { card, type Message, text } from '#bot/card.ts';
import { boldPermissions } from '#bot/permission-names.ts';
import { faultOf } from '#features/people/server/rules.ts';
import type { CheckedChannel, LoggedChange } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';

/** `lacking` is what the bot lacks there now, `failure` what was in the way of the last card. */
export type ReviewChannel = CheckedChannel & { failure: string | null };

export type ChannelNotice =
  | { kind: 'set'; channelId: string }
  | { kind: 'none'; hadOne: boolean }
  | { kind: 'wrong-channel'; channelId: string }
  | { kind: 'lacks'; channelId: string; missing: readonly string[] };

export function channelSentence(words: Words, notice: ChannelNotice): string {
  const { channel } = words.ticket;
  switch (notice.kind) {
    case 'set':
      return channel.set(`<#${notice.channelId}>`);
    case 'none':
      return channel.none;
    case 'wrong-channel':
      return channel.wrongChannel(`<#${notice.channelId}>`);
    case 'lacks':
      return channel.lacks(`<#${notice.channelId}>`, boldPermissions(words, notice.missing));
  }
}

export function isBroken({ lacking, failure }: ReviewChannel): boolean {
  return lacking.length > 0 || failure !== null;
}

/** What is wrong first; null stands for no channel. */
export function channelFacts(words: Words, set: ReviewChannel | null): (string | false)[] {
  const { channel } = words.ticket;
  if (!set) return [channel.off];
  return [wrongWith(words, set), channel.on(`<#${set.channelId}>`)];
}

function wrongWith(words: Words, { channelId, lacking, failure }: ReviewChannel): string | false {
  const fault = faultOf(channelId, lacking);
  if (fault) return channelSentence(words, fault);
  return failure !== null && failureLine(words, { channelId, failure });
}

type Failing = { channelId: string; failure: string | null };

function failureLine(words: Words, { channelId, failure }: Failing): string {
  const [kind, names = ''] = (failure ?? '').split(':');
  if (kind !== 'no-permission') return words.ticket.channel.failed(`<#${channelId}>`);
  return channelSentence(words, { kind: 'lacks', channelId, missing: names.split(',') });
}

/** Told once to whoever chose it. */
export function showFailing(words: Words, set: Failing): Message {
  const { ticket, digest } = words;
  return card(null, [
    text(
      `### ${ticket.channel.failing}`,
      failureLine(words, set),
      ticket.channel.goesOn,
      `-# ${digest.once}`,
    ),
  ]);
}

/** Null for the changes of others. */
export function loggedChannel({ ticket }: Words, { setting, before, after }: LoggedChange) {
  if (setting !== 'review-channel') return null;
  const side = (channelId: string | null) => (channelId === null ? [] : [`<#${channelId}>`]);
  return { what: ticket.channel.setting, before: side(before), after: side(after) };
}
