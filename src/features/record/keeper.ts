// What has to be left when old questions and the answers to them are deleted, as whoever reads them says. Types only.
import type { Db } from '#db/connect.ts';

/** Questions that are about to go with all their answers, which are locked; and the rounds that they were all of. */
export type Leaving = { postIds: readonly number[]; roundIds: readonly number[] };

export type Keeper = {
  /** Answers given at this instant or later are still to be read. */
  readsSince?(db: Db): Promise<Date>;
  /** Those of these questions that something still needs, with all their answers. */
  needed?(tx: Db, asked: { postIds: readonly number[]; now: Date }): Promise<readonly number[]>;
  /**
   * In the transaction in which they go, before they do: writes down what is to outlive them, and lets go of what is
   * nothing without them. Rows are locked in key order.
   */
  leave?(tx: Db, leaving: Leaving): Promise<void>;
};
