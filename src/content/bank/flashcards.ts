// Flaws of flashcards: C01 the question, C02 lists, C03 the reason, C04 repeats; F21–F24 and F27 as for questions.
import type { Flashcard } from '../schema.ts';
import { type Copies, findCopiedText, sayCopied } from './copies.ts';
import { type Facts, findDeprecated, findReferenceFlaws, volatileFactsIn } from './facts.ts';
import { type Flaw, given, type Level } from './finding.ts';
import { findMarkup } from './markup.ts';
import { contentWords, proseOf, similarity } from './words.ts';

const SAME_FRONT = 0.75;
const MOST_SENTENCES = 3;
const MOST_LISTED = 3;
const reason = /\b(because|since|so|therefore|otherwise|thus)\b|[;:]/i;
/** A question that a coin could answer. */
const yesOrNo =
  /(^|[.!?] )(Is|Are|Was|Does|Do|Did|Can|Will|Must|Should|Has|Have|May|Could|Would)\b[^.!?]*\?$/;

export function findFlashcardFlaws(
  { front, back, references, volatile }: Flashcard,
  { facts, copies }: { facts: Facts; copies: Copies | null },
): Flaw[] {
  const flaw =
    (level: Level) =>
    (code: string, path: string, text: string): Flaw => {
      return { code, level, path: [path], text };
    };
  const [add, warn] = [flaw('error'), flaw('warning')];
  const sentences = proseOf(back)
    .split(/[.!?](?:\s|$)/)
    .filter((part) => /\w/.test(part)).length;
  const both: [string, string][] = [
    ['front', front],
    ['back', back],
  ];
  const listed = countListed(back);
  return [
    ...given(
      !/^[^?]*\?$/.test(proseOf(front).trim()),
      add('C01', 'front', 'ask one question, ending with "?"'),
    ),
    ...given(yesOrNo.test(front), add('C01', 'front', 'asks for yes or no: ask what, which or why')),
    ...given(
      listed > MOST_LISTED,
      add('C02', 'back', `lists ${listed} things, 3 is the most: make several cards`),
    ),
    ...given(!reason.test(back), warn('C03', 'back', 'gives no reason: add one, such as "because …"')),
    ...given(
      sentences > MOST_SENTENCES,
      warn('C03', 'back', `${sentences} sentences, 3 is the most: shorten it`),
    ),
    ...findReferenceFlaws(references, facts),
    ...(volatile ? [] : volatileFactsIn(back, facts)).map(({ fact, values }) =>
      add(
        'F23',
        'back',
        `rests on "${values.join('", "')}" (${fact}), which has moved: set volatile and name both values`,
      ),
    ),
    ...both.flatMap(([path, text]) => [
      ...findMarkup(proseOf(text)).map((found) => add('F27', path, `${found}: put it in code or reword it`)),
      ...findDeprecated({ place: 'why', path: [path], text }, facts),
      ...(copies === null ? [] : findCopiedText(text, copies, facts.commonPhrases)).map((run) =>
        add('F21', path, sayCopied(run)),
      ),
    ]),
  ];
}

/** C04: the cards that ask nearly what an earlier one asks, by id. */
export function findRepeatedFronts(cards: readonly Flashcard[]): { id: string; flaw: Flaw }[] {
  const fronts = cards.map(({ id, front }) => ({ id, words: contentWords(front) }));
  return fronts.flatMap(({ id, words }, index) => {
    const earlier = fronts.slice(0, index).find((other) => similarity(words, other.words) > SAME_FRONT);
    if (earlier === undefined) return [];
    const text = `asks nearly what ${earlier.id} asks: ask something else`;
    return [{ id, flaw: { code: 'C04', level: 'error', path: ['front'], text } }];
  });
}

/** The things in the longest enumeration of a text: "a, b, c, and d", or a list of lines. */
function countListed(text: string): number {
  const lines = text.match(/^\s*(- |\d+\. )/gm)?.length ?? 0;
  const runs = [...text.matchAll(/(?:[^,.;:()]+, )+(?:and|or) /g)].map(([run]) => run.split(', ').length);
  return Math.max(lines, ...runs);
}
