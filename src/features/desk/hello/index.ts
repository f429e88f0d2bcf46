// A short hello to a server that invites the bot.
import type { Feature } from '#bot/feature.ts';
import type { PracticeDoor } from '#features/asking/doors.ts';
import type { SetupDoor } from '../doors.ts';
import { helloJobs } from './jobs.ts';
import { anyNewcomer } from './store.ts';

/** `others` may offer what its two buttons lead to. */
export function helloFor(others: readonly { practice?: PracticeDoor; setUp?: SetupDoor }[]): Feature {
  const practice = others.find((other) => other.practice)?.practice ?? null;
  const setUp = others.find((other) => other.setUp)?.setUp ?? null;
  return { jobs: helloJobs({ practice, setUp }), due: { hello: anyNewcomer } };
}
