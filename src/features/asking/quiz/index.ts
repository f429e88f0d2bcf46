// Questions: asking, answering, closing.
import type { Feature } from '#bot/feature.ts';
import type { PracticeDoor } from '#features/asking/doors.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import type { Keeper } from '#features/record/keeper.ts';
import type { Follower } from '#features/record/post/follower.ts';
import type { Doing } from '#features/standing/doing.ts';
import type { LessonQuiz } from '#features/standing/lesson-quiz.ts';
import { anyDue } from './afterwords.store.ts';
import { commands } from './commands.ts';
import { quizComponents } from './components.ts';
import { doing } from './doing.ts';
import { follower } from './follower.ts';
import { jobs } from './jobs.ts';
import { keeper } from './keeper.store.ts';
import { lessonQuiz } from './lesson.view.ts';
import { menus } from './menus.ts';
import { personal } from './personal.ts';
import { practiceButton } from './private.view.ts';

/** `others` may add lines and buttons to the feedback. */
export function quizFor(others: readonly { feedback?: Feedback }[]): Feature & {
  follower: Follower;
  doing: Doing;
  lessonQuiz: LessonQuiz;
  practice: PracticeDoor;
  keeper: Keeper;
} {
  const offered = others.flatMap(({ feedback }) => feedback ?? []);
  return {
    commands,
    menus,
    components: quizComponents(offered),
    jobs,
    due: { 'say-outcomes': anyDue },
    follower,
    lessonQuiz,
    doing,
    keeper,
    personal,
    practice: practiceButton,
  };
}
