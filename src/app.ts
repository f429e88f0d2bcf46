// What features are handed: types only. The composition root (cohort.ts) builds it.

import type { Logger } from 'pino';
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import type { Projection } from '#features/record/projection.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import type { Trace } from '#lib/trace.ts';

export type App = {
  db: Db;
  content: Library;
  /** What follows from answers, in the order in which their rows are locked. */
  projections: readonly Projection[];
  clock: Clock;
  random: Random;
  log: Logger;
  /** Left out where nobody traces. */
  trace?: Trace;
};
