// Ids of rows as one parameter: a statement's text stays the same however many there are.
import { type SQL, sql } from 'drizzle-orm';

/** An array of `bigint`, for `any (…)`. */
export function idsOf(ids: readonly number[]): SQL {
  return sql`${sql.param([...ids])}::bigint[]`;
}
