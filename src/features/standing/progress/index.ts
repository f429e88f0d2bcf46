// What members know: estimates, and what is learned of questions.
import type { Feature } from '#bot/feature.ts';
import type { Keeper } from '#features/record/keeper.ts';
import type { LessonQuiz } from '../lesson-quiz.ts';
import type { Outcomes } from '../outcomes.ts';
import { listAlarms } from './alarms.ts';
import { progressCommand } from './commands.ts';
import { whyComponent } from './components.ts';
import { jobs } from './jobs.ts';
import { learningReadsSince } from './learning.store.ts';
import { personal } from './personal.ts';

/** `others` may ask a quiz on a lesson, and may know results of real exams. */
export function progressFor(
  others: readonly { lessonQuiz?: LessonQuiz; outcomes?: Outcomes }[],
): Feature & { keeper: Keeper } {
  const quiz = others.flatMap(({ lessonQuiz }) => lessonQuiz ?? [])[0] ?? null;
  const outcomes = others.flatMap((other) => other.outcomes ?? [])[0] ?? null;
  const offered = { quiz, outcomes };
  return {
    commands: [progressCommand(offered)],
    components: [whyComponent(offered)],
    jobs,
    personal,
    alarms: listAlarms,
    keeper: { readsSince: learningReadsSince },
  };
}
