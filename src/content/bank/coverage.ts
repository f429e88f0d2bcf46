// F29: how many questions there are of what, and where there are too few for a module that is declared complete.
// Skills and services are counted in services.ts.
import { keyOf, type Pack, questionsFor } from '../pack.ts';
import type { Concept, Question } from '../schema.ts';
import type { BankFlaw, Flaw } from './finding.ts';
import type { BankRules } from './rules.ts';

export type CoverageRow = { name: string; questions: number; target: string };

const leastByFrequency = { high: 3, medium: 2, low: 1 } as const;
const difficultyShares = [
  { difficulty: 1, name: 'recall', percent: 20 },
  { difficulty: 2, name: 'apply', percent: 50 },
  { difficulty: 3, name: 'analyze', percent: 30 },
] as const;
const DIFFICULTY_TOLERANCE = 7;
const MULTIPLE_RESPONSE = { least: 10, most: 15 };
const DOMAIN_TOLERANCE = 2;

/** How many questions a concept needs as their first concept. */
export function leastQuestions({ frequency, neglected }: Concept): number {
  return leastByFrequency[frequency] + (neglected ? 1 : 0);
}

/** The questions of each concept, counting only those that list it first. */
export function countByConcept(questions: Iterable<Question>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { concepts } of questions) {
    const [primary = ''] = concepts;
    counts.set(primary, (counts.get(primary) ?? 0) + 1);
  }
  return counts;
}

/** The lessons of the modules whose bank is declared finished. */
export function completeLessons({ modules }: Pack): Set<string> {
  return new Set(
    modules.filter(({ complete }) => complete).flatMap(({ lessons }) => lessons.map(({ id }) => id)),
  );
}

/** The concepts of complete modules that have too few questions, by slug. */
export function findConceptGaps(pack: Pack): { slug: string; flaw: Flaw }[] {
  const counts = countByConcept(pack.questions.values());
  const lessons = completeLessons(pack);
  return [...pack.concepts.values()].flatMap((concept) => {
    const [has, needs] = [counts.get(concept.slug) ?? 0, leastQuestions(concept)];
    if (has >= needs || !lessons.has(concept.lesson)) return [];
    const text = `${has} questions list it first, a ${describe(concept)} concept needs ${needs}: write ${needs - has} more`;
    return [{ slug: concept.slug, flaw: { code: 'F29', level: 'error', path: [], text } }];
  });
}

/** What is wrong with the mix: of difficulties and kinds over the complete modules, of domains over the bank. */
export function findMixFlaws(pack: Pack, { coverage }: Pick<BankRules, 'coverage'>): BankFlaw[] {
  const lessons = completeLessons(pack);
  const questions = [...pack.questions.values()].filter(({ lesson }) => lessons.has(lesson));
  if (questions.length === 0) return [];
  return [
    ...difficultyShares.flatMap(({ difficulty, name, percent }) =>
      checkShare(
        `difficulty ${difficulty} (${name})`,
        percentOf(questions, (item) => item.difficulty === difficulty),
        {
          least: percent - DIFFICULTY_TOLERANCE,
          most: percent + DIFFICULTY_TOLERANCE,
        },
      ),
    ),
    ...checkShare('multiple response', percentOf(questions, isMultiple), MULTIPLE_RESPONSE),
    ...findDomainFlaws(pack, coverage?.domainTolerance ?? {}),
  ];
}

