// The review team and its channel on the checklist of the set-up, and in the log of changes.
import { button, buttons, pickFromServer } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { ChecklistLine, LoggedChange } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';
import { channelFacts, isBroken, type ReviewChannel } from './channel.view.ts';

export const reviewersControls = ['reviewers', 'no-reviewers', 'review-channel'] as const;
const id = (control: (typeof reviewersControls)[number]) => customId('setup', 1, control);

/** As the log calls it. */
const SETTING = 'reviewers';

export type Team = { role: string | null; isGone: boolean; channel: ReviewChannel | null };

/** Without a role nothing is missing: whoever manages the server reviews. */
export function reviewersLine({ role, isGone, channel }: Team): ChecklistLine {
  const hasFault = isGone || (channel !== null && isBroken(channel));
  return {
    standing: hasFault ? 'broken' : role === null && channel === null ? 'off' : 'done',
    title: ({ setup }) => setup.reviewers.line,
    facts: (words) => {
      const { reviewers } = words.setup;
      const team = role === null ? reviewers.off : isGone ? reviewers.gone : reviewers.on(`<@&${role}>`);
      return [team, ...channelFacts(words, channel)];
    },
    controls: ({ setup: { reviewers }, ticket }) => [
      // A menu that shows a role which is gone would be refused.
      pickFromServer(id('reviewers'), reviewers.choose, { of: 'role', chosen: isGone ? null : role }),
      pickFromServer(id('review-channel'), ticket.channel.choose, {
        of: 'channel',
        chosen: channel && channel.lacking !== 'no-channel' ? channel.channelId : null,
      }),
      isGone && buttons(button(id('no-reviewers'), reviewers.none, { style: 'primary' })),
    ],
    channels: channel ? [channel] : [],
  };
}

export function reviewersSentence({ authoring }: Words, role: string | null): string {
  return role === null ? authoring.reviewersNone : authoring.reviewersSet(`<@&${role}>`);
}

/** Null for the changes of others. */
export function loggedReviewers({ setup }: Words, { setting, before, after }: LoggedChange) {
  if (setting !== SETTING) return null;
  const side = (role: string | null) => (role === null ? [] : [`<@&${role}>`]);
  return { what: setup.reviewers.setting, before: side(before), after: side(after) };
}
