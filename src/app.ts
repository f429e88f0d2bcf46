// What features are handed: types only. The composition root (cohort.ts) builds it.

import type { Logger } from 'pino';
import type { Packs } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';

export type App = {
  db: Db;
  content: Packs;
  clock: Clock;
  random: Random;
  log: Logger;
};
