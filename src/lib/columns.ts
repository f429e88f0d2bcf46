// How much room a text takes in one line.

/** Of East Asian scripts and their signs, and emoji: as wide as two Latin letters. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]|\p{Extended_Pictographic}/u;

/** Accents and what chooses between two forms of an emoji. */
const NO_ROOM = /\p{M}|\u200d/u;

/** In Latin letters. */
export function columnsOf(text: string): number {
  return [...text].reduce(
    (columns, letter) => columns + (WIDE.test(letter) ? 2 : NO_ROOM.test(letter) ? 0 : 1),
    0,
  );
}