/** Everything worth counting: lessons, domains and tasks per edition, difficulties, families, kinds, concepts. */
export function listCoverage(pack: Pack): { title: string; rows: CoverageRow[] }[] {
  const questions = [...pack.questions.values()];
  const counts = countByConcept(questions);
  const count = (is: (question: Question) => boolean) => questions.filter(is).length;
  const lessonNeeds = (id: string) =>
    [...pack.concepts.values()]
      .filter(({ lesson }) => lesson === id)
      .reduce((sum, concept) => sum + Math.max(leastQuestions(concept), 0), 0);
  return [
    {
      title: 'Lessons',
      rows: pack.modules.flatMap((module) =>
        module.lessons.map(({ id, title }) => ({
          name: `${id} ${title}`,
          questions: count(({ lesson }) => lesson === id),
          target: `at least ${lessonNeeds(id)}${module.complete ? '' : ', not declared complete'}`,
        })),
      ),
    },
    ...pack.exam.editions.map((edition) => ({ title: edition.code, rows: listEdition(pack, edition.id) })),
    {
      title: 'Difficulty',
      rows: difficultyShares.map(({ difficulty, name, percent }) => ({
        name: `${difficulty} ${name}`,
        questions: count((item) => item.difficulty === difficulty),
        target: `${percent} %, now ${Math.round(percentOf(questions, (item) => item.difficulty === difficulty))} %`,
      })),
    },
    {
      title: 'Family',
      rows: (['build', 'fix', 'secure', 'ship'] as const).map((family) => ({
        name: family,
        questions: count((item) => item.family === family),
        target: `now ${Math.round(percentOf(questions, (item) => item.family === family))} %`,
      })),
    },
    {
      title: 'Kind',
      rows: [
        {
          name: 'multiple response',
          questions: count(isMultiple),
          target: `${MULTIPLE_RESPONSE.least}–${MULTIPLE_RESPONSE.most} %, now ${Math.round(percentOf(questions, isMultiple))} %`,
        },
      ],
    },
    {
      title: 'Concepts',
      rows: [...pack.concepts.values()].map((concept) => ({
        name: `${concept.lesson} ${concept.slug}`,
        questions: counts.get(concept.slug) ?? 0,
        target: `at least ${leastQuestions(concept)} (${describe(concept)})`,
      })),
    },
  ];
}

function listEdition(pack: Pack, edition: string): CoverageRow[] {
  const all = questionsFor(pack, edition, null);
  const domains = pack.exam.editions.find(({ id }) => id === edition)?.domains ?? [];
  return domains.flatMap(({ id, name, weight, tasks }) => {
    const inDomain = questionsFor(pack, edition, { kind: 'domain', id });
    return [
      {
        name: `Domain ${id} ${name}`,
        questions: inDomain.length,
        target: `${weight} %, now ${((100 * inDomain.length) / Math.max(all.length, 1)).toFixed(1)} %`,
      },
      ...tasks.map((task) => ({
        name: `  Task ${task.id} ${task.name}`,
        questions: inDomain.filter(
          ({ concepts }) => pack.concepts.get(concepts[0] ?? '')?.task[edition] === task.id,
        ).length,
        target: '',
      })),
    ];
  });
}

function findDomainFlaws(pack: Pack, tolerances: Readonly<Record<string, number>>): BankFlaw[] {
  return pack.exam.editions.flatMap(({ id: edition, code, domains }) => {
    const all = questionsFor(pack, edition, null).length;
    return domains.flatMap(({ id, name, weight }) => {
      const share = (100 * questionsFor(pack, edition, { kind: 'domain', id }).length) / Math.max(all, 1);
      const tolerance = tolerances[edition] ?? DOMAIN_TOLERANCE;
      const range = { least: weight - tolerance, most: weight + tolerance };
      return checkShare(`domain ${id} (${name}) of ${code}`, share, range);
    });
  });
}

function checkShare(
  name: string,
  share: number,
  { least, most }: { least: number; most: number },
): BankFlaw[] {
  if (share >= least && share <= most) return [];
  const todo = share < least ? 'write more of it' : 'write more of the others';
  const text = `${name} has ${share.toFixed(1)} % of the questions, ${least} to ${most} % is right: ${todo}`;
  return [{ code: 'F29', text }];
}

function percentOf(questions: readonly Question[], is: (question: Question) => boolean): number {
  return questions.length === 0 ? 0 : (100 * questions.filter(is).length) / questions.length;
}

function isMultiple(question: Question): boolean {
  return keyOf(question).length > 1;
}

function describe({ frequency, neglected }: Concept): string {
  return neglected ? `${frequency}, neglected` : frequency;
}
