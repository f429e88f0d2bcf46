// Questions of a pack as they come out of the database, read where nobody waits for it.
import { z } from 'zod';
import { parseKept } from '#content/kept.ts';
import type { Present } from './plan.ts';

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    version: z.int(),
    source: z.string().nullable(),
    domain: z.string(),
    question: z.unknown(),
  }),
);

/** `json` is an array of rows; what is no question any more is left out. */
export function presentOf(json: string): Present[] {
  return rowsSchema.parse(JSON.parse(json)).flatMap(({ question: kept, ...row }): Present[] => {
    const question = parseKept(kept);
    return question ? [{ ...row, draft: question }] : [];
  });
}
