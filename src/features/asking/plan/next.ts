// Everything that a member may do now, the most urgent first: of the plan, and of whoever else has something.
import type { BotApp } from '#bot/feature.ts';
import type { LessonDoor } from '#features/asking/doors.ts';
import type { Doing } from '#features/standing/doing.ts';
import type { NextStep, Step } from '#features/standing/next-step.ts';
import type { Who } from './actions.ts';
import { findTodos } from './next.actions.ts';
import { byUrgency } from './next.rules.ts';
import { stepOf } from './next.view.ts';

export type Offered = {
  doings: readonly Doing[];
  nextSteps: readonly NextStep[];
  openLesson: LessonDoor | null;
};

export async function listSteps(
  app: BotApp,
  { doings, nextSteps, openLesson }: Offered,
  who: Who,
): Promise<Step[]> {
  const found = await findTodos({ ...app, doings }, who);
  if (!found) return [];
  const { pack, edition, todos } = found;
  const learner = { ...who, exam: pack.exam.id, edition: edition.id };
  const others = await Promise.all(nextSteps.map((each) => each.find(app, learner)));
  const own = todos.map((todo) => stepOf(todo, { pack, edition, openLesson }));
  return byUrgency([...others.filter((step) => step !== null), ...own]);
}
