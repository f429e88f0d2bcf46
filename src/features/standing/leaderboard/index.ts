// Leaderboards of a server.
import type { Feature } from '#bot/feature.ts';
import type { SetupSection } from '#features/people/server/section.ts';
import type { Keeper } from '#features/record/keeper.ts';
import type { Projection } from '#features/record/projection.ts';
import type { Points } from '../points.ts';
import type { Ranking } from '../ranking.ts';
import { leaderboardCommand } from './commands.ts';
import { boardComponent } from './components.ts';
import { boardJobs } from './jobs.ts';
import { keepScores } from './kept.store.ts';
import { leaderboardProjection } from './projection.ts';
import { section } from './section.ts';
import { readPoints } from './store.ts';
import { readPlaces } from './winners.store.ts';

/** `others` may offer measures of their own. */
export function leaderboardFor(
  others: readonly { ranking?: Ranking }[],
): Feature & { projection: Projection; setupSection: SetupSection; points: Points; keeper: Keeper } {
  const rankings = others.flatMap(({ ranking }) => ranking ?? []);
  return {
    commands: [leaderboardCommand(rankings)],
    components: [boardComponent(rankings)],
    jobs: boardJobs,
    setupSection: section,
    points: { read: readPoints },
    keeper: { leave: keepScores },
    projection: leaderboardProjection,
    personal: leaderboardProjection.personal,
    placesToPost: async (db) =>
      (await readPlaces(db)).map((place) => ({ ...place, what: 'the winners of the week', need: 'post' })),
  };
}
