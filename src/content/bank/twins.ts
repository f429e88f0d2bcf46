// F20: questions that teach the same insight in other words: like keys and takeaways for like situations, rare words
// counting more. No program can be sure of it: the closest pairs are warnings, --twins lists more for a reader.
import type { Question } from '../schema.ts';
import type { Flaw } from './finding.ts';
import { contentWords } from './words.ts';

type Twins = { first: string; second: string; likeness: number };

/** From here on a pair is worth a warning; in a first bank of 348 questions a reader found half of such pairs to be one. */
const LIKE = 0.42;
const SHARED_CONCEPT = 0.05;

type Insight = { question: Question; move: ReadonlySet<string>; situation: ReadonlySet<string> };

/** All pairs, the likest first, `count` at most. */
export function findTwins(questions: readonly Question[], count: number): Twins[] {
  const insights = questions.map(takeInsight);
  const weigh = rarityOf(insights);
  const pairs = insights.flatMap((second, index) =>
    insights.slice(0, index).map((first) => ({
      first: first.question.id,
      second: second.question.id,
      likeness:
        0.65 * cosine(first.move, second.move, weigh) +
        0.35 * cosine(first.situation, second.situation, weigh) +
        (shareConcept(first.question, second.question) ? SHARED_CONCEPT : 0),
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

function rarityOf(insights: readonly Insight[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { move, situation } of insights) {
    for (const word of new Set([...move, ...situation])) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weights = new Map([...counts].map(([word, count]) => [word, Math.log(insights.length / count) ** 2]));
  return (word) => weights.get(word) ?? 0;
}

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: (word: string) => number): number {
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weigh(word), 0);
  const shared = sum([...a].filter((word) => b.has(word)));
  return shared === 0 ? 0 : shared / Math.sqrt(sum(a) * sum(b));
}

function shareConcept(a: Question, b: Question): boolean {
  return a.concepts.some((concept) => b.concepts.includes(concept));
}
