// F34 and F35: how much the texts of a bank vary. Stems of one length and reasons of one pattern tire readers, and
// neither is what the exam has.
import type { Question } from '../schema.ts';
import type { BankFlaw } from './finding.ts';
import { given } from './finding.ts';
import { hasSuperlative } from './levels.ts';
import { wordsOf } from './words.ts';

/** Percentiles of the words of a stem: at most, and at least, so that short and long ones both occur. */
const WORDS = { tenthAtMost: 50, ninetiethAtLeast: 95 };
const CODE_AT_LEAST = 8;
const SUPERLATIVES = { least: 15, most: 30 };
const OPENER_AT_MOST = 15;

type Spread = { tenth: number; median: number; ninetieth: number; code: number; superlative: number };

/** The lengths of stems in words, and the percentages with a code block and with a superlative. */
export function measureStems(questions: readonly Question[]): Spread {
  const words = questions.map(({ stem }) => stem.split(/\s+/).length).sort((a, b) => a - b);
  const at = (share: number) => words[Math.min(words.length - 1, Math.floor(share * words.length))] ?? 0;
  const percent = (is: (question: Question) => boolean) =>
    (100 * questions.filter(is).length) / Math.max(questions.length, 1);
  return {
    tenth: at(0.1),
    median: at(0.5),
    ninetieth: at(0.9),
    code: percent(({ stem }) => stem.includes('```')),
    superlative: percent(hasSuperlative),
  };
}

/** The commonest first two words of reasons, in percent of all reasons. */
export function countOpeners(questions: readonly Question[]): { opener: string; percent: number }[] {
  const reasons = questions.flatMap(({ options }) => options.map(({ why }) => why));
  const counts = new Map<string, number>();
  for (const reason of reasons) {
    const opener = wordsOf(reason).slice(0, 2).join(' ');
    counts.set(opener, (counts.get(opener) ?? 0) + 1);
  }
  return [...counts]
    .map(([opener, count]) => ({ opener, percent: (100 * count) / reasons.length }))
    .sort((a, b) => b.percent - a.percent);
}

export function findSpreadFlaws(questions: readonly Question[]): BankFlaw[] {
  const { tenth, ninetieth, code, superlative } = measureStems(questions);
  const stems = (text: string): BankFlaw => ({ code: 'F34', text });
  return [
    ...given(
      tenth > WORDS.tenthAtMost,
      stems(
        `only one stem in ten has fewer than ${tenth} words, ${WORDS.tenthAtMost} is right: shorten some`,
      ),
    ),
    ...given(
      ninetieth < WORDS.ninetiethAtLeast,
      stems(
        `only one stem in ten has more than ${ninetieth} words, ${WORDS.ninetiethAtLeast} is right: let some tell more`,
      ),
    ),
    ...given(
      code < CODE_AT_LEAST,
      stems(
        `${code.toFixed(1)} % of the stems have a policy, template, log or output, ${CODE_AT_LEAST} % is the least: add some`,
      ),
    ),
    ...given(
      superlative < SUPERLATIVES.least || superlative > SUPERLATIVES.most,
      stems(
        `a superlative decides in ${superlative.toFixed(1)} % of the questions, ${SUPERLATIVES.least} to ${SUPERLATIVES.most} % is right: add or drop some`,
      ),
    ),
    ...countOpeners(questions)
      .filter(({ percent }) => percent > OPENER_AT_MOST)
      .map(({ opener, percent }) => ({
        code: 'F35',
        text: `${percent.toFixed(0)} % of the reasons begin with "${opener}", ${OPENER_AT_MOST} % is the most: begin otherwise`,
      })),
  ];
}
