// Mock exams.
import type { Feature } from '#bot/feature.ts';
import type { Keeper } from '#features/record/keeper.ts';
import type { Doing } from '#features/standing/doing.ts';
import type { NextStep } from '#features/standing/next-step.ts';
import type { Outcomes } from '#features/standing/outcomes.ts';
import type { Reviewing } from '#features/standing/reviewing.ts';
import { commands } from './commands.ts';
import { examComponents } from './components.ts';
import { doing, nextStep } from './doing.ts';
import { clockMoved } from './ending.actions.ts';
import { listOutcomes } from './history.actions.ts';
import { jobs } from './jobs.ts';
import { neededForHandingIn } from './keeper.store.ts';
import { personal } from './personal.ts';
import { anyRunning } from './replacing.store.ts';
import { anyUnrecorded } from './store.ts';

const outcomes: Outcomes = { read: listOutcomes };

/** `others` may keep a list of what a member wants to meet again. */
export function examFor(
  others: readonly { reviewing?: Reviewing }[],
): Feature & { doing: Doing; nextStep: NextStep; outcomes: Outcomes; keeper: Keeper } {
  const reviewing = others.flatMap((other) => other.reviewing ?? [])[0] ?? null;
  return {
    commands,
    components: examComponents(reviewing),
    jobs,
    due: { 'record-exams': anyUnrecorded, 'replace-retired': anyRunning },
    clockMoved,
    doing,
    nextStep,
    outcomes,
    keeper: { needed: neededForHandingIn },
    personal,
  };
}
