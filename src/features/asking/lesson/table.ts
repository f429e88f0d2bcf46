// Which lessons a member has done.
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';

export const lessonProgress = pgTable(
  'lesson_progress',
  {
    memberId: text('member_id').notNull(),
    exam: text().notNull(),
    lesson: text().notNull(),
    doneAt: at('done_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.exam, table.lesson] })],
);
