// Columns that many tables share, so that an instant is stored in one way everywhere.
import { timestamp } from 'drizzle-orm/pg-core';

/** An instant, kept with its zone. */
export function at(name: string) {
  return timestamp(name, { withTimezone: true });
}
