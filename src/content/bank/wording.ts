// Flaws in how a question is worded: F06, F07, F08, F09, F27, F28, F30. Pure, one question at a time.
import type { Question } from '../schema.ts';
import type { Flaw } from './finding.ts';
import { findMarkup, longestCodeBlock } from './markup.ts';
import type { BankRules } from './rules.ts';
import { hasWord, passagesOf, proseOf } from './words.ts';

const letterReference =
  /\b[Oo]ptions? [A-F]\b|\b[Aa]nswers? [A-F]\b|\b[A-F] is (right|correct|wrong)\b|\b(first|second|third|fourth|last) option\b/;
const catchAllOption = /all of the above|none of the above|both [A-F] and [A-F]|all of these/i;
const negativeQuestion = /\b(NOT|EXCEPT|LEAST likely|incorrect|cannot be)\b/;
const absoluteWord = /\b(always|never|all|every|must|guarantee[sd]?|completely)\b/i;
const gendered = /\b(he|she|him|his|her|hers)\b/i;

// The account numbers of documentation: 123456789012, 111122223333 and the like.
const exampleAccount = /^(123456789012|(?:(\d)\2{3}){3})$/;
const exampleDomain =
  /(^|\.)(example\.(com|org|net)|amazonaws\.com|amazoncognito\.com|amazon\.com|cloudfront\.net)$/;

export function findWordingFlaws(question: Question, rules: BankRules): Flaw[] {
  return [
    ...findLetterReferences(question),
    ...findCatchAllOptions(question),
    ...findNegativeQuestion(question),
    ...findAbsoluteDistractors(question),
    ...findRenderedMarkup(question),
    ...findRealPeople(question, rules),
  ];
}

/** F09, one option: whether it claims something without exception. */
export function isAbsolute(text: string): boolean {
  return absoluteWord.test(text);
}

/** How many absolute words a text has. */
export function countAbsolutes(text: string): number {
  return text.match(new RegExp(absoluteWord, 'gi'))?.length ?? 0;
}

/** F06, for any text. Options are shuffled before they are shown, so no text may point at one by letter or place. */
export function findLetterReference(text: string): string | null {
  const [words] = letterReference.exec(text) ?? [];
  return words === undefined
    ? null
    : `points at an option that may stand anywhere ("${words}"): name what it says`;
}

function findLetterReferences(question: Question): Flaw[] {
  return passagesOf(question).flatMap(({ path, text }): Flaw[] => {
    const found = findLetterReference(text);
    return found === null ? [] : [{ code: 'F06', level: 'error', path, text: found }];
  });
}

function findCatchAllOptions({ options }: Question): Flaw[] {
  return options.flatMap(({ text }, index): Flaw[] => {
    const [words] = catchAllOption.exec(text) ?? [];
    if (words === undefined) return [];
    const says = `an option stands for other options ("${words}"): write one that says something itself`;
    return [{ code: 'F07', level: 'error', path: ['options', index, 'text'], text: says }];
  });
}

/** F08; a stem without a question line has the same flaw at its root: nobody can tell what is asked. */
function findNegativeQuestion({ stem }: Question): Flaw[] {
  const line = stem.split(/(?<=[.!?])\s+/).findLast((sentence) => sentence.includes('?'));
  const [words] = negativeQuestion.exec(line ?? '') ?? [];
  const flaw = (text: string): Flaw[] => [{ code: 'F08', level: 'error', path: ['stem'], text }];
  if (line === undefined) return flaw('the stem asks no question: end it with one');
  return words === undefined ? [] : flaw(`asks for what is wrong ("${words}"): ask for what is right`);
}

/** F09, one question: absolute words in a distractor, and in no key. */
function findAbsoluteDistractors({ options }: Question): Flaw[] {
  const absolute = options.filter(({ text }) => isAbsolute(text));
  if (absolute.length === 0 || absolute.some(({ correct }) => correct)) return [];
  const text = 'a wrong option has an absolute word and no right one has: soften it or spread them';
  return [{ code: 'F09', level: 'warning', path: ['options'], text }];
}

/** F27 and F28: a policy or event in the stem may have 12 lines, which a phone can just show; elsewhere 3. */
function findRenderedMarkup(question: Question): Flaw[] {
  return passagesOf(question).flatMap(({ place, path, text }): Flaw[] => {
    const lines = longestCodeBlock(text);
    const flaws = findMarkup(proseOf(text)).map(
      (found): Flaw => ({ code: 'F27', level: 'error', path, text: `${found}: put it in code or reword it` }),
    );
    if (place === 'stem' && lines > 12) {
      const says = `a code block of ${lines} lines: 12 is the most, describe the rest`;
      flaws.push({ code: 'F28', level: 'warning', path, text: says });
    } else if (place !== 'stem' && lines > 3) {
      flaws.push({
        code: 'F27',
        level: 'error',
        path,
        text: `a code block of ${lines} lines: 3 is the most`,
      });
    }
    return flaws;
  });
}

/** F30 */
function findRealPeople(question: Question, { companies }: BankRules): Flaw[] {
  return passagesOf(question).flatMap(({ path, text }): Flaw[] => {
    const found = [
      ...companies.filter((name) => hasWord(text, name)),
      ...(gendered.exec(proseOf(text))?.slice(0, 1) ?? []),
      ...(text.match(/\b\d{12}\b/g) ?? []).filter((account) => !exampleAccount.test(account)),
      ...(text.match(/\b[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net)\b/gi) ?? []).filter(
        (domain) => !exampleDomain.test(domain),
      ),
    ];
    if (found.length === 0) return [];
    const says = `"${found.join('", "')}" may be a real person, company, account or domain: use a neutral one`;
    return [{ code: 'F30', level: 'warning', path, text: says }];
  });
}
