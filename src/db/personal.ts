// A member's own rows: what can be shown, taken and erased. Every feature with such a table says so with these.
import { eq, getTableName } from 'drizzle-orm';
import type { AnyPgColumn, AnyPgTable } from 'drizzle-orm/pg-core';
import type { Db } from './connect.ts';

export type Personal = {
  /** "table.column" of everything that holds a member's id; a test finds columns that nobody names. */
  columns: readonly string[];
  /** Their rows by table, as plain values. */
  read(db: Db, memberId: string): Promise<Record<string, readonly object[]>>;
  /** Deletes them, or takes the id off what others need. In the transaction of the whole deletion. */
  erase(tx: Db, memberId: string): Promise<void>;
};

/** Rows that are the member's alone: all of them are shown, all of them go. */
export function ownRows(table: AnyPgTable, column: AnyPgColumn): Personal {
  const name = getTableName(table);
  return {
    columns: [`${name}.${column.name}`],
    async read(db, memberId) {
      return { [name]: await db.select().from(table).where(eq(column, memberId)) };
    },
    async erase(tx, memberId) {
      await tx.delete(table).where(eq(column, memberId));
    },
  };
}

/** Rows that others need: they stay, without the id. */
export function sharedRows(
  table: AnyPgTable,
  column: AnyPgColumn,
  without: Record<string, unknown>,
): Personal {
  return {
    ...ownRows(table, column),
    async erase(tx, memberId) {
      await tx.update(table).set(without).where(eq(column, memberId));
    },
  };
}

/** Several of them as one; erased in their order. */
export function allOf(...parts: readonly Personal[]): Personal {
  return {
    columns: parts.flatMap((part) => part.columns),
    async read(db, memberId) {
      const read: Record<string, readonly object[]> = {};
      for (const part of parts) {
        for (const [name, rows] of Object.entries(await part.read(db, memberId))) {
          read[name] = [...(read[name] ?? []), ...rows];
        }
      }
      return read;
    },
    async erase(tx, memberId) {
      for (const part of parts) await part.erase(tx, memberId);
    },
  };
}
