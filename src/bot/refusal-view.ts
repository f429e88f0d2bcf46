// What a member reads when a command stops before its feature could answer.
import { card, type Message, text } from '#bot/card.ts';
import { boldPermissions } from '#bot/permission-names.ts';
import type { RefusalReason } from '#lib/refusal.ts';
import type { Words } from '#words/words.ts';

/** One private sentence that says what to do. */
export function showRefusal(words: Words, reason: RefusalReason): Message {
  return card(null, [text(refusalSentence(words, reason))]);
}

function refusalSentence(words: Words, reason: RefusalReason): string {
  const { refusal, forms } = words;
  switch (reason.kind) {
    case 'server-only':
      return refusal.serverOnly;
    case 'no-course':
      return refusal.noCourse;
    case 'not-allowed':
      return refusal.needs[reason.needs];
    case 'bot-lacks-permission': {
      const names = forms.list(boldPermissions(words, reason.missing));
      const said = refusal.botLacksPermission(`<#${reason.channelId}>`, names);
      // Of a private thread that it is not in, Discord tells the bot nothing, not even that it is one.
      return reason.missing.includes('View Channel') ? `${said} ${refusal.orPrivateThread}` : said;
    }
    case 'team-unknown':
      return refusal.teamUnknown;
    case 'outdated-component':
      return refusal.outdated;
  }
}

/** The database could not be reached, or went away in the middle: then nobody knows whether it was saved. */
export function showUnavailable({ refusal }: Words, isUncertain: boolean): Message {
  return card(null, [text(isUncertain ? refusal.uncertain : refusal.unavailable)]);
}

/** Anything unexpected: calm, honest, and with the id under which the log tells what happened. */
export function showFault({ refusal }: Words, interactionId: string): Message {
  return card(null, [text(refusal.fault, `-# ${refusal.faultId(interactionId)}`)]);
}
