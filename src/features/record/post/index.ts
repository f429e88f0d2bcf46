// Posted questions: sent from the outbox, tallied, closed with their reveal.
import type { Feature } from '#bot/feature.ts';
import { readOldestDue } from './actions.ts';
import type { AfterClose } from './after-close.ts';
import { postJobs } from './jobs.ts';
import { personal } from './personal.ts';
import { refreshTallies } from './tally.ts';

/** `others` may say what follows a post of theirs. */
export function postFor(others: readonly { afterClose?: AfterClose }[]): Feature {
  const followers = others.flatMap(({ afterClose }) => afterClose ?? []);
  return { jobs: postJobs(followers), started: refreshTallies, oldestDue: readOldestDue, personal };
}
