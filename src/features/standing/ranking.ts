// A measure by which members can be compared, besides points and accuracy. Types only: a standing may offer one.
import type { Db } from '#db/connect.ts';
import type { Words } from '#words/words.ts';

export type Compared = { memberIds: readonly string[]; serverZone: string; now: Date };

export type Ranking = {
  /** Its value in the command and on buttons; unique. */
  metric: string;
  /** What each of these members is worth now; who is worth nothing is left out. */
  worths(db: Db, compared: Compared): Promise<ReadonlyMap<string, number>>;
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
