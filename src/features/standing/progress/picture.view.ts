// The same progress as a picture: what the text says, and no more.

import type { Tone } from '#pictures/node.ts';
import type { Picture } from '#pictures/picture.ts';
import { drawProgress } from '#pictures/progress.ts';
import type { Words } from '#words/words.ts';
import { LOWEST_SCORE } from './exam.rules.ts';
import type { Progress, ProgressFigures } from './figures.rules.ts';

/** `name` is the member's, where it is another's progress. Null while there is nothing to draw. */
export function pictureOf(
  words: Words,
  { figures, isOwn }: Pick<Progress, 'figures' | 'isOwn'>,
  name: string,
): Picture | null {
  const readiness = readinessOf(figures);
  const domains = domainsOf(words, figures);
  if (!readiness && domains.length === 0) return null;
  return drawProgress(words, {
    title: isOwn ? words.progress.title(figures.code) : words.progress.titleOf(name, figures.code),
    below: words.progress.basis(figures.answers.counted),
    readiness,
    domains,
    coverage: {
      covered: figures.tasks.filter(({ isCovered }) => isCovered).length,
      of: figures.tasks.length,
    },
    weeks: figures.trend.map(({ day, median }) => ({ day, score: Math.round(median) })),
    scale: { least: LOWEST_SCORE, most: figures.maxScore },
    days: [],
  });
}

function readinessOf({ forecast, passScore, maxScore }: ProgressFigures) {
  if (forecast.kind !== 'known') return null;
  const { median, low, high } = forecast.score;
  return {
    ...{ score: Math.round(median), low: Math.round(low), high: Math.round(high) },
    ...{ pass: passScore, least: LOWEST_SCORE, most: maxScore, chance: shownChance(forecast.passChance) },
  };
}

/** Nothing is certain: neither nought nor a hundred percent is ever said. */
export function shownChance(chance: number): number {
  return Math.min(0.99, Math.max(0.01, chance));
}

function domainsOf(words: Words, { domains }: ProgressFigures) {
  return domains.flatMap(({ id, name, color, answers, forecast }) => {
    if (forecast.kind !== 'known') return [];
    const { median: share, low, high } = forecast.share;
    // safe: the loader admits colours in this form alone
    return [{ name: words.common.domain(id, name), color: color as Tone, share, low, high, answers }];
  });
}
