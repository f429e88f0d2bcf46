// One line of the log of changes in words: only what is different, and no part cut in two.
import { plain, timestamp } from '#bot/card.ts';
import { ERASED } from '#features/people/server/rules.ts';
import type { LoggedChange, SetupSection } from '#features/people/server/section.ts';
import { listLanguages, type Words } from '#words/words.ts';
import type { EditionChoice } from './rules.ts';

/** Of each side of a change: six of them share a message of 4,000 characters with everything else. */
const SHOWN_OF_SIDE = 60;

type Editions = readonly Pick<EditionChoice, 'value' | 'edition'>[];
type Known = { sections: readonly Pick<SetupSection, 'logged'>[]; editions: Editions };

/** `sections` word what they logged themselves. */
export function changeLine(words: Words, change: LoggedChange, { sections, editions }: Known): string {
  const { change: said } = words.setup;
  const { memberId, changedAt } = change;
  const own = sections.map((section) => section.logged(words, change)).find((logged) => logged !== null);
  const { what, before, after } = own ?? ownParts(words, change, editions);
  const who = memberId === ERASED ? said.somebody : `<@${memberId}>`;
  const difference = change.after === null && own ? said.removed : differenceOf(words, { before, after });
  return `-# ${said.line({ when: timestamp(changedAt), who, what, difference })}`;
}

function ownParts(words: Words, { setting, before, after }: LoggedChange, editions: Editions) {
  const inWords = (side: string | null) => plain(nameOf(words, { setting, value: side }, editions));
  return {
    what: words.setup.change.setting[setting] ?? plain(setting),
    // A zone that was chosen first was none before.
    before: [inWords(before)].filter(Boolean),
    after: [inWords(after)],
  };
}

type Logged = { setting: string; value: string | null };

/** What was stored is a code; what the screen calls it is said. */
function nameOf({ setup, forms }: Words, { setting, value }: Logged, editions: Editions): string {
  switch (setting) {
    case 'weekStart':
      return forms.weekday(Number(value));
    case 'language':
      if (value === null) return setup.change.discordLanguage;
      return listLanguages().find(({ code }) => code === value)?.name ?? value;
    case 'edition':
      return editions.find((choice) => choice.value === value)?.edition.code ?? value ?? '';
    default:
      return value?.replaceAll('_', ' ') ?? '';
  }
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
