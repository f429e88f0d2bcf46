// The search among topics: names, ids and aliases, whole words before beginnings before parts, then spelling mistakes.
import { distance } from './spelling.ts';
import { formatTopic, type Topic, type TopicEntry } from './topic.ts';

/** Where to search: what an edition has questions about, and the pack's other words for it. */
export type Searched = { topics: readonly TopicEntry[]; aliases?: ReadonlyMap<string, readonly Topic[]> };

/** Lower is better. The topic itself as it is written or shown, then other words for it, then ever looser matches. */
const RANK = { itself: 0, alias: 1, words: 2, beginnings: 3, parts: 4 } as const;

/** Inside of words shorter names stand by chance: "ecr" is in "secrets". */
const MIN_PART = 4;

/**
 * The topics that match what was typed, best first; all of them where nothing was typed. Entries of the same rank keep
 * their order, so the wider topics (domains, modules, lessons) stand before the many concepts that share their words.
 * Spelling mistakes are looked for only where nothing is found as it was typed: "ecr" is not a mistyped "ecs".
 */
export function findTopics(searched: Searched, typed: string, limit: number): TopicEntry[] {
  const wanted = wantedOf(typed);
  if (wanted.squeezed === '') return typed.trim() === '' ? searched.topics.slice(0, limit) : [];
  const entries = entriesOf(searched);
  const found = best(entries, (entry) => rankExactly(entry, wanted));
  const matches = found.length > 0 ? found : best(entries, (entry) => rankMistyped(entry, wanted));
  return matches.slice(0, limit);
}

/**
 * What may have been meant where nothing was found: what one of its words leads to, or else what is spelled least
 * differently, or else the widest topics. Never empty while there are topics.
 */
export function nearTopics(searched: Searched, typed: string, limit: number): TopicEntry[] {
  const words = wantedOf(typed).words.toSorted((a, b) => b.length - a.length);
  for (const word of words.filter(({ length }) => length >= MIN_WORD)) {
    const found = findTopics(searched, word, limit);
    if (found.length > 0) return found;
  }
  const [longest = ''] = words;
  const near = best(entriesOf(searched), (entry) => rankUnlike(entry, longest));
  return (near.length > 0 ? near : searched.topics).slice(0, limit);
}

/** Shorter words stand in every other name. */
const MIN_WORD = 3;
/** Of a word's letters, for two words to look like each other. */
const LIKE = 0.45;

/** The share of letters in which the nearest of its words differs; null where none is like it. */
function rankUnlike({ words }: SearchedEntry, typed: string): number | null {
  const shares = words
    .filter((word) => word.length >= MIN_WORD && typed.length >= MIN_WORD)
    .map((word) => distance(word, typed) / Math.max(word.length, typed.length))
    .filter((share) => share <= LIKE);
  return shares.length > 0 ? Math.min(...shares) : null;
}

type Wanted = {
  /** As written, in lower case and without accents. */
  shown: string;
  squeezed: string;
  words: readonly string[];
  /** Mistakes between a typed word and others, once counted. */
  compared: Map<string, Map<string, number>>;
};

type Alias = { squeezed: string; place: number };

type SearchedEntry = {
  entry: TopicEntry;
  /** The topic's own names, as they are written. */
  names: readonly string[];
  /** The same without blanks and signs: "ci/cd" and "cicd" are one. */
  squeezed: readonly string[];
  words: readonly string[];
  aliases: readonly Alias[];
};

/** A list shows each name with its number of questions, and some clients send back what is shown. */
function wantedOf(typed: string): Wanted {
  const shown = plainOf(typed).replace(/ \(\d*\)?$/, '');
  return { shown, squeezed: squeeze(shown), words: wordsOf(shown), compared: new Map() };
}

function plainOf(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}.]+/gu, '');
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}.]+/u).filter((word) => word !== '');
}

function entriesOf({ topics, aliases = new Map() }: Searched): SearchedEntry[] {
  const known = prepared.get(topics);
  if (known) return known;
  const byTopic = Map.groupBy(
    [...aliases].flatMap(([text, of]) =>
      of.map((topic, place) => ({ key: formatTopic(topic), text, place })),
    ),
    ({ key }) => key,
  );
  const made = topics.map((entry) => searchedEntry(entry, byTopic.get(formatTopic(entry.topic)) ?? []));
  prepared.set(topics, made);
  return made;
}

// A pack never changes after loading, and its list of topics is one and the same: every key stroke searches it.
const prepared = new WeakMap<readonly TopicEntry[], SearchedEntry[]>();

