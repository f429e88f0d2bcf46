// Watches what the bot sends for what one can only see: a picture without words, a button that is a sign alone, a sign
// or a colour whose meaning no word says. Like unsaid.ts it is fed by every end-to-end test.
import { spoken } from './pseudo.ts';

export type Barriers = {
  /** A message, or the body of a request that makes or changes one. */
  note(message: unknown): void;
  /** What was found, once each. */
  list(): string[];
};

/** `accents`: which words say what a colour of an exam says, such as the names of the domains that have it. */
export type Known = { accents?: ReadonlyMap<number, readonly string[]>; speaksEnglish?: boolean };

type Json = Record<string, unknown>;

const LEAST_ALT = 15;
const SELECTS = [3, 5, 6, 7, 8];

/**
 * Signs that carry a meaning, and the words of which one has to stand in the same line. What stands for "nothing yet"
 * (○ and □ of a list) needs none where its other half has one.
 */
const SIGNS: readonly [sign: RegExp, words: RegExp][] = [
  [/✅|✓|☑/u, /\b(right|done|meets?|ready|answered|passed|set|agreed)\b/i],
  [/❌|✗|✘/u, /\b(wrong|not right|no answer|not answered|unanswered|open|missed)\b/i],
  [/⬜/u, /\b(to do|not yet)\b/i],
  [/➖/u, /\boff\b/i],
  [/⚠/u, /\p{L}{2,}\P{L}+\p{L}{2,}|\bbroken\b/u],
  [/🔥/u, /\b(streaks?|days?)\b/i],
  [/🧊/u, /\bfreeze\b/i],
  [/⏸/u, /\bpause/i],
  [/▫/u, /\bbefore\b/i],
  [/🏆/u, /\bwins?\b/i],
  [/🎉/u, /\bpassed\b/i],
  [/🎧/u, /\b(podcast|talk|course)\b/i],
  [/📅/u, /\p{L}{2,}\P{L}+\p{L}{2,}/u],
  [/⚑/u, /\bflag/i],
  // Nothing is lost without it: the line is the notice.
  [/➜/u, /\p{L}{2,}\P{L}+\p{L}{2,}/u],
  // Where a button leads: its words say it too.
  [/[◀▶]/u, /[\p{L}\p{N}]/u],
  [/[○□■]/u, /[\p{L}\p{N}]/u],
];
const MEDALS: readonly [medal: string, place: RegExp][] = [
  ['🥇', /\b1\b/],
  ['🥈', /\b2\b/],
  ['🥉', /\b3\b/],
];

