// Posted questions: sent from the outbox, tallied, closed with their reveal.
import type { Feature, Gauge } from '#bot/feature.ts';
import type { Keeper } from '../keeper.ts';
import { readOldestDue } from './actions.ts';
import { due } from './due.store.ts';
import type { Follower } from './follower.ts';
import { postJobs } from './jobs.ts';
import { readOutbox } from './outbox.store.ts';
import { personal } from './personal.ts';
import { pruningJob } from './pruning.jobs.ts';
import { refreshTallies } from './tally.ts';

const outboxPosts: Gauge = {
  name: 'cohort_outbox_posts',
  help: 'Questions that wait to be sent',
  count: async (db) => (await readOutbox(db)).posts,
};

const outboxAge: Gauge = {
  name: 'cohort_outbox_age_seconds',
  help: 'How long the oldest of them has waited',
  count: async (db) => (await readOutbox(db)).ageSeconds,
};

/** `others` may say whether a post of theirs is still wanted, what follows it, and what must be left of old ones. */
export function postFor(others: readonly { follower?: Follower; keeper?: Keeper }[]): Feature {
  const followers = others.flatMap(({ follower }) => follower ?? []);
  const keepers = others.flatMap(({ keeper }) => keeper ?? []);
  return {
    jobs: [...postJobs(followers), pruningJob(keepers)],
    due: { 'send-posts': due.send, 'close-posts': due.close },
    started: refreshTallies,
    oldestDue: readOldestDue,
    gauges: [outboxPosts, outboxAge],
    personal,
  };
}
