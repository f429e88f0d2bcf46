// The shape of an exam pack's files, as zod schemas: what a single file may say.
// What files must say about each other (a concept that exists, a lesson that is listed) is in check.ts.
import { z } from 'zod';
import { date, domainId, lessonId, reference, skillId, slug, taskId } from './field.ts';
import { figureSchema } from './figure.ts';

/** Of each edition an entry has, its skills in the numbers of that edition's guide. */
const skillsByEdition = z.record(slug, z.array(skillId).min(1));

/** A task statement and the skills that the guide lists under it; no skills where a guide numbers none. */
const task = z.strictObject({
  id: taskId,
  name: z.string().min(3).max(120),
  skills: z.array(z.strictObject({ id: skillId, name: z.string().min(3).max(120) })).default([]),
});

const domain = z.strictObject({
  id: domainId,
  name: z.string().min(3).max(60),
  weight: z.int().min(1).max(100),
  color: z.string().regex(/^#[0-9a-f]{6}$/, 'a colour like "#3b82f6"'),
  tasks: z.array(task).min(1),
});

const edition = z.strictObject({
  id: slug,
  code: z.string().min(2).max(20),
  firstSitting: date,
  lastSitting: date.nullable(),
  provisional: z.boolean(),
  items: z.int().positive(),
  scoredItems: z.int().positive(),
  minutes: z.int().positive(),
  passScore: z.int().positive(),
  maxScore: z.int().positive(),
  feeUsd: z.int().positive(),
  guide: reference,
  domains: z.array(domain).min(1),
});

/** `exam.yaml`: names, editions with their dates, domains, weights, tasks, skills, items and minutes. */
export const examSchema = z.strictObject({
  id: slug,
  name: z.string().min(3).max(80),
  provider: z.string().min(2).max(40),
  rank: z.int().min(1).default(1000).describe('Exams are listed in this order; new servers get the first'),
  editions: z.array(edition).min(1),
});

/** One entry of `concepts.yaml`, its key as `slug`; `task` and `skills` say for each edition it serves what they are there. */
export const conceptSchema = z.strictObject({
  slug,
  name: z.string().min(3).max(60),
  summary: z.string().min(10).max(300),
  lesson: lessonId,
  task: z.record(slug, taskId),
  skills: skillsByEdition.default({}),
  frequency: z.enum(['high', 'medium', 'low']),
  neglected: z.boolean().default(false),
  reference,
});

/** One entry of `aliases.yaml`, its key as `text`: what people type for a topic beside its name. */
export const aliasSchema = z.strictObject({
  text: z
    .string()
    .regex(/^[a-z0-9äöü]+([ ./-][a-z0-9äöü]+)*$/, 'lower case, single spaces')
    .max(40),
  topics: z
    .array(z.string().regex(/^(domain|module|lesson|concept):[a-z0-9.-]+$/, 'a topic like "lesson:4.1"'))
    .min(1)
    .max(8),
});

/**
 * `module.yaml`: the module's title and its lessons in teaching order. `complete` says that its bank is finished, so
 * that gaps in it are errors of the checker.
 */
export const moduleSchema = z.strictObject({
  id: z.string().regex(/^\d$/),
  title: z.string().min(3).max(60),
  complete: z.boolean().default(false),
  lessons: z.array(z.strictObject({ id: lessonId, title: z.string().min(3).max(70) })).min(1),
});

// What an author's editor says of each field; content/CONTRIBUTING.md has the rules behind them.
const option = z.strictObject({
  id: z
    .string()
    .regex(/^[a-f]$/)
    .describe('Stays with the option; not the letter that a member sees'),
  text: z.string().min(3).max(220),
  correct: z.boolean(),
  why: z.string().min(40).max(350).describe('Why it is right, or which constraint of the stem it breaks'),
  rival: z
    .string()
    .min(10)
    .max(140)
    .optional()
    .describe('Only of a wrong option that works: the constraint that would make it the key. Never shown'),
});

/** One item of `*.questions.yaml`. Option ids are stable and are not the letters a member sees. */
export const questionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^q-\d\.\d{1,2}-\d{3}$/, 'an id like q-3.2-014')
    .describe('q-<lesson>-<three digits>: never changed, never used again'),
  version: z.int().min(1).default(1).describe('One more with every change of text or key'),
  editions: z.array(slug).min(1).describe('The editions it fits, not more than its first concept has'),
  family: z.enum(['build', 'fix', 'secure', 'ship']),
  difficulty: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .describe('1 recall in context, 2 apply, 3 analyze'),
  concepts: z.array(slug).min(1).max(4).describe('The first is what it is about and decides its domain'),
  skills: skillsByEdition.default({}).describe('By edition, in the numbers of that guide'),
  criterion: slug.nullable().default(null).describe('The superlative that decides, or null'),
  stem: z.string().min(120).max(700).describe('Situation and constraints; ends with the question'),
  options: z
    .array(option)
    .min(4)
    .max(6)
    .describe('4 with one right, 5 with two and "(Select TWO.)" in the stem, 6 with three'),
  takeaway: z.string().min(20).max(200).describe('One sentence that helps with other questions too'),
  references: z.array(reference).min(1).max(3).describe('Pages of the provider that support the key'),
  volatile: z.boolean().default(false).describe('The key rests on a number or state that may change'),
  verifiedOn: date.describe('The day on which the facts were checked'),
  provenance: z.strictObject({
    writer: z.string(),
    reviewers: z.array(z.string()).describe('Empty while nobody has reviewed it'),
    blindSolve: z.string().nullable().describe('How solvers without the key did; null while none has tried'),
  }),
});

/** The front matter of a lesson; its text is read by lesson.ts. */
export const lessonSchema = z.strictObject({
  id: lessonId,
  title: z.string().min(3).max(70),
  concepts: z.array(slug).min(1),
  references: z.array(reference).min(3).max(12),
  verifiedOn: date,
  figure: figureSchema.optional(),
});

/** One card of `*.flashcards.yaml`. */
export const flashcardSchema = z.strictObject({
  id: z.string().regex(/^f-\d\.\d{1,2}-\d{3}$/, 'an id like f-3.2-014'),
  concept: slug,
  front: z.string().min(10).max(150),
  back: z.string().min(20).max(250),
  references: z.array(reference).min(1).max(3),
  volatile: z.boolean().default(false),
  verifiedOn: date,
});

export type Exam = z.infer<typeof examSchema>;
export type Edition = Exam['editions'][number];
export type Domain = Edition['domains'][number];
export type Module = z.infer<typeof moduleSchema>;
export type Concept = z.infer<typeof conceptSchema>;
/** A question as the bot knows it: the item and the lesson and module its file stands for. */
export type Question = z.infer<typeof questionSchema> & { lesson: string; module: string };
export type Alias = z.infer<typeof aliasSchema>;
export type LessonHead = z.infer<typeof lessonSchema>;
/** A flashcard and the lesson and module its file stands for. */
export type Flashcard = z.infer<typeof flashcardSchema> & { lesson: string; module: string };