/** Digits, #, * and what they are made into, © and arrows are text; so is what chooses between two forms. */
const PICTOGRAPH = /(?![0-9#*©®™↔-↪])\p{Extended_Pictographic}/gu;
const LETTER = /[\p{L}\p{N}]/u;
const SYMBOL = /[\p{Extended_Pictographic}\p{So}\u25a0-\u25ff]/u;

/** Colours that say nothing: they are a feature's own. */
const QUIET = new Set([0x3b82f6, 0x6d5bd0, 0xe69f00, 0xf0e442, 0x56b4e9]);
/** Colours that say something, and the words for it. */
const LOUD: ReadonlyMap<number, RegExp> = new Map([
  [
    0x2e9e6b,
    /\b(right|done|ready|above|nothing|no |all|every|saved|added|read|import|questions?|passed|mended|changed|retired)\b/i,
  ],
  [
    0xc8503c,
    /\b(wrong|not right|no answer|not answered|open|below|delete|nothing|none|cannot|could not|rejected|fail\w*)\b/i,
  ],
  [0xd9a13b, /\baround\b|\bclose\b|\bmark\b/i],
]);

export function watchBarriers(known: Known = {}): Barriers {
  const found = new Set<string>();
  return {
    note(message) {
      for (const each of barriersOf(message, known)) found.add(each);
    },
    list: () => [...found],
  };
}

export function barriersOf(message: unknown, known: Known = {}): string[] {
  const parts = [...walk(message)];
  const lines = linesOf(parts);
  const spokenLines = known.speaksEnglish === false ? [] : lines.map((line) => spoken(line));
  return [
    ...parts.flatMap(unnamed),
    ...mute(lines, parts),
    ...lines.flatMap(unplaced),
    ...spokenLines.flatMap(unexplained),
    ...(known.speaksEnglish === false ? [] : parts.flatMap((part) => colourAlone(part, spokenLines, known))),
  ];
}

/** Every part of a message that shows something, however deep. */
function* walk(part: unknown): Generator<Json> {
  if (Array.isArray(part)) {
    for (const each of part) yield* walk(each);
    return;
  }
  if (typeof part !== 'object' || part === null) return;
  yield part as Json;
  const { components, accessory, items, embeds, component, data, label } = part as Json;
  // In a form the label of a field stands where a menu's placeholder stands otherwise.
  const field = typeof component === 'object' ? { placeholder: label, ...component } : null;
  yield* walk([components, accessory, items, embeds, data, field].filter(Boolean));
}

/** Texts and labels, line by line; code keeps its lines, since its legend may stand outside. */
function linesOf(parts: readonly Json[]): string[] {
  const texts = parts.flatMap(({ content, label, placeholder, options }) => [
    content,
    label,
    placeholder,
    ...optionsOf(options).flatMap((option) => [`${option.label ?? ''} ${option.description ?? ''}`]),
  ]);
  const said = texts.filter((text): text is string => typeof text === 'string');
  return said.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
}

function optionsOf(options: unknown): Json[] {
  return Array.isArray(options) ? options.filter((each): each is Json => typeof each === 'object') : [];
}

/** A picture, a button or a menu that has no words of its own. */
function unnamed(part: Json): string[] {
  const { type, media, description, placeholder, emoji, options, custom_id } = part;
  if (media !== undefined) {
    const alt = String(description ?? '');
    return alt.length < LEAST_ALT ? [`a picture with hardly a word: “${alt}”`] : [];
  }
  if (type === 2 && !isNamed(part)) return [`a button without words: ${nameOf(emoji) || nameOf(part)}`];
  // Answers to an interaction have types of their own.
  if (!SELECTS.includes(Number(type)) || custom_id === undefined) return [];
  const nameless = optionsOf(options).filter((option) => !isNamed(option));
  return [
    ...(placeholder ? [] : [`a menu that does not say what is chosen: ${custom_id}`]),
    ...nameless.map((option) => `an option without words: ${nameOf(option.emoji) || nameOf(option)}`),
  ];
}

function isNamed({ label }: Json): boolean {
  return typeof label === 'string' && LETTER.test(label);
}

function nameOf(part: unknown): string {
  const { name, label, custom_id } = (part ?? {}) as Json;
  return String(name ?? label ?? custom_id ?? '');
}

/** Lines of signs alone, unless another line or a picture's words say what each sign is. */
function mute(lines: readonly string[], parts: readonly Json[]): string[] {
  const alts = parts.flatMap(({ media, description }) => (media ? [String(description ?? '')] : []));
  const explained = [...lines.filter((line) => LETTER.test(line)), ...alts].join('\n');
  return lines.flatMap((line) => {
    if (LETTER.test(line) || !SYMBOL.test(line)) return [];
    const signs = [...new Set(line)].filter((sign) => SYMBOL.test(sign));
    return signs
      .filter((sign) => !explained.includes(sign))
      .map((sign) => `a line of signs, and nothing says what ${sign} is: ${line}`);
  });
}

/** A medal says a place, and so must a number. */
function unplaced(line: string): string[] {
  return MEDALS.filter(([medal, place]) => line.includes(medal) && !place.test(before(line, medal))).map(
    ([medal]) => `a place that only its medal says: ${medal} in “${line}”`,
  );
}

/** What follows a medal up to the name: a score further on is no place. */
function before(line: string, medal: string): string {
  return line.slice(line.indexOf(medal)).split(/[–<]/)[0] ?? '';
}

function unexplained(line: string): string[] {
  if (!LETTER.test(line)) return [];
  const lost = SIGNS.filter(([sign, words]) => sign.test(line) && !words.test(line.replace(sign, ' ')));
  const unknown = [...line.matchAll(PICTOGRAPH)]
    .map(([sign]) => sign)
    .filter((sign) => !SIGNS.some(([each]) => each.test(sign)) && !MEDALS.some(([each]) => each === sign));
  return [
    ...lost.map(([sign]) => `no word says what the sign means (${sign.source}): ${line}`),
    ...unknown.map((sign) => `${sign} is new: which words say the same? (SIGNS in barriers.ts): ${line}`),
  ];
}

function colourAlone({ accent_color }: Json, lines: readonly string[], { accents }: Known): string[] {
  if (typeof accent_color !== 'number' || QUIET.has(accent_color)) return [];
  const text = lines.join('\n');
  const names = accents?.get(accent_color) ?? [];
  const isSaid = LOUD.get(accent_color)?.test(text) || names.some((name) => text.includes(name));
  const color = `#${accent_color.toString(16).padStart(6, '0')}`;
  return isSaid ? [] : [`no word says what the colour ${color} means: ${text.slice(0, 200)}`];
}
