// What the checker says about the bank: errors that must go before a merge, warnings for a second look.
import type { Fault } from '../fault.ts';
import type { Source, ValuePath } from '../source.ts';

export type Level = 'error' | 'warning';

/** `code` is F01–F30 of the style guide, or one of the L and C codes of content/README.md. */
export type Flaw = { code: string; level: Level; path: ValuePath; text: string };

/** What is wrong with the bank as a whole. How bad that is depends on whether it is finished (whole.ts). */
export type BankFlaw = { code: string; text: string };

/** A flaw with the place it was found at; `id` names the item, lesson or concept, or the exam for the whole bank. */
export type Finding = Fault & { code: string; level: Level; id: string };

export function locate(
  source: Pick<Source<unknown>, 'file' | 'at'>,
  id: string,
  flaws: readonly Flaw[],
): Finding[] {
  return flaws.map(({ code, level, path, text }) => ({
    file: source.file,
    line: source.at(path),
    id,
    code,
    level,
    text,
  }));
}

/** The flaw as a list, empty when nothing is wrong. */
export function given<F>(isWrong: boolean, flaw: F): F[] {
  return isWrong ? [flaw] : [];
}
