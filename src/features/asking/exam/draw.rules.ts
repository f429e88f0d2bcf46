// Which questions a mock exam asks: the edition's blueprint, what the member has not seen for long, nothing twice. Pure.
import {
  type Domain,
  domainOf,
  type Edition,
  type Pack,
  type Question,
  questionsFor,
} from '#content/pack.ts';
import { drawOptionOrder } from '#features/record/post/rules.ts';
import { allotItems } from '#features/standing/progress/exam.rules.ts';
import { type Random, shuffle } from '#lib/random.ts';
import { type ExamKind, type ExamSize, type Item, sizeOf } from './rules.ts';

/** Seen longer ago than this, a question is as good as new. */
const FRESH_AFTER_MS = 14 * 24 * 3_600_000;
/** Two takeaways that share this much of their words teach the same thing. */
const SAME_TAKEAWAY = 0.6;

export type ExamInput = {
  pack: Pack;
  edition: Edition;
  kind: ExamKind;
  /** Which one, for the exam of a domain. */
  domain: string | null;
  /** When this member last met each question, by id. */
  lastSeen: ReadonlyMap<string, Date>;
  /** Asked only where nothing else is left. */
  doubtful: ReadonlySet<string>;
  now: Date;
  random: Random;
};

/**
 * The questions of an exam in the order in which they are asked; fewer than the edition has where the pack is smaller,
 * none for a domain that the edition does not have.
 */
export function drawExam(input: ExamInput): Item[] {
  const { edition, kind } = input;
  const { items, scored } = sizeOf(edition, kind);
  const domains = edition.domains.filter(({ id }) => kind !== 'domain' || id === input.domain);
  const taken = noneTaken();
  const groups = [
    { isScored: true, count: scored },
    { isScored: false, count: items - scored },
  ];
  const drawn = groups.flatMap(({ isScored, count }) =>
    quotasOf(domains, count).flatMap(({ domain, quota }) =>
      drawFrom(input, { domain, quota, taken }).map((question) => itemOf(input, question, isScored)),
    ),
  );
  return shuffle(drawn, input.random);
}

export type Replaced = {
  /** What the exam asks by now, the replaced one too. */
  items: readonly Pick<Item, 'questionId'>[];
  domain: string;
  isScored: boolean;
  /** Null where nobody knows it any more. */
  difficulty: Question['difficulty'] | null;
};

/** Another question in place of one: of the same domain, and as difficult where there is one. Null where none is left. */
export function drawAnother(
  input: Omit<ExamInput, 'kind' | 'domain'>,
  { items, domain, isScored, difficulty }: Replaced,
): Item | null {
  const taken = noneTaken();
  for (const { questionId } of items) {
    taken.questions.add(questionId);
    const question = input.pack.questions.get(questionId);
    if (question) take(taken, question);
  }
  const worse = (question: Question) =>
    4 * Number(input.doubtful.has(question.id)) +
    2 * Number(difficulty !== null && question.difficulty !== difficulty) +
    Number(!isApart(taken, question));
  const [best] = byFreshness(input, domain)
    .filter((question) => isOther(taken, question))
    .toSorted((a, b) => worse(a) - worse(b));
  return best ? itemOf(input, best, isScored) : null;
}

/** What an exam of this pack has: where there are fewer questions than the edition asks, as much less time. */
export function sizeIn({
  pack,
  edition,
  kind,
  domain,
}: Pick<ExamInput, 'pack' | 'edition' | 'kind' | 'domain'>): ExamSize {
  const { items, scored, minutes } = sizeOf(edition, kind);
  const domains = edition.domains.filter(({ id }) => kind !== 'domain' || id === domain);
  const found = (count: number) =>
    quotasOf(domains, count).reduce((sum, { domain: id, quota }) => {
      const pool = questionsFor(pack, edition.id, { kind: 'domain', id });
      return sum + Math.min(quota, pool.length);
    }, 0);
  const all = found(items);
  return { items: all, scored: Math.min(found(scored), all), minutes: Math.ceil((minutes * all) / items) };
}

/** How many of `count` each domain gets, by largest remainder. */
function quotasOf(domains: readonly Domain[], count: number): { domain: string; quota: number }[] {
  if (domains.length === 0) return [];
  const quotas = allotItems(
    domains.map(({ weight }) => weight),
    count,
  );
  return domains.map(({ id }, index) => ({ domain: id, quota: quotas[index] ?? 0 }));
}

type Taken = { questions: Set<string>; concepts: Set<string>; takeaways: Set<string>[] };
type Wanted = { domain: string; quota: number; taken: Taken };

function noneTaken(): Taken {
  return { questions: new Set(), concepts: new Set(), takeaways: [] };
}

/**
 * The freshest first. Two about one concept, or with like takeaways, only where nothing else is left; doubtful ones after
 * all others.
 */
function drawFrom(input: ExamInput, { domain, quota, taken }: Wanted): Question[] {
  const pool = byFreshness(input, domain);
  const drawn: Question[] = [];
  const isTrusted = ({ id }: Question) => !input.doubtful.has(id);
  const passes = [
    (question: Question) => isTrusted(question) && isApart(taken, question),
    (question: Question) => isTrusted(question) && isOther(taken, question),
    (question: Question) => isOther(taken, question),
  ];
  for (const admits of passes) {
    for (const question of pool) {
      if (drawn.length === quota) return drawn;
      if (!admits(question)) continue;
      take(taken, question);
      drawn.push(question);
    }
  }
  return drawn;
}

type Pool = Pick<ExamInput, 'pack' | 'edition' | 'lastSeen' | 'now' | 'random'>;

function byFreshness({ pack, edition, lastSeen, now, random }: Pool, domain: string): Question[] {
  const all = questionsFor(pack, edition.id, { kind: 'domain', id: domain });
  const seenAt = ({ id }: Question) => {
    const at = lastSeen.get(id)?.getTime() ?? 0;
    return now.getTime() - at > FRESH_AFTER_MS ? 0 : at;
  };
  // Stable: within the fresh ones the random order stays.
  return shuffle(all, random).toSorted((a, b) => seenAt(a) - seenAt(b));
}

function isOther(taken: Taken, { id }: Question): boolean {
  return !taken.questions.has(id);
}

function isApart(taken: Taken, question: Question): boolean {
  const [concept = ''] = question.concepts;
  if (!isOther(taken, question) || taken.concepts.has(concept)) return false;
  const words = wordsOf(question);
  return !taken.takeaways.some((other) => likeness(words, other) >= SAME_TAKEAWAY);
}

function take(taken: Taken, question: Question): void {
  taken.questions.add(question.id);
  taken.concepts.add(question.concepts[0] ?? '');
  taken.takeaways.push(wordsOf(question));
}

// Questions never change, so their words are split once.
const known = new WeakMap<Question, Set<string>>();

function wordsOf(question: Question): Set<string> {
  const before = known.get(question);
  if (before) return before;
  const words = new Set(question.takeaway.toLowerCase().match(/[a-z0-9]{3,}/g) ?? []);
  known.set(question, words);
  return words;
}

/** The share of words that two sets have in common, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = a.intersection(b).size;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}

function itemOf({ pack, edition, random }: Pool, question: Question, isScored: boolean): Item {
  return {
    questionId: question.id,
    questionVersion: question.version,
    optionOrder: drawOptionOrder(question, random),
    domain: domainOf(pack, edition.id, question).id,
    isScored,
  };
}
