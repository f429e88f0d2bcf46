// /setup status: what is set, what is missing where, what comes next, and who changed what.
import { card, divider, MAX_TEXT, type Message, text, textLength, timestamp } from '#bot/card.ts';
import type { LoggedChange, Parts, SetupSection } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';
import { changeLine } from './changes.view.ts';
import type { SetupState } from './rules.ts';
import { changeParts, dividedParts, examLine, zoneName } from './view.ts';

export type ShownStatus = {
  state: SetupState;
  /** Of the sections, in their order. */
  parts: readonly Parts[];
  sections: readonly Pick<SetupSection, 'logged'>[];
  changes: readonly LoggedChange[];
  now: Date;
};

/** Sentences of some languages are long: then the oldest changes are left out, for the rest must fit a message. */
export function showStatus(words: Words, shown: ShownStatus): Message {
  const message = page(words, shown);
  if (textLength(message) <= MAX_TEXT || shown.changes.length <= 1) return message;
  return showStatus(words, { ...shown, changes: shown.changes.slice(0, -1) });
}

function page(words: Words, { state, parts, sections, changes, now }: ShownStatus): Message {
  const { status } = words.setup;
  const { server, edition } = state;
  return card(null, [
    text(
      `### ${status.title}`,
      status.exam(examLine(words, state)),
      edition && `-# ${status.format(edition.items, edition.minutes, edition.guide)}`,
    ),
    ...changeParts(words, state),
    text(
      status.zone(zoneName(server.zone)),
      words.setup.week(words.forms.weekday(server.weekStart)),
      daysLeft(words, state, now),
    ),
    ...dividedParts(words, parts),
    divider(),
    text(
      status.changes,
      ...(changes.length === 0
        ? [status.noChanges]
        : changes.map((change) => changeLine(words, change, { sections, editions: state.editions }))),
    ),
  ]);
}

/** Nothing once there is an edition to switch to: that says it louder. */
function daysLeft(
  { setup, forms }: Words,
  { edition, successor, follower }: SetupState,
  now: Date,
): string | null {
  if (!edition?.lastSitting || successor || follower) return null;
  const end = new Date(`${edition.lastSitting}T23:59:59Z`);
  if (end < now) return null;
  return setup.status.lastDay(edition.code, forms.date(edition.lastSitting), timestamp(end));
}
