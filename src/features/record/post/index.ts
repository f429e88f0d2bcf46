// Posted questions: sent from the outbox, tallied, closed with their reveal.
import type { Feature } from '#bot/feature.ts';
import { readOldestDue } from './actions.ts';
import type { Follower } from './follower.ts';
import { postJobs } from './jobs.ts';
import { personal } from './personal.ts';
import { refreshTallies } from './tally.ts';

/** `others` may say whether a post of theirs is still wanted, and what follows it. */
export function postFor(others: readonly { follower?: Follower }[]): Feature {
  const followers = others.flatMap(({ follower }) => follower ?? []);
  return { jobs: postJobs(followers), started: refreshTallies, oldestDue: readOldestDue, personal };
}
