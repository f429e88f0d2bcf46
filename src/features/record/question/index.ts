// Questions as they were asked, amended and added.
import type { Feature } from '#bot/feature.ts';
import type { Library } from '#content/library.ts';
import type { Packs } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { findAmendments, keepQuestions, openLibrary } from './actions.ts';
import { QUESTIONS_CHANGED } from './announcing.store.ts';
import { jobs } from './jobs.ts';
import { personal } from './personal.ts';

export { findAmendments, QUESTIONS_CHANGED };

export const question: Feature = { jobs, personal };

/** Today's packs with every version that was ever asked; keeps those of today first. */
export async function openContent(deps: { db: Db; clock: Clock }, packs: Packs): Promise<Library> {
  await keepQuestions(deps, packs);
  return openLibrary(deps, packs);
}
