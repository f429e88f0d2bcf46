// Study plans, and the one thing to do next.
import type { Feature } from '#bot/feature.ts';
import type { LessonDoor } from '#features/asking/doors.ts';
import type { Doing } from '#features/standing/doing.ts';
import type { NextStep } from '#features/standing/next-step.ts';
import { nextCommand, planCommand } from './commands.ts';
import { planComponents } from './components.ts';
import { planJobs } from './jobs.ts';
import { personal } from './personal.ts';

type Others = readonly { doing?: Doing; nextStep?: NextStep; lesson?: LessonDoor }[];

/** `others` say what was done and what is to do, and may lead to the text of a lesson. */
export function planFor(others: Others): Feature {
  const offered = {
    doings: others.flatMap(({ doing }) => doing ?? []),
    nextSteps: others.flatMap(({ nextStep }) => (nextStep ? [nextStep] : [])),
    openLesson: others.find(({ lesson }) => lesson)?.lesson ?? null,
  };
  return {
    commands: [planCommand(offered.doings), nextCommand(offered)],
    components: planComponents(offered),
    jobs: planJobs(offered.doings),
    personal,
  };
}
