// F20: questions that teach the same insight in other words: like keys and takeaways for like situations, rare words
// counting more. No program can be sure of it: the closest pairs are warnings, --twins lists more for a reader.
import type { Question } from '../schema.ts';
import type { Flaw } from './finding.ts';
import { contentWords } from './words.ts';

type Twins = { first: string; second: string; likeness: number };

/** From here on a pair is worth a warning; in a first bank of 348 questions a reader found half of such pairs to be one. */
const LIKE = 0.42;
const SHARED_CONCEPT = 0.05;

type Side = 'move' | 'situation';
type Insight = { question: Question } & Record<Side, ReadonlySet<string>>;
type Weigh = (word: string) => number;

const shares: Readonly<Record<Side, number>> = { move: 0.65, situation: 0.35 };

/** All pairs, the likest first, `count` at most. */
export function findTwins(questions: readonly Question[], count: number): Twins[] {
  const insights = questions.map(takeInsight);
  const weigh = rarityOf(insights);
  const [moves, situations] = (['move', 'situation'] as const).map((side) => {
    const sets = insights.map((insight) => insight[side]);
    return cosines(sets, weigh);
  });
  const pairs = insights.flatMap(({ question: second }, index) =>
    insights.slice(0, index).map(({ question: first }, earlier) => ({
      first: first.id,
      second: second.id,
      likeness:
        shares.move * (moves?.[index]?.[earlier] ?? 0) +
        shares.situation * (situations?.[index]?.[earlier] ?? 0) +
        (shareConcept(first, second) ? SHARED_CONCEPT : 0),
    })),
  );
  return pairs.sort((a, b) => b.likeness - a.likeness).slice(0, count);
}

/** The flaws by the id of the later question of each pair. */
export function findTwinFlaws(questions: readonly Question[]): { id: string; flaw: Flaw }[] {
  return findTwins(questions, 200)
    .filter(({ likeness }) => likeness >= LIKE)
    .map(({ first, second, likeness }) => {
      const text = `may teach the insight of ${first} again (${likeness.toFixed(2)}): compare them`;
      return { id: second, flaw: { code: 'F20', level: 'warning', path: ['options'], text } };
    });
}

/** What is done, from key and takeaway, and on what symptom or wish, from the stem. */
function takeInsight(question: Question): Insight {
  const keys = question.options.filter(({ correct }) => correct).map(({ text }) => text);
  return {
    question,
    move: contentWords([...keys, question.takeaway].join(' ')),
    situation: contentWords(question.stem),
  };
}

function rarityOf(insights: readonly Insight[]): Weigh {
  const counts = new Map<string, number>();
  for (const { move, situation } of insights) {
    for (const word of new Set([...move, ...situation])) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weights = new Map([...counts].map(([word, count]) => [word, Math.log(insights.length / count) ** 2]));
  return (word) => weights.get(word) ?? 0;
}

/** The cosine of each set with each earlier one. Word by word through the sets that have it: most pairs share little. */
function cosines(sets: readonly ReadonlySet<string>[], weigh: Weigh): Float64Array[] {
  const norms = sets.map((words) => Math.sqrt([...words].reduce((sum, word) => sum + weigh(word), 0)) || 1);
  const having = new Map<string, number[]>();
  return sets.map((words, index) => {
    const sums = new Float64Array(index);
    for (const word of words) {
      const earlier = having.get(word) ?? [];
      const weight = weigh(word);
      for (const other of earlier) sums[other] = (sums[other] ?? 0) + weight;
      earlier.push(index);
      having.set(word, earlier);
    }
    return sums.map((sum, other) => sum / ((norms[index] ?? 1) * (norms[other] ?? 1)));
  });
}

function shareConcept(a: Question, b: Question): boolean {
  return a.concepts.some((concept) => b.concepts.includes(concept));
}
