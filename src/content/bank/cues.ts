// F31: words and forms by which keys and distractors differ although the subject does not ask for it. One option in four
// is a key, so of the options with a cue about a quarter should be.
import type { Question } from '../schema.ts';
import type { BankFlaw } from './finding.ts';

type Option = Question['options'][number];

type CueShare = { name: string; options: number; share: number };

const RARE = 15;
const SHARE = { least: 0.15, most: 0.35 };

/** The cues that a first bank was found to have, and those of the style guide. */
const cues: readonly { name: string; pattern: RegExp }[] = [
  { name: '"so that"', pattern: /\bso that\b/i },
  {
    name: 'a comparative',
    pattern: /\b(higher|larger|longer|lower|smaller|shorter|more|fewer|greater|less|bigger|faster)\b/i,
  },
  { name: '"all"', pattern: /\ball\b/i },
  { name: 'Raise, Increase, Extend or Double first', pattern: /^(Raise|Increase|Extend|Double)\b/ },
  { name: '"default"', pattern: /\bdefault\b/i },
  { name: '"a Lambda function"', pattern: /\ba(n AWS)? Lambda function\b/i },
  { name: '"keep"', pattern: /\bkeeps?\b/i },
  { name: '"replace"', pattern: /\breplaces?\b/i },
  { name: '"timeout"', pattern: /\btimeouts?\b/i },
  { name: '"retry"', pattern: /\bretr(y|ies)\b/i },
  { name: '"each" or "every"', pattern: /\b(each|every)\b/i },
  { name: '"only"', pattern: /\bonly\b/i },
  { name: '"again"', pattern: /\bagain\b/i },
  { name: '", and"', pattern: /, and\b/ },
  { name: 'code', pattern: /`/ },
];

export const cueNames: readonly string[] = cues.map(({ name }) => name);

/** Of each cue how many options of single-answer questions have it, and which share of them are keys. */
export function countCues(questions: readonly Question[]): CueShare[] {
  const options = questions.filter(({ options }) => options.length === 4).flatMap((item) => item.options);
  return cues.map(({ name, pattern }) => {
    const those = options.filter(({ text }) => pattern.test(text));
    return {
      name,
      options: those.length,
      share: those.filter(({ correct }) => correct).length / those.length,
    };
  });
}

/** Which cues an option has, in the order of their list. */
export function cuesOf({ text }: Option): boolean[] {
  return cues.map(({ pattern }) => pattern.test(text));
}

export function findCueFlaws(questions: readonly Question[]): BankFlaw[] {
  return countCues(questions)
    .filter(({ options, share }) => options >= RARE && (share < SHARE.least || share > SHARE.most))
    .map(({ name, options, share }) => {
      const where = share < SHARE.least ? 'keys' : 'distractors';
      const text = `of ${options} options with ${name} ${percent(share)} are keys, 15 to 35 % is right: let more ${where} have it, or fewer of the others`;
      return { code: 'F31', text };
    });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
