// A quiz on one lesson, for who presses it alone. Types only: whoever asks questions may offer it.
import type { Button } from '#bot/card.ts';
import type { Words } from '#words/words.ts';

export type LessonQuiz = {
  button(words: Words, lesson: { id: string; title: string }): Button;
};
