// A version of a question as it was kept, read back: whatever schema it was written under, what members saw of it.
import { z } from 'zod';
import type { Question } from './pack.ts';

const keptSchema = z.object({
  id: z.string(),
  version: z.int(),
  editions: z.array(z.string()).default([]),
  family: z.enum(['build', 'fix', 'secure', 'ship']).catch('build'),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  concepts: z.array(z.string()).default([]),
  criterion: z.string().nullable().default(null),
  stem: z.string(),
  options: z.array(z.object({ id: z.string(), text: z.string(), correct: z.boolean(), why: z.string() })),
  takeaway: z.string(),
  references: z.array(z.string()).default([]),
  volatile: z.boolean().default(false),
  verifiedOn: z.string().default(''),
  provenance: z
    .object({ writer: z.string(), reviewers: z.array(z.string()), blindSolve: z.string().nullable() })
    .catch({ writer: '', reviewers: [], blindSolve: null }),
  lesson: z.string().default(''),
  module: z.string().default(''),
});

/** Null for what is no question at all. Skills are left out: their numbers belong to the guide of their day. */
export function parseKept(value: unknown): Question | null {
  const parsed = keptSchema.safeParse(value);
  return parsed.success ? { ...parsed.data, skills: {} } : null;
}
