// A server's own pack, made of its rows: an exam like any other, with one edition, and a domain where an official pack
// has modules, lessons and concepts. Pure.
import type { Concept, Domain, Pack, Question } from './pack.ts';

/** The one edition of a server's own pack. */
export const OWN_EDITION = 'own';

/** What its members may choose from: as many as fit a menu of Discord's. */
export const MAX_OWN_DOMAINS = 25;

export type OwnDomain = { id: string; name: string; weight: number };

/** How its mock exam goes; nothing of it is known of an exam that nobody described. */
export type OwnExam = { items: number; minutes: number; passPercent: number };

export type OwnPack = {
  /** As posts and answers name it: `own-12`. */
  exam: string;
  name: string;
  domains: readonly OwnDomain[];
  sitting: OwnExam;
  questions: readonly OwnQuestion[];
};

/** A question as a server wrote or imported it. */
export type OwnQuestion = {
  id: string;
  version: number;
  domain: string;
  difficulty: 1 | 2 | 3;
  stem: string;
  options: readonly { id: string; text: string; correct: boolean; why: string }[];
  /** Empty where nobody wrote one. */
  takeaway: string;
  references: readonly string[];
};

const OWN = /^own-([1-9]\d{0,14})$/;

export function ownExamId(number: number): string {
  return `own-${number}`;
}

/** The number of a server's own pack; null for an official exam. */
export function ownPackNumber(exam: string): number | null {
  const [, digits] = OWN.exec(exam) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** Far enough apart to be told from each other, and readable on light and dark. */
const COLORS = ['#3b82f6', '#22c55e', '#f59e0b', '#a855f7', '#ef4444', '#14b8a6', '#ec4899', '#84cc16'];

const MAX_SCORE = 1000;

export function buildOwnPack({ exam, name, domains, sitting, questions }: OwnPack): Pack {
  const whole = domains.map(
    ({ id, name: title, weight }, index): Domain => ({
      id,
      name: title,
      weight,
      color: COLORS[index % COLORS.length] ?? '#3b82f6',
      tasks: [{ id: taskOf(id), name: title, skills: [] }],
    }),
  );
  return {
    exam: {
      id: exam,
      name,
      provider: '',
      rank: Number.MAX_SAFE_INTEGER,
      editions: [
        {
          id: OWN_EDITION,
          code: name,
          firstSitting: '1970-01-01',
          lastSitting: null,
          provisional: false,
          items: sitting.items,
          scoredItems: sitting.items,
          minutes: sitting.minutes,
          passScore: sitting.passPercent * (MAX_SCORE / 100),
          maxScore: MAX_SCORE,
          feeUsd: 0,
          guide: '',
          domains: whole,
        },
      ],
    },
    modules: [],
    concepts: new Map(domains.map((domain) => [conceptOf(domain.id), toConcept(domain)])),
    questions: new Map(questions.map((question) => [question.id, toQuestion(question)])),
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

/** The same as the rest of the bot knows questions, and as versions are kept. */
export function toQuestion({ domain, options, references, ...own }: OwnQuestion): Question {
  return {
    ...own,
    options: options.map((option) => ({ ...option })),
    references: [...references],
    editions: [OWN_EDITION],
    family: 'build',
    concepts: [conceptOf(domain)],
    skills: {},
    criterion: null,
    volatile: false,
    verifiedOn: '',
    provenance: { writer: '', reviewers: [], blindSolve: null },
    lesson: domain,
    module: domain,
  };
}

/** The domain of a question of such a pack. */
export function ownDomainOf({ lesson }: Question): string {
  return lesson;
}

function toConcept({ id, name }: OwnDomain): Concept {
  return {
    slug: conceptOf(id),
    name,
    summary: '',
    lesson: id,
    task: { [OWN_EDITION]: taskOf(id) },
    skills: {},
    frequency: 'medium',
    neglected: false,
    reference: '',
  };
}

const taskOf = (domain: string) => `${domain}.1`;
const conceptOf = (domain: string) => `domain-${domain}`;
