// The file in which a server brings or takes away a bank of questions: our own form, as JSON or YAML.
import { z } from 'zod';

const optionSchema = z.object({
  text: z.coerce.string(),
  correct: z.boolean().default(false),
  why: z.string().default('').describe('Why it is right or wrong'),
});

export const ownQuestionSchema = z
  .object({
    id: z.coerce.string().optional().describe('What it is known by: importing it again changes it'),
    stem: z.string().describe('Situation and question'),
    options: z.array(optionSchema).min(2).max(6),
    difficulty: z.literal([1, 2, 3]).optional().describe('1 recall, 2 apply, 3 analyze'),
    domain: z.coerce.string().optional(),
    takeaway: z.string().default(''),
    references: z.array(z.string()).default([]),
  })
  .loose();

/** What such a file says it is. */
export const OWN_FILE = 'cohort-questions';

/** A bank of questions that a server brings along. */
export const ownFileSchema = z.object({
  format: z.literal(OWN_FILE).optional(),
  version: z.literal(1).optional(),
  name: z.string().optional().describe('The name of the pack'),
  questions: z.array(ownQuestionSchema).max(10_000),
});
