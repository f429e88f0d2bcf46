// The figure of a lesson in a message: drawn, and below it as text, which says the same.
import { type Part, showPicture, text } from '#bot/card.ts';
import type { Lesson } from '#content/pack.ts';
import { drawFigure } from '#pictures/figure.ts';
import type { Picture } from '#pictures/picture.ts';
import type { LessonPage } from './rules.ts';

type Drawn = { parts: Part[]; pictures: Picture[] };

export function figureParts(figure: Lesson['figure'], { text: lines }: LessonPage): Drawn {
  const pictures = figure ? [drawFigure(figure)] : [];
  return { parts: [...pictures.map(showPicture), text(lines)], pictures };
}
