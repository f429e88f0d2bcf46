// Flaws in the set of options: F01, F02, F03, F10, F12, F13, F26. Pure, one question at a time.
import { checkKeys } from '../check-question.ts';
import type { Question } from '../schema.ts';
import type { Flaw, Level } from './finding.ts';
import { contentWords, mean, overlap, wordsOf } from './words.ts';

type Option = Question['options'][number];

export function findOptionFlaws(question: Question): Flaw[] {
  return [
    ...findWrongSizes(question),
    ...checkKeys(question).map(({ path, text }): Flaw => ({ code: 'F02', level: 'error', path, text })),
    ...findLongKey(question),
    ...findEcho(question),
    ...findMixedForms(question),
    ...findWeakRationales(question),
  ];
}

/** How much more of the key's words than of the other options' words the stem has (F10): from -1 to 1. */
export function echoOf({ stem, options }: Question): number {
  const stemWords = contentWords(stem);
  const shares = (isKey: boolean) =>
    options
      .filter(({ correct }) => correct === isKey)
      .map(({ text }) => overlap(contentWords(text), stemWords));
  return mean(shares(true)) - mean(shares(false));
}

/** F01. The schema has the same limits in characters; the words of the stem are counted only here. */
function findWrongSizes({ stem, options }: Question): Flaw[] {
  const limit = (
    path: Flaw['path'],
    name: string,
    [length, least, most]: [number, number, number],
  ): Flaw[] =>
    length >= least && length <= most
      ? []
      : [{ code: 'F01', level: 'error', path, text: `${name}: ${length}, allowed are ${least} to ${most}` }];
  return [
    ...limit(['stem'], 'characters of the stem', [stem.length, 120, 700]),
    ...limit(['stem'], 'words of the stem', [stem.split(/\s+/).filter(Boolean).length, 20, 700]),
    ...options.flatMap(({ id, text, why }, index) => [
      ...limit(['options', index, 'text'], `characters of option ${id}`, [text.length, 1, 220]),
      ...limit(['options', index, 'why'], `characters of the rationale of ${id}`, [why.length, 1, 350]),
    ]),
  ];
}

/** F03, one question: the bank may have some, each should be worth a second look. */
function findLongKey({ options }: Question): Flaw[] {
  const lengths = (isKey: boolean) =>
    mean(options.filter(({ correct }) => correct === isKey).map(({ text }) => text.length));
  const ratio = lengths(true) / lengths(false);
  if (!(ratio > 1.35)) return [];
  const text = `the key is ${ratio.toFixed(2)} times as long as the other options: make them equal`;
  return [{ code: 'F03', level: 'warning', path: ['options'], text }];
}

/** A single question may lean either way: what the bank gives away, its own gate measures. */
const MOST_ECHO = 0.35;

function findEcho(question: Question): Flaw[] {
  const echo = echoOf(question);
  if (echo <= MOST_ECHO) return [];
  const text = `the key repeats more of the stem's words than the others (${echo.toFixed(2)}): reword one of them`;
  return [{ code: 'F10', level: 'warning', path: ['options'], text }];
}

/** F12 and F13: options that differ in form can be told apart without knowing anything. */
function findMixedForms({ options }: Question): Flaw[] {
  const flaws: Flaw[] = [];
  const warn = (code: string, text: string) =>
    flaws.push({ code, level: 'warning' satisfies Level, path: ['options'], text });
  if (new Set(options.map(({ text }) => /[.?!]$/.test(text))).size > 1)
    warn('F12', 'some options end with a full stop and some do not: choose one');
  const forms = new Set(options.map(formOf));
  if (forms.size > 1) warn('F12', `options begin differently (${[...forms].join(', ')}): use one form`);
  const counts = options.map(({ text }) => wordsOf(text).length);
  if (Math.max(...counts) > 3 * Math.min(...counts))
    warn(
      'F13',
      `options have ${Math.min(...counts)} to ${Math.max(...counts)} words: make them the same kind of thing`,
    );
  return flaws;
}

/** How an option begins, as far as its first word shows; "Use" and "Queues" look alike. */
function formOf({ text }: Option): string {
  const [first = ''] = text.split(/[\s,]/);
  if (/^(The|A|An|Each|Every|No|Its|Their)$/.test(first)) return 'a noun with an article';
  if (/^(Because|When|If|While|After|Before|For|In|On|At|With|By)$/.test(first)) return 'a clause';
  if (/^(Amazon|AWS)$/.test(first)) return 'a service';
  if (/^`/.test(first)) return 'code';
  return /^[A-Z][a-z]{2,}ing$/.test(first) ? 'an -ing form' : 'a verb or noun';
}

/** F26: too short, the option in other words, or the same text for two options. */
function findWeakRationales({ options }: Question): Flaw[] {
  return options.flatMap(({ text, why }, index) => {
    const flaws: Flaw[] = [];
    const add = (says: string) =>
      flaws.push({ code: 'F26', level: 'error', path: ['options', index, 'why'], text: says });
    if (why.length < 40) add(`the rationale has ${why.length} characters: say why in 40 or more`);
    const optionWords = new Set(wordsOf(text));
    const words = wordsOf(why);
    const shared = words.filter((word) => optionWords.has(word)).length;
    if (shared > 0.6 * words.length) add('the rationale repeats the option: say why it is right or wrong');
    if (options.findIndex((other) => other.why === why) !== index)
      add('the rationale is that of another option: each fails for a reason of its own');
    return flaws;
  });
}
