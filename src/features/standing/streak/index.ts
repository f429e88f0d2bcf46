// Streaks: what they are worth today, what keeps them, and reminders.
import type { Feature } from '#bot/feature.ts';
import type { DayWatcher } from '#features/people/member/day-watcher.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import type { RecapLines } from '#features/record/post/recap.ts';
import type { Projection } from '#features/record/projection.ts';
import type { Ranking } from '../ranking.ts';
import { commands } from './commands.ts';
import { dayWatcher } from './day-watcher.ts';
import { jobs } from './jobs.ts';
import { streakProjection } from './projection.ts';
import { ranking } from './ranking.ts';
import { recap } from './recap.ts';
import { feedback } from './view.ts';

type Offers = {
  projection: Projection;
  feedback: Feedback;
  recap: RecapLines;
  ranking: Ranking;
  dayWatcher: DayWatcher;
};

export const streak: Feature & Offers = {
  commands,
  jobs,
  projection: streakProjection,
  personal: streakProjection.personal,
  feedback,
  recap,
  ranking,
  dayWatcher,
};
