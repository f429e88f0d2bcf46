// What a feature may add to the feedback that a member reads alone after an answer. Types only.
import type { Button } from '#bot/card.ts';
import type { Words } from '#words/words.ts';

/** The question that was answered, as buttons name it. */
type AnsweredQuestion = { exam: string; id: string; version: number };

export type Feedback = {
  /** `told` is what the standings decided, by projection; empty for an answer given before. */
  lines?(words: Words, told: Readonly<Record<string, unknown>>): readonly string[];
  /** Beside "Another like this"; two at most. */
  buttons?(words: Words, question: AnsweredQuestion): readonly Button[];
};
