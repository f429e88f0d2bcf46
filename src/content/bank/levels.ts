// F33: whether the levels mean what they pay. The marks of analysis (a superlative, a wrong option that works) grow with
// the level, and a hard question is about two services at least.
import type { Question } from '../schema.ts';
import type { Facts } from './facts.ts';
import type { BankFlaw, Flaw } from './finding.ts';
import { given } from './finding.ts';
import { servicesIn } from './services.ts';

type Marks = { level: number; questions: number; superlative: number; rival: number };

const RIVALS = { all: 40, hardest: 70 };
const HARDEST = 3;
const superlative = /\b(MOST|LEAST|LOWEST|FEWEST|HIGHEST|FASTEST|SHORTEST|GREATEST|BEST)\b(?! likely)/;

/** Whether the question line lets a superlative decide; the MOST likely cause is none. */
export function hasSuperlative({ stem }: Question): boolean {
  return superlative.test(stem);
}

function hasRival({ options }: Question): boolean {
  return options.some(({ rival }) => rival !== undefined);
}

/** For each level the percentages of questions with a superlative and with a wrong option that works. */
export function countMarks(questions: readonly Question[]): Marks[] {
  return [1, 2, HARDEST].map((level) => {
    const those = questions.filter(({ difficulty }) => difficulty === level);
    return {
      level,
      questions: those.length,
      superlative: percentOf(those, hasSuperlative),
      rival: percentOf(those, hasRival),
    };
  });
}

export function findLevelFlaws(questions: readonly Question[]): BankFlaw[] {
  const marks = countMarks(questions);
  const say = (text: string): BankFlaw => ({ code: 'F33', text });
  const show = (mark: 'superlative' | 'rival') => marks.map((row) => `${row[mark].toFixed(0)} %`).join(', ');
  const rivals = percentOf(questions, hasRival);
  const hardest = marks.at(-1)?.rival ?? 0;
  return [
    ...given(
      !rises(marks.map((row) => row.superlative)),
      say(
        `a superlative decides in ${show('superlative')} of the levels 1, 2, 3: let it rise with the level`,
      ),
    ),
    ...given(
      !rises(marks.map(({ rival }) => rival)),
      say(
        `a wrong option works (rival) in ${show('rival')} of the levels 1, 2, 3: let it rise with the level`,
      ),
    ),
    ...given(
      rivals < RIVALS.all || hardest < RIVALS.hardest,
      say(
        `a wrong option works (rival) in ${rivals.toFixed(0)} % of the questions and ${hardest.toFixed(0)} % of level 3, ${RIVALS.all} % and ${RIVALS.hardest} % are the least: write options that lose by a stated constraint`,
      ),
    ),
  ];
}

/** What one question's level, superlative and criterion say about each other. */
export function findMarkFlaws(question: Question, facts: Facts): Omit<Flaw, 'level'>[] {
  const { difficulty, stem, criterion, options } = question;
  const say = (path: Flaw['path'], text: string) => ({ code: 'F33', path, text });
  const [decides, services] = [hasSuperlative(question), servicesIn(stem, facts)];
  return [
    ...given(
      difficulty === HARDEST && facts.services.length > 0 && services.length < 2,
      say(
        ['stem'],
        `level 3, but the stem names ${services.join() || 'no service'}: two interact at that level`,
      ),
    ),
    ...given(
      decides && criterion === null,
      say(['criterion'], 'a superlative decides and no criterion says which: add it'),
    ),
    ...given(
      !decides && criterion !== null,
      say(['criterion'], `the criterion ${criterion} decides, but the stem has no superlative: drop one`),
    ),
    ...given(
      decides && options.length === 4 && !hasRival(question),
      say(['options'], 'a superlative, but no wrong option works (rival): drop it or let one work'),
    ),
  ];
}

function rises(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
}

function percentOf(questions: readonly Question[], is: (question: Question) => boolean): number {
  return questions.length === 0 ? 0 : (100 * questions.filter(is).length) / questions.length;
}
