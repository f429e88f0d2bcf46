// What a member may do now by their plan, and what they need to know for it.
import { type Edition, findEdition, type Pack } from '#content/pack.ts';
import { answeredSince } from '#features/record/answer/store.ts';
import { studiedBy } from '#features/record/post/course.ts';
import { type PlanDeps, readPlan, type Who } from './actions.ts';
import {
  domainsTaught,
  type PlanTodo,
  todosAfter,
  todosOf,
  todosWithout,
  weakestDomain,
} from './next.rules.ts';
import type { PlanOutcome } from './seen.rules.ts';

export type Todos = { pack: Pack; edition: Edition; todos: PlanTodo[] };

/** By the plan where there is one; in the order of the day, not of urgency. Null for a pack that is not loaded. */
export async function findTodos(deps: PlanDeps, who: Who): Promise<Todos | null> {
  const outcome = await readPlan(deps, who);
  const studied = await studiedBy(deps, who);
  const pack = await deps.content.packOf(studied.exam);
  if (!pack) return null;
  const own = findEdition(pack.exam, studied.edition) ?? pack.exam.editions[0];
  const edition = editionOf(outcome) ?? own;
  if (!edition) return null;
  const since = new Date(0);
  const answered = await answeredSince(deps.db, { memberId: who.memberId, exam: studied.exam, since });
  if (outcome.kind !== 'plan') {
    const domain = weakestDomain(pack, edition, { answered });
    const todos =
      outcome.kind === 'over'
        ? todosAfter(domain, outcome.isToday)
        : todosWithout(domain, pack.plan !== null);
    return { pack, edition, todos };
  }
  const among = domainsTaught(pack, edition, outcome.seen.lessonsDone);
  const domain = weakestDomain(pack, edition, { answered, among });
  return { pack, edition, todos: todosOf(outcome.seen, domain) };
}

/** The one that the plan is or was for. */
function editionOf(outcome: PlanOutcome): Edition | null {
  if (outcome.kind === 'plan') return outcome.seen.edition;
  return outcome.kind === 'over' ? outcome.course.edition : null;
}
