// Deleting everything of one server. It asks the database which tables hold a server's rows instead of listing
// them: a table that is added later cannot be forgotten.
import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { servers } from './table.ts';

/** Few enough rows for one statement to end well within the database's statement timeout. */
const BATCH = 2_000;

export async function tablesOfServers(db: Db): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.column_name = 'server_id' and c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
    order by 1`);
  return rows.map((row) => row.name);
}

/**
 * Deletes a server's rows from every table, the server itself last, so that a run that was cut off is taken up again.
 * Stops when the server has come back meanwhile. Members' own rows (streaks, settings) hold no server and stay.
 */
export async function purgeServer(db: Db, id: string): Promise<void> {
  for (const table of await tablesOfServers(db)) {
    let deleted = BATCH;
    while (deleted === BATCH) deleted = await deleteBatch(db, { table, id });
  }
  await db.execute(sql`delete from ${servers} where id = ${id} and left_at is not null`);
}

async function deleteBatch(db: Db, { table, id }: { table: string; id: string }): Promise<number> {
  const rows = await db.execute(sql`
    delete from ${sql.identifier(table)} where ctid = any(array(
      select ctid from ${sql.identifier(table)}
      where server_id = ${id} and exists (select from ${servers} s where s.id = ${id} and s.left_at is not null)
      limit ${BATCH}
    )) returning 1 as one`);
  return rows.length;
}
