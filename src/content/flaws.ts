// Detectors for flaws of questions, by their number in the style guide (F01 …). Pure; they judge wording, while
// check.ts judges what would break the bot. content/README.md lists them for writers.
import { createHash } from 'node:crypto';
import { checkKeys } from './check-question.ts';
import type { Question } from './schema.ts';

export type FlawCode = 'F01' | 'F02' | 'F06' | 'F07' | 'F08' | 'F22' | 'F26' | 'F27';

/** `text` says what is wrong and quotes the words. */
export type Flaw = { code: FlawCode; text: string };

const letterReference =
  /\b[Oo]ptions? [A-F]\b|\b[Aa]nswers? [A-F]\b|\b[A-F] is (right|correct|wrong)\b|\b(first|second|third|fourth|last) option\b/;
const catchAllOption = /all of the above|none of the above|both [A-F] and [A-F]|all of these/i;
const negativeQuestion = /\b(NOT|EXCEPT|LEAST likely|incorrect|cannot be)\b/;

// What Discord turns into something else than the words written, once code spans are taken out.
const rendered: readonly { pattern: RegExp; name: string }[] = [
  { pattern: /@(everyone|here)\b/, name: 'a mention of everybody' },
  { pattern: /<(@|#|:|a:|t:|\/|id:)/, name: 'a mention or another Discord tag' },
  { pattern: /(?<!\\)\|\|/, name: 'spoiler bars' },
  { pattern: /(?<!\\)\*[^*\s][^*]*\*/, name: 'emphasis by asterisks' },
  { pattern: /(?<![\\\w])_[^_\s]([^_]*[^_\s])?_(?!\w)/, name: 'emphasis by underscores' },
  { pattern: /(?<!\\)(~~|__)/, name: 'strikethrough or underline' },
  { pattern: /\[[^\]]+\]\(https?:/, name: 'a masked link' },
  { pattern: /^(#{1,3} |-# |> )/m, name: 'a heading or quotation' },
];

/** All flaws of one question on its own; `hosts` are those its references may lie on. */
export function findFlaws(question: Question, hosts: readonly string[]): Flaw[] {
  return [
    ...findWrongSizes(question),
    ...checkKeys(question).map(({ text }): Flaw => ({ code: 'F02', text })),
    ...findLetterReferences(question),
    ...findCatchAllOptions(question),
    ...findNegativeQuestion(question),
    ...findForeignReferences(question, hosts),
    ...findWeakRationales(question),
    ...findRenderedMarkup(question),
  ];
}

/** How many of the single-answer questions can be answered by picking the unique longest or shortest option. */
export function countLengthCues(questions: readonly Question[]): {
  items: number;
  longest: number;
  shortest: number;
} {
  const single = questions.filter(({ options }) => options.filter(({ correct }) => correct).length === 1);
  const isKeyAlone = (pick: (...lengths: number[]) => number) => (question: Question) => {
    const lengths = question.options.map(({ text }) => text.length);
    const extremes = question.options.filter(({ text }) => text.length === pick(...lengths));
    return extremes.length === 1 && extremes[0]?.correct === true;
  };
  return {
    items: single.length,
    longest: single.filter(isKeyAlone(Math.max)).length,
    shortest: single.filter(isKeyAlone(Math.min)).length,
  };
}

/**
 * F21: the sequences of eight words that a question shares with published texts. `hashes` holds, for each sequence of
 * those texts, the first 12 hex digits of the SHA-1 of its words in lower case, joined by one space.
 */
export function findCopiedText(question: Question, hashes: ReadonlySet<string>): string[] {
  const { stem, options, takeaway } = question;
  const texts = [stem, takeaway, ...options.flatMap(({ text, why }) => [text, why])];
  const sequences = texts.flatMap((text) => {
    const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    return words.slice(7).map((_, start) => words.slice(start, start + 8).join(' '));
  });
  return sequences.filter((sequence) =>
    hashes.has(createHash('sha1').update(sequence).digest('hex').slice(0, 12)),
  );
}

/** F01. The schema has the same limits in characters; the words of the stem are counted only here. */
function findWrongSizes({ stem, options }: Question): Flaw[] {
  const flaws: Flaw[] = [];
  const limit = (name: string, length: number, [least, most]: [number, number]) => {
    if (length < least || length > most) {
      flaws.push({ code: 'F01', text: `${name}: ${length}, allowed are ${least} to ${most}` });
    }
  };
  limit('characters of the stem', stem.length, [120, 700]);
  limit('words of the stem', stem.split(/\s+/).filter(Boolean).length, [20, Number.POSITIVE_INFINITY]);
  for (const { id, text, why } of options) {
    limit(`characters of option ${id}`, text.length, [1, 220]);
    limit(`characters of the rationale of ${id}`, why.length, [1, 350]);
  }
  return flaws;
}

/** F06: options are shuffled before they are shown, so no text may point at one by letter or place. */
function findLetterReferences({ options, takeaway }: Question): Flaw[] {
  return [...options.map(({ why }) => why), takeaway].flatMap((text) => {
    const [words] = letterReference.exec(text) ?? [];
    return words === undefined
      ? []
      : [{ code: 'F06', text: `points at an option that may stand anywhere: "${words}"` }];
  });
}

/** F07 */
function findCatchAllOptions({ options }: Question): Flaw[] {
  return options.flatMap(({ id, text }) => {
    const [words] = catchAllOption.exec(text) ?? [];
    return words === undefined
      ? []
      : [{ code: 'F07', text: `option ${id} stands for other options: "${words}"` }];
  });
}

/** F08; a stem without a question line has the same flaw at its root: nobody can tell what is asked. */
function findNegativeQuestion({ stem }: Question): Flaw[] {
  const line = stem.split(/(?<=[.!?])\s+/).findLast((sentence) => sentence.includes('?'));
  if (line === undefined) return [{ code: 'F08', text: 'the stem asks no question' }];
  const [words] = negativeQuestion.exec(line) ?? [];
  return words === undefined ? [] : [{ code: 'F08', text: `asks for what is wrong: "${words}"` }];
}

/** F22 */
function findForeignReferences({ references }: Question, hosts: readonly string[]): Flaw[] {
  return references
    .filter((reference) => {
      const { protocol, host, pathname } = new URL(reference);
      return protocol !== 'https:' || !hosts.includes(host) || pathname === '/';
    })
    .map((reference) => ({ code: 'F22', text: `not a page of ${hosts.join(' or ')}: ${reference}` }));
}

/** F26: too short, the option in other order, or the same text for two options. */
function findWeakRationales({ options }: Question): Flaw[] {
  return options.flatMap(({ id, text, why }, index) => {
    const flaws: Flaw[] = [];
    if (why.length < 40)
      flaws.push({ code: 'F26', text: `the rationale of ${id} has ${why.length} characters` });
    const optionWords = new Set(wordsOf(text));
    const words = wordsOf(why);
    const shared = words.filter((word) => optionWords.has(word)).length;
    if (shared > 0.6 * words.length)
      flaws.push({ code: 'F26', text: `the rationale of ${id} repeats the option` });
    if (options.findIndex((other) => other.why === why) !== index) {
      flaws.push({ code: 'F26', text: `the rationale of ${id} is that of another option` });
    }
    return flaws;
  });
}

/** F27 */
function findRenderedMarkup({ stem, options, takeaway }: Question): Flaw[] {
  // A policy or event in the stem may have 12 lines (F28); elsewhere a code block is 3 lines at most.
  const texts = [
    { text: stem, codeLines: 12 },
    ...[takeaway, ...options.flatMap((option) => [option.text, option.why])].map((text) => ({
      text,
      codeLines: 3,
    })),
  ];
  return texts.flatMap(({ text, codeLines }) => {
    const flaws: Flaw[] = [];
    const blocks = text.match(/```[\s\S]*?```/g) ?? [];
    if (blocks.some((block) => block.trim().split('\n').length - 2 > codeLines)) {
      flaws.push({ code: 'F27', text: `a code block of more than ${codeLines} lines` });
    }
    const prose = text.replace(/```[\s\S]*?```|`[^`\n]+`/g, ' ');
    if (prose.includes('`'))
      flaws.push({ code: 'F27', text: `a backtick without its partner: "${text.slice(0, 60)}"` });
    for (const { pattern, name } of rendered) {
      const [words] = pattern.exec(prose) ?? [];
      if (words !== undefined) flaws.push({ code: 'F27', text: `${name}: "${words}"` });
    }
    return flaws;
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
