// Texts as they can be drawn: names hold whatever people paste into them.

/** Stands for what none of our fonts has: an empty frame with code in it would say less. */
const UNKNOWN = '·';
/** A letter under more accents than any language needs. */
const MOST_MARKS = 3;

/**
 * A text without controls and line breaks, with letters in fancy dress ("𝓐𝓭𝓪", "Ａｄａ") in plain clothes where no font
 * has them. `has` says whether a character can be drawn.
 */
export function makeLegible(text: string, has: (character: string) => boolean): string {
  const tame = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\p{Cs}]/gu, '')
    .replaceAll(new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu'), '$1');
  return [...tame].map((character) => drawable(character, has)).join('');
}

function drawable(character: string, has: (character: string) => boolean): string {
  if (has(character) || isInvisible(character)) return character;
  const plain = character.normalize('NFKC');
  return [...plain].every((part) => has(part)) ? plain : UNKNOWN;
}

/** Joiners and variation selectors: parts of what stands before them. */
function isInvisible(character: string): boolean {
  return /[\u200b-\u200f\u2060]|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]/u.test(character);
}

/** Whether a text is read from right to left: by its first letter that has a direction. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first);
}
