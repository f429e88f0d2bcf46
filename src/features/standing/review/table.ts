// What a member is to meet again, with all that happened to each card; and the member's own weights of the model.
import { sql } from 'drizzle-orm';
import {
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { at } from '#db/columns.ts';
import type { CardKind } from './rules.ts';

/** Bounded by members and the bank: a card carries its own history, so that there is no log that grows for ever. */
export const reviewCards = pgTable(
  'review_cards',
  {
    memberId: text('member_id').notNull(),
    exam: text().notNull(),
    kind: text().$type<CardKind>().notNull(),
    cardId: text('card_id').notNull(),
    /** The ids of the right options when it was met last: another key makes it another card. Null: not known. */
    mark: text(),
    dueAt: at('due_at').notNull(),
    /** Day numbers since 1970 on the member's calendar, and the grade of each: see memory.rules.ts. */
    days: integer().array().notNull(),
    grades: smallint().array().notNull(),
    /** One more with every change: a press on what was shown before the last one changes nothing. */
    turn: integer().notNull(),
    /** The member's dates of its first and its last grade in a review; null for what only came in so far. */
    introducedOn: date('introduced_on'),
    gradedOn: date('graded_on'),
    lastPress: text('last_press'),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.exam, table.kind, table.cardId] }),
    index('review_cards_due').on(table.memberId, table.exam, table.dueAt),
  ],
);

export const reviewMembers = pgTable(
  'review_members',
  {
    memberId: text('member_id').primaryKey(),
    /** Grades so far, and how many there have to be before the weights are fitted (again). */
    reviews: integer().notNull(),
    fitAt: integer('fit_at').notNull(),
    /** Own weights, and of which model; null while those of everybody are in use. */
    weights: doublePrecision().array(),
    algorithm: text(),
    /** Log loss of the last fit on what it had not seen, and of the weights before it. */
    loss: doublePrecision(),
    lossBefore: doublePrecision('loss_before'),
    fittedAt: at('fitted_at'),
    leaseUntil: at('lease_until'),
  },
  (table) => [index('review_members_to_fit').on(table.memberId).where(sql`reviews >= fit_at`)],
);
