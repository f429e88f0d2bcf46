// What a member may do now by their plan, and what they need to know for it.
import { type Edition, findEdition, type Pack } from '#content/pack.ts';
import { serverOf } from '#features/people/server/actions.ts';
import { answeredSince } from '#features/record/answer/store.ts';
import { type PlanDeps, readPlan, type Who } from './actions.ts';
import { domainsTaught, type PlanTodo, todosOf, todosWithout, weakestDomain } from './next.rules.ts';

export type Todos = { pack: Pack; edition: Edition; todos: PlanTodo[] };

/** By the plan where there is one; in the order of the day, not of urgency. Null for a pack that is not loaded. */
export async function findTodos(deps: PlanDeps, who: Who): Promise<Todos | null> {
  const outcome = await readPlan(deps, who);
  const server = await serverOf(deps, who.serverId);
  const pack = deps.content.packOf(server.exam);
  if (!pack) return null;
  const own = findEdition(pack.exam, server.edition) ?? pack.exam.editions[0];
  const edition = outcome.kind === 'plan' ? outcome.seen.edition : own;
  if (!edition) return null;
  const since = new Date(0);
  const answered = await answeredSince(deps.db, { memberId: who.memberId, exam: server.exam, since });
  if (outcome.kind !== 'plan') {
    const domain = weakestDomain(pack, edition, { answered });
    return { pack, edition, todos: todosWithout(domain, pack.plan !== null) };
  }
  const among = domainsTaught(pack, edition, outcome.seen.lessonsDone);
  const domain = weakestDomain(pack, edition, { answered, among });
  return { pack, edition, todos: todosOf(outcome.seen, domain) };
}
