// Which font files a text needs. They come in slices of a few hundred characters each: a bot that draws no Japanese
// name reads no Japanese font.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type Slice = {
  family: string;
  file: string;
  /** Code points, first and last of each range; null for all that the file has. */
  ranges: readonly (readonly [number, number])[] | null;
};

const require = createRequire(import.meta.url);

/**
 * In the order in which they are asked for a character. Korean before Chinese, whose files claim syllables of Korean
 * that they do not hold.
 */
const families = [
  { family: 'Inter', slug: 'inter', at: require.resolve('@fontsource-variable/inter/package.json') },
  {
    family: 'Noto Sans Arabic',
    slug: 'noto-sans-arabic',
    at: require.resolve('@fontsource-variable/noto-sans-arabic/package.json'),
  },
  {
    family: 'Noto Sans Hebrew',
    slug: 'noto-sans-hebrew',
    at: require.resolve('@fontsource-variable/noto-sans-hebrew/package.json'),
  },
  {
    family: 'Noto Sans JP',
    slug: 'noto-sans-jp',
    at: require.resolve('@fontsource-variable/noto-sans-jp/package.json'),
  },
  {
    family: 'Noto Sans KR',
    slug: 'noto-sans-kr',
    at: require.resolve('@fontsource-variable/noto-sans-kr/package.json'),
  },
  {
    family: 'Noto Sans SC',
    slug: 'noto-sans-sc',
    at: require.resolve('@fontsource-variable/noto-sans-sc/package.json'),
  },
] as const;

const EMOJI = 'Twemoji';
export const fontStack = [...families.map(({ family }) => family), EMOJI].join(', ');

export type Fonts = {
  /** Slices that a text needs. */
  slicesFor(text: string): Slice[];
  /** False for a character that none of our fonts has. */
  has(character: string): boolean;
};

export function findFonts(): Fonts {
  const slices = families.flatMap(({ family, slug, at }) =>
    readSlices({ family, slug, folder: dirname(at) }),
  );
  const emoji: Slice = {
    family: EMOJI,
    file: join(dirname(require.resolve('twemoji-colr-font/package.json')), 'twemoji.woff2'),
    ranges: null,
  };
  const known = new Map<string, Slice | null>();
  const find = (character: string): Slice | null => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const found = isEmoji(character) ? emoji : findSlice(slices, character);
    if (known.size < MOST_KNOWN) known.set(character, found);
    return found;
  };
  return {
    slicesFor: (text) => [...new Set([...text].map(find))].filter((slice) => slice !== null),
    has: (character) => find(character) !== null,
  };
}

/** Of a few kinds of scripts: more is not met in practice, and looking again is cheap. */
const MOST_KNOWN = 5_000;

/** Drawn in colour by default, or one of the parts that only emoji are joined of. */
function isEmoji(character: string): boolean {
  if (/\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|\u20e3/u.test(character))
    return true;
  // © and ® are letters to us.
  return character > '\u00ff' && /\p{Extended_Pictographic}/u.test(character);
}

function findSlice(slices: readonly Slice[], character: string): Slice | null {
  const code = character.codePointAt(0) ?? 0;
  return slices.find(({ ranges }) => ranges?.some(([from, to]) => code >= from && code <= to)) ?? null;
}

type Family = { family: string; slug: string; folder: string };

function readSlices({ family, slug, folder }: Family): Slice[] {
  // safe: the package's own index, by slice: "U+0-FF,U+131,…"
  const index = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(index)
    .filter(([part]) => part !== 'symbols' && part !== 'math')
    .map(([part, ranges]) => ({
      family,
      file: join(folder, 'files', `${slug}-${part.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`),
      ranges: ranges.split(',').map(readRange),
    }));
}

function readRange(range: string): readonly [number, number] {
  const [from = '', to = from] = range.trim().replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
