// Results of real exams beside what had been estimated. Types only: whoever is told such results may offer them.
import type { Db } from '#db/connect.ts';
import type { Outcome } from './progress/calibration.rules.ts';

export type Outcomes = {
  /** Of one exam, or of all with null; only those that something had been estimated for. */
  read(db: Db, wanted: { exam: string | null }): Promise<Outcome[]>;
};
