// Builders for exam packs in memory: as many questions as a test needs, with a key that it chooses.
import { createLibrary, type Library } from '#content/library.ts';
import type { Pack, Packs, Question } from '#content/pack.ts';

const WEIGHTS = [
  ['1', 32],
  ['2', 26],
  ['3', 24],
  ['4', 18],
] as const;

/** A question whose key is the first `keys` of its `options` options. */
export function makeQuestion(changes: Partial<Question> & { domain?: string; keys?: number } = {}): Question {
  const { domain = '1', keys = 1, ...rest } = changes;
  const count = keys === 1 ? 4 : keys === 2 ? 5 : 6;
  return {
    id: 'q-1.1-001',
    version: 1,
    editions: ['c02', 'c03'],
    family: 'build',
    difficulty: 2,
    concepts: [`concept-${domain}`],
    skills: {},
    criterion: null,
    stem: 'A developer has a queue of orders and a worker that reads them. Each order must be read once. What should the developer do?',
    options: ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, count).map((id, index) => ({
      id,
      text: `Take way ${id} to read each order once.`,
      correct: index < keys,
      why: `Way ${id} does what the stem asks for, or does not, for a reason that is given here.`,
    })),
    takeaway: 'A queue hands each order to one worker at a time.',
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/welcome.html'],
    volatile: false,
    verifiedOn: '2026-11-23',
    provenance: { writer: 'a test', reviewers: [], blindSolve: null },
    lesson: `${domain}.1`,
    module: domain,
    ...rest,
  };
}

/** `perDomain` questions in each of four domains (weights 32/26/24/18), or exactly the given ones. */
export function makePack({
  perDomain = 5,
  questions,
}: {
  perDomain?: number;
  questions?: Question[];
} = {}): Pack {
  const made = WEIGHTS.flatMap(([domain]) =>
    Array.from({ length: perDomain }, (_, index) =>
      makeQuestion({ id: `q-${domain}.1-${String(index + 1).padStart(3, '0')}`, domain }),
    ),
  );
  const edition = (id: string, dates: { firstSitting: string; lastSitting: string | null }) => ({
    id,
    code: `DVA-${id.toUpperCase()}`,
    ...dates,
    provisional: false,
    items: 65,
    scoredItems: 50,
    minutes: 130,
    passScore: 720,
    maxScore: 1000,
    feeUsd: 150,
    guide: 'https://docs.aws.amazon.com/guide.html',
    domains: WEIGHTS.map(([domain, weight]) => ({
      id: domain,
      name: `Subject ${domain}`,
      weight,
      color: '#3b82f6',
      tasks: [{ id: `${domain}.1`, name: `Do ${domain}`, skills: [] }],
    })),
  });
  return {
    exam: {
      id: 'aws-developer-associate',
      name: 'AWS Certified Developer – Associate',
      provider: 'AWS',
      rank: 1,
      editions: [
        edition('c02', { firstSitting: '2023-02-28', lastSitting: '2026-11-30' }),
        edition('c03', { firstSitting: '2026-12-01', lastSitting: null }),
      ],
    },
    modules: WEIGHTS.map(([id]) => ({
      id,
      complete: false,
      title: `Module ${id}`,
      lessons: [{ id: `${id}.1`, title: `Lesson ${id}.1` }],
    })),
    concepts: new Map(
      WEIGHTS.map(([id]) => [
        `concept-${id}`,
        {
          slug: `concept-${id}`,
          name: `Concept ${id}`,
          summary: 'What it is about',
          lesson: `${id}.1`,
          task: { c02: `${id}.1`, c03: `${id}.1` },
          skills: {},
          frequency: 'medium' as const,
          neglected: false,
          reference: 'https://docs.aws.amazon.com/x.html',
        },
      ]),
    ),
    questions: new Map((questions ?? made).map((question) => [question.id, question])),
    lessons: new Map(),
    flashcards: new Map(),
    superseded: [],
    aliases: new Map(),
    plan: null,
    examDay: null,
    resources: [],
    next: [],
  };
}

export function packsOf(pack: Pack): Packs {
  return new Map([[pack.exam.id, pack]]);
}

/** A library of one pack that keeps no earlier versions. */
export function libraryOf(pack: Pack): Library {
  return createLibrary(packsOf(pack), async () => null);
}

/** Randomness that repeats: a small linear generator. */
export function seededRandom(seed = 1): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
