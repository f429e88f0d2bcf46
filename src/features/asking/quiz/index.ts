// Questions: asking, answering, closing.
import type { Feature } from '#bot/feature.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import type { AfterClose } from '#features/record/post/after-close.ts';
import type { LessonQuiz } from '#features/standing/lesson-quiz.ts';
import { afterClose } from './after-close.ts';
import { commands } from './commands.ts';
import { quizComponents } from './components.ts';
import { jobs } from './jobs.ts';
import { lessonQuiz } from './lesson.view.ts';
import { personal } from './personal.ts';

/** `others` may add lines and buttons to the feedback. */
export function quizFor(others: readonly { feedback?: Feedback }[]): Feature & {
  afterClose: AfterClose;
  lessonQuiz: LessonQuiz;
} {
  const offered = others.flatMap(({ feedback }) => feedback ?? []);
  return { commands, components: quizComponents(offered), jobs, afterClose, lessonQuiz, personal };
}
