// One line of the log of changes in words: only what is different, and no part cut in two.
import { plain, timestamp } from '#bot/card.ts';
import { ERASED } from '#features/people/server/rules.ts';
import type { LoggedChange, SetupSection } from '#features/people/server/section.ts';
import type { Words } from '#words/words.ts';

/** Of each side of a change: six of them share a message of 4,000 characters with everything else. */
const SHOWN_OF_SIDE = 60;

/** `sections` word what they logged themselves. */
export function changeLine(
  words: Words,
  change: LoggedChange,
  sections: readonly Pick<SetupSection, 'logged'>[],
): string {
  const { change: said } = words.setup;
  const { memberId, changedAt } = change;
  const own = sections.map((section) => section.logged(words, change)).find((logged) => logged !== null);
  const { what, before, after } = own ?? ownParts(words, change);
  const who = memberId === ERASED ? said.somebody : `<@${memberId}>`;
  const difference = change.after === null && own ? said.removed : differenceOf(words, { before, after });
  return `-# ${said.line({ when: timestamp(changedAt), who, what, difference })}`;
}

function ownParts({ setup, forms }: Words, { setting, before, after }: LoggedChange) {
  const inWords = (side: string | null) =>
    setting === 'weekStart'
      ? forms.weekday(Number(side))
      : plain(side?.replaceAll('_', ' ') ?? setup.change.discordLanguage);
  return {
    what: setup.change.setting[setting] ?? plain(setting),
    before: [inWords(before)],
    after: [inWords(after)],
  };
}

type Sides = { before: readonly string[]; after: readonly string[] };

function differenceOf({ setup: { change: said } }: Words, { before, after }: Sides): string {
  const gone = joinParts(before.filter((part) => !after.includes(part)));
  const come = joinParts(after.filter((part) => !before.includes(part)));
  if (before.length === 0) return come;
  if (gone && come) return said.fromTo(gone, come);
  if (come) return said.added(come);
  return gone ? said.takenAway(gone) : said.asBefore;
}

function joinParts(parts: readonly string[]): string {
  const [first = '', ...more] = parts.map((part) => part.slice(0, SHOWN_OF_SIDE));
  let line = first;
  for (const part of more) {
    if (line.length + part.length > SHOWN_OF_SIDE) return `${line} …`;
    line += ` · ${part}`;
  }
  return line;
}
