// /review: what comes again, one card at a time. What is remembered of it is standing/review.
import type { Feature } from '#bot/feature.ts';
import type { Doing } from '#features/standing/doing.ts';
import type { NextStep } from '#features/standing/next-step.ts';
import type { LessonDoor, PracticeDoor } from '../doors.ts';
import { reviewCommand } from './commands.ts';
import { reviewComponents } from './components.ts';
import { doing, nextStep } from './doing.ts';

/** `others` may lead on: to questions about what is weak, and to the lesson of what is forgotten again and again. */
export function reviewFor(
  others: readonly { practice?: PracticeDoor; lesson?: LessonDoor }[],
): Feature & { doing: Doing; nextStep: NextStep } {
  const doors = {
    practice: others.find(({ practice }) => practice)?.practice ?? null,
    lesson: others.find(({ lesson }) => lesson)?.lesson ?? null,
  };
  return { commands: [reviewCommand(doors)], components: reviewComponents(doors), doing, nextStep };
}
