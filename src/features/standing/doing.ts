// What a member has done for their exam, as whoever keeps it tells: a plan ticks itself off by it. Types only.
import type { Db } from '#db/connect.ts';

export type Doer = { memberId: string; exam: string; edition: string; since: Date };

/** What an offer keeps nothing of is left out; what several keep is added up. */
export type Done = {
  /** Ids of lessons. */
  lessons?: readonly string[];
  /** How many questions were answered, and how many cards were reviewed. */
  questions?: number;
  reviews?: number;
  /** Mock exams, by when they were handed in. */
  exams?: readonly { kind: 'full' | 'half' | 'domain'; at: Date }[];
};

export type Doing = {
  /** Done at that instant or later. */
  done(db: Db, doer: Doer): Promise<Done>;
};
