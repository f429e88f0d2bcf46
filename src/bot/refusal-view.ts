// Every word a member reads when a command stops before its feature could answer.
import { card, type Message, text } from '#bot/card.ts';
import type { RefusalReason } from '#lib/refusal.ts';

/** One private sentence that says what to do. */
export function showRefusal(reason: RefusalReason): Message {
  return card(null, [text(refusalSentence(reason))]);
}

function refusalSentence(reason: RefusalReason): string {
  switch (reason.kind) {
    case 'server-only':
      return 'Cohort works inside a server: use this command in one of your study group’s channels.';
    case 'not-allowed':
      return reason.needs === 'manage-server'
        ? 'This needs the **Manage Server** permission: please ask an admin of this server.'
        : 'Only the member who asked this question, or a moderator with **Manage Messages**, can do this.';
    case 'bot-lacks-permission':
      return `I cannot do this in <#${reason.channelId}> yet: please ask an admin to give me **${reason.missing.join('**, **')}** there, then try again.`;
    case 'outdated-component':
      return 'This button is no longer in use: please run the command again.';
    case 'bad-input':
      return `**${reason.field}**: ${reason.problem}`;
  }
}

/** The database could not be reached, or went away in the middle. */
export function showUnavailable(): Message {
  return card(null, [
    text(
      'I could not reach my database, so this **could not be saved**. Please press or run it again in a moment; nothing is ever counted twice.',
    ),
  ]);
}

/** Anything unexpected: calm, honest, and with the id under which the log tells what happened. */
export function showFault(interactionId: string): Message {
  return card(null, [
    text(
      'Something went wrong on my side, and I cannot say whether this was saved. Please try again; nothing is counted twice.',
      `-# If it happens again, give your admin this id: \`${interactionId}\``,
    ),
  ]);
}
