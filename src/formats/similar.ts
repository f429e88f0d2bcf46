// Which of many questions one is nearly the same as: by the words they share, the rare ones found first. Pure.

/** Of the words of both together, how many must be in both. */
const ALIKE = 0.8;
/** A word that is in more of them than this says nothing. */
const COMMON = 0.2;

export type Named = { name: string; text: string };

/** For each text the name of one that it is nearly the same as; null where there is none. Earlier ones of `texts` count too. */
export function findTwins(texts: readonly Named[], known: readonly Named[]): (string | null)[] {
  const all = [...known, ...texts].map(({ name, text }) => ({ name, words: wordsOf(text) }));
  const byWord = new Map<string, number[]>();
  for (const [index, { words }] of all.entries()) {
    for (const word of words) {
      const list = byWord.get(word) ?? [];
      list.push(index);
      byWord.set(word, list);
    }
  }
  const most = Math.max(10, all.length * COMMON);
  return texts.map((_, index) => twinOf(all, known.length + index, { byWord, most }));
}

type Words = { name: string; words: ReadonlySet<string> };

function twinOf(
  all: readonly Words[],
  index: number,
  { byWord, most }: { byWord: ReadonlyMap<string, readonly number[]>; most: number },
): string | null {
  const own = all[index]?.words ?? new Set();
  const shared = new Map<number, number>();
  for (const word of own) {
    const others = byWord.get(word) ?? [];
    if (others.length > most) continue;
    for (const other of others) if (other < index) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const candidates = [...shared].toSorted((a, b) => b[1] - a[1]).slice(0, 5);
  const twin = candidates
    .map(([other]) => all[other])
    .find((other) => other && alike(own, other.words) >= ALIKE);
  return twin?.name ?? null;
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  const together = a.size + b.size - both;
  return together === 0 ? 0 : both / together;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
