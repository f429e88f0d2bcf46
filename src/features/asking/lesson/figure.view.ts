// The figure of a lesson in a message: its text always. A picture of it belongs in front of the text, here.
import { type Part, text } from '#bot/card.ts';
import type { LessonPage } from './rules.ts';

export function figureParts({ text: lines }: LessonPage): Part[] {
  return [text(lines)];
}