function searchedEntry(
  entry: TopicEntry,
  aliases: readonly { text: string; place: number }[],
): SearchedEntry {
  const names = [plainOf(entry.name), entry.topic.id, formatTopic(entry.topic)];
  const texts = [...names, ...aliases.map(({ text }) => plainOf(text))];
  return {
    entry,
    names,
    squeezed: names.map(squeeze),
    words: [...new Set(texts.flatMap(wordsOf))],
    aliases: aliases.map(({ text, place }) => ({ squeezed: squeeze(plainOf(text)), place })),
  };
}

function best(
  entries: readonly SearchedEntry[],
  rankOf: (entry: SearchedEntry) => number | null,
): TopicEntry[] {
  return entries
    .map((searched) => ({ entry: searched.entry, rank: rankOf(searched) }))
    .filter((match): match is { entry: TopicEntry; rank: number } => match.rank !== null)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

function rankExactly({ names, squeezed, words, aliases }: SearchedEntry, wanted: Wanted): number | null {
  const isItself = names.includes(wanted.shown) || squeezed.includes(wanted.squeezed);
  if (isItself || isCutOf(names[0] ?? '', wanted.shown)) return RANK.itself;
  const alias = aliases.find((each) => each.squeezed === wanted.squeezed);
  // The likeliest first, all of them before the next rank.
  if (alias) return RANK.alias + alias.place / 100;
  if (wanted.words.every((typed) => words.includes(typed))) return RANK.words;
  const isBegun =
    wanted.words.every((typed) => words.some((word) => word.startsWith(typed))) ||
    aliases.some((each) => each.squeezed.startsWith(wanted.squeezed));
  if (isBegun) return RANK.beginnings;
  return isPart({ squeezed, words }, wanted) ? RANK.parts : null;
}

/** What is shown is cut at Discord's hundred characters, and so is what comes back. */
function isCutOf(name: string, shown: string): boolean {
  return shown.length > 90 && name.startsWith(shown);
}

function isPart(
  { squeezed, words }: Pick<SearchedEntry, 'squeezed' | 'words'>,
  wanted: Pick<Wanted, 'squeezed' | 'words'>,
): boolean {
  const holds = (typed: string) =>
    words.some((word) => word.startsWith(typed) || (typed.length >= MIN_PART && word.includes(typed)));
  const isInside =
    wanted.squeezed.length >= MIN_PART && squeezed.some((name) => name.includes(wanted.squeezed));
  return isInside || wanted.words.every(holds);
}

/** How many mistakes it takes to get from what was typed to the entry; null where it is too many. */
function rankMistyped({ words, squeezed, aliases }: SearchedEntry, wanted: Wanted): number | null {
  const texts = [...squeezed, ...aliases.map((alias) => alias.squeezed)];
  const whole = fewestMistakes(wanted, wanted.squeezed, texts);
  const all = mistakesInWords(words, wanted);
  return whole === null || all === null ? (whole ?? all) : Math.min(whole, all);
}

/** Of all typed words together; the first that fits nowhere decides, and most entries are done with it. */
function mistakesInWords(words: readonly string[], wanted: Wanted): number | null {
  let sum = 0;
  for (const typed of wanted.words) {
    if (words.some((word) => word.startsWith(typed))) continue;
    const fewest = fewestMistakes(wanted, typed, words);
    if (fewest === null) return null;
    sum += fewest;
  }
  return sum;
}

/** Between what was typed and the nearest of the texts, if that is as near as a word of its length must be. */
function fewestMistakes(wanted: Wanted, typed: string, texts: readonly string[]): number | null {
  const allowed = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
  const counts = texts
    .filter((text) => Math.abs(text.length - typed.length) <= allowed)
    .map((text) => mistakesBetween(wanted, { typed, text, allowed }))
    .filter((count) => count <= allowed);
  return counts.length > 0 ? Math.min(...counts) : null;
}

/** The same words stand in many names: each is compared once. Only counted where it may be as few as are allowed. */
function mistakesBetween(
  { compared }: Wanted,
  { typed, text, allowed }: { typed: string; text: string; allowed: number },
): number {
  const counts = compared.get(typed) ?? new Map<string, number>();
  compared.set(typed, counts);
  const known = counts.get(text);
  if (known !== undefined) return known;
  const isNear = unlikeLetters(typed, text) <= 2 * allowed;
  const count = isNear ? distance(text, typed) : Number.POSITIVE_INFINITY;
  counts.set(text, count);
  return count;
}

/** How many characters only one of them has. One mistake changes two at most, and counting them is fast. */
function unlikeLetters(a: string, b: string): number {
  let bits = lettersOf(a) ^ lettersOf(b);
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

/** A bit for each character, thirty-two of them shared: two texts are never made out to be more unlike than they are. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index += 1) bits |= 1 << (text.charCodeAt(index) & 31);
  return bits;
}
