// A measure by which members can be compared, besides points and accuracy. Types only: a standing may offer one.
import type { Db } from '#db/connect.ts';
import type { Visibility } from '#features/people/member/rules.ts';
import type { Words } from '#words/words.ts';

export type Compared = { memberIds: readonly string[]; serverZone: string; now: Date };

/** Everybody with a rated answer in a server and exam. */
export type BoardOf = { serverId: string; exam: string; serverZone: string; now: Date };
export type Placed = { memberId: string; visibility: Visibility; worth: number };
/** How far a board was read: to this member, and nobody behind is worth more than `most`. */
export type ReadTo = { memberId: string; most: number };

export type Ranking = {
  /** Its value in the command and on buttons; unique. */
  metric: string;
  /** What each of these members is worth now; who is worth nothing is left out. */
  worths(db: Db, compared: Compared): Promise<ReadonlyMap<string, number>>;
  /** The next of a board in order of worth, ties by id; `readTo` is null at its end. Whoever is worth nothing is left out. */
  next(db: Db, board: BoardOf, behind: ReadTo | null): Promise<{ placed: Placed[]; readTo: ReadTo | null }>;
  /** A member of a board; null who is not on it, or is worth nothing. */
  own(db: Db, board: BoardOf, memberId: string): Promise<Placed | null>;
  words(words: Words): RankingWords;
};

/** Whole sentences and labels, in the language of the board. */
export type RankingWords = {
  /** In the menu of metrics. */
  choice: string;
  /** An emoji for it, beside its value. */
  mark: string;
  title: string;
  /** What stands where the window and the domain stand otherwise. */
  scope: string;
  worth(value: number): string;
  /** Beside another measure: what it is and how much, in few words. */
  beside(value: number): string;
  empty: string;
  /** Of the caller, who has nothing. */
  nothing: string;
  rule: string;
};
