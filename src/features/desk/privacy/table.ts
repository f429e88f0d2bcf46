// Members who have not been seen for long: told once, and deleted a month later unless they come back.
import { pgTable, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

export const absences = pgTable('absences', {
  memberId: text('member_id').primaryKey(),
  /** The last sign of them, or the first time somebody looked. */
  since: at('since').notNull(),
  toldAt: at('told_at'),
  /** Looking after one is claimed with a lease. */
  leaseUntil: at('lease_until'),
});
