// Streak milestones in the recap of a question of the day.
import type { RecapLines } from '#features/record/post/recap.ts';
import { milestonesOf } from './rules.ts';
import { lengthsAt } from './store.ts';

export const recap: RecapLines = async ({ db }, post, { streak: words }) => {
  const reached = milestonesOf(await lengthsAt(db, post));
  const names = reached.map(({ memberId, length }) => words.milestoneOf(`<@${memberId}>`, length));
  return names.length === 0 ? [] : [`🔥 ${words.milestones(names)}`];
};
