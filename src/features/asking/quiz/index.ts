// Questions: asking, answering, closing.
import type { Feature } from '#bot/feature.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import type { AfterClose } from '#features/record/post/after-close.ts';
import type { Doing } from '#features/standing/doing.ts';
import { afterClose } from './after-close.ts';
import { commands } from './commands.ts';
import { quizComponents } from './components.ts';
import { doing } from './doing.ts';
import { jobs } from './jobs.ts';
import { personal } from './personal.ts';

/** `others` may add lines and buttons to the feedback. */
export function quizFor(
  others: readonly { feedback?: Feedback }[],
): Feature & { afterClose: AfterClose; doing: Doing } {
  const offered = others.flatMap(({ feedback }) => feedback ?? []);
  return { commands, components: quizComponents(offered), jobs, afterClose, doing, personal };
}
