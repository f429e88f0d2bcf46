// The button that begins a quiz on a lesson: for whoever presses it, alone.
import { button } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { LessonQuiz } from '#features/standing/lesson-quiz.ts';

export const lessonQuiz: LessonQuiz = {
  button: ({ progress }, { id, title }) =>
    button(customId('lessonquiz', 1, id), progress.quizOf(title), { style: 'primary' }),
};
