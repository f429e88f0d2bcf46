// Whether anything is due, asked of many things in one statement: whoever is idle asks the database once for all of them.
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from './connect.ts';

/**
 * True where work would be found at this instant, and never false then; as literals what partial indexes rest on, since
 * the statement's plan is kept.
 */
export type Due = (now: Date) => SQL<boolean>;

export type Look = {
  /** What is looked at in this way. */
  names: ReadonlySet<string>;
  /** Which of these are due. */
  ask(names: readonly string[], now: Date): Promise<ReadonlySet<string>>;
};

export function createLook(db: Db, parts: ReadonlyMap<string, Due>): Look {
  const all = [...parts];
  return {
    names: new Set(parts.keys()),
    async ask(names, now) {
      // The same text always: which of them are asked of is a parameter, and the others cost nothing.
      const columns = all.map(
        ([name, due]) =>
          sql`case when ${names.includes(name)}::boolean then ${due(now)} else false end as ${sql.identifier(name)}`,
      );
      const [row = {}] = await db.execute<Record<string, boolean>>(sql`select ${sql.join(columns, sql`, `)}`);
      return new Set(all.flatMap(([name]) => (row[name] ? [name] : [])));
    },
  };
}
