// A server's week, told in a channel that wants it.
import type { Feature } from '#bot/feature.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import { jobs } from './jobs.ts';
import { personal } from './personal.ts';
import { section } from './section.ts';
import { readPlaces } from './store.ts';

export const digest: Feature & { setupSection: SetupSection } = {
  jobs,
  personal,
  setupSection: section,
  placesToPost: async (db) =>
    (await readPlaces(db)).map((place) => ({ ...place, what: 'the summary of the week', need: 'post' })),
};
