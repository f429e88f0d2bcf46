// The review team on the checklist of the set-up, and in the log of changes.
import { button, buttons, pickFromServer } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { ChecklistLine, LoggedChange } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';

export const reviewersControls = ['reviewers', 'no-reviewers'] as const;
const id = (control: (typeof reviewersControls)[number]) => customId('setup', 1, control);

/** As the log calls it. */
const SETTING = 'reviewers';

export type Team = { role: string | null; isGone: boolean };

/** Without a role nothing is missing: whoever manages the server reviews. */
export function reviewersLine({ role, isGone }: Team): ChecklistLine {
  return {
    standing: role === null ? 'off' : isGone ? 'broken' : 'done',
    title: ({ setup }) => setup.reviewers.line,
    facts: ({ setup: { reviewers } }) => [
      role === null ? reviewers.off : isGone ? reviewers.gone : reviewers.on(`<@&${role}>`),
    ],
    controls: ({ setup: { reviewers } }) => [
      // A menu that shows a role which is gone would be refused.
      pickFromServer(id('reviewers'), reviewers.choose, { of: 'role', chosen: isGone ? null : role }),
      isGone && buttons(button(id('no-reviewers'), reviewers.none, { style: 'primary' })),
    ],
    channels: [],
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
