// Which question comes next: unseen first, then longest ago, balanced to the edition's domain weights. Pure.
import { type Domain, domainOf, type Pack, type Question, questionsFor, type Topic } from '#content/pack.ts';
import { pickOne, type Random } from '#lib/random.ts';

export type ChoiceInput = {
  pack: Pack;
  edition: string;
  topic: Topic | null;
  /** Restricts the pool to these domains; empty means all. */
  domains?: readonly string[];
  count: number;
  /** When each question was last asked here (or answered by this member). */
  lastAsked: ReadonlyMap<string, Date>;
  /** Asked only where nothing else is left. */
  doubtful?: ReadonlySet<string>;
  random: Random;
};

export type Choice = {
  questions: Question[];
  /** True when every question of the pool had been asked before, so that old ones come again. */
  isExhausted: boolean;
};

/** Draws up to `count` different questions; fewer (or none) when the pool is smaller. */
export function chooseQuestions(input: ChoiceInput): Choice {
  const pool = poolOf(input);
  const weights = input.topic ? null : domainWeights(input.pack, input.edition);
  const drawn: Question[] = [];
  const counts = countByDomain(input, pool);
  while (drawn.length < Math.min(input.count, pool.length)) {
    const all = pool.filter((question) => !drawn.includes(question));
    const trusted = all.filter((question) => !input.doubtful?.has(question.id));
    const left = trusted.length > 0 ? trusted : all;
    const fresh = left.filter((question) => !input.lastAsked.has(question.id));
    const question =
      fresh.length > 0 ? drawFresh(input, fresh, { weights, counts }) : oldest(left, input.lastAsked);
    if (!question) break;
    drawn.push(question);
    const domain = domainOf(input.pack, input.edition, question).id;
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return {
    questions: drawn,
    isExhausted: pool.length > 0 && pool.every((question) => input.lastAsked.has(question.id)),
  };
}

/**
 * The domain that is furthest behind its weight after what was asked so far; only domains with something left
 * to ask compete. Ties go to the heavier domain, so that the first question of a channel is from the largest one.
 */
export function domainBehind(
  weights: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, number>,
  available: ReadonlySet<string>,
): string | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0) + 1;
  let behind: { id: string; deficit: number; weight: number } | null = null;
  for (const [id, weight] of weights) {
    if (!available.has(id)) continue;
    const deficit = (weight / 100) * total - (counts.get(id) ?? 0);
    if (!behind || deficit > behind.deficit || (deficit === behind.deficit && weight > behind.weight)) {
      behind = { id, deficit, weight };
    }
  }
  return behind?.id ?? null;
}

function poolOf({ pack, edition, topic, domains }: ChoiceInput): readonly Question[] {
  const all = questionsFor(pack, edition, topic);
  if (!domains || domains.length === 0) return all;
  return all.filter((question) => domains.includes(domainOf(pack, edition, question).id));
}

function domainWeights(pack: Pack, edition: string): Map<string, number> {
  const domains: readonly Domain[] =
    pack.exam.editions.find((candidate) => candidate.id === edition)?.domains ?? [];
  return new Map(domains.map((domain) => [domain.id, domain.weight]));
}

function countByDomain(
  { pack, edition, lastAsked }: ChoiceInput,
  pool: readonly Question[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const question of pool) {
    if (!lastAsked.has(question.id)) continue;
    const domain = domainOf(pack, edition, question).id;
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return counts;
}

type Balance = { weights: ReadonlyMap<string, number> | null; counts: ReadonlyMap<string, number> };

function drawFresh(
  input: ChoiceInput,
  fresh: readonly Question[],
  { weights, counts }: Balance,
): Question | undefined {
  if (!weights) return pickOne(fresh, input.random);
  const byDomain = Map.groupBy(fresh, (question) => domainOf(input.pack, input.edition, question).id);
  const domain = domainBehind(weights, counts, new Set(byDomain.keys()));
  return pickOne(domain === null ? fresh : (byDomain.get(domain) ?? fresh), input.random);
}

function oldest(questions: readonly Question[], lastAsked: ReadonlyMap<string, Date>): Question | undefined {
  const askedAt = (question: Question) => lastAsked.get(question.id)?.getTime() ?? 0;
  return questions.toSorted((a, b) => askedAt(a) - askedAt(b))[0];
}
