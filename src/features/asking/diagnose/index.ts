// Diagnoses: thirty questions that find out where somebody stands.
import type { Feature } from '#bot/feature.ts';
import type { Keeper } from '#features/record/keeper.ts';
import type { LessonQuiz } from '#features/standing/lesson-quiz.ts';
import { diagnoseCommand } from './commands.ts';
import { diagnoseComponents } from './components.ts';
import { jobs } from './jobs.ts';
import { neededForHandingIn } from './keeper.store.ts';
import { personal } from './personal.ts';
import { anyUnrecorded } from './store.ts';

/** `others` may ask a quiz on a lesson, and may make a plan. */
export function diagnoseFor(
  others: readonly (Feature & { lessonQuiz?: LessonQuiz })[],
): Feature & { keeper: Keeper } {
  const quiz = others.flatMap(({ lessonQuiz }) => lessonQuiz ?? [])[0] ?? null;
  const hasPlan = others.some(({ commands }) => commands?.some(({ data }) => data.name === 'plan'));
  const offered = { quiz, hasPlan };
  return {
    ...{ commands: [diagnoseCommand(offered)], components: diagnoseComponents(offered) },
    ...{ jobs, due: { 'record-diagnoses': anyUnrecorded }, personal },
    keeper: { needed: neededForHandingIn },
  };
}
