// A member's progress on one page: readiness with its range, domains with theirs, coverage, weeks, days.
import type { Words } from '#words/words.ts';
import { frame, heading, INSIDE, measured } from './frame.ts';
import { bar, type Dot, type Line, type Lines, type Node, type Point, type Tone } from './node.ts';
import type { Picture } from './picture.ts';
import { drawScore, type ScoreFigures, scoreAlt } from './score.ts';
import { type CalendarDay, calendar, calendarAlt, legend } from './streak-calendar.ts';

/** Shares are 0–1. */
export type ProgressFigures = {
  title: string;
  /** Exam and edition. */
  below: string;
  /** Null while too little is known to estimate. */
  readiness: (ScoreFigures & { chance: number }) | null;
  domains: readonly DomainFigures[];
  /** Task statements with enough answers, of all. */
  coverage: { covered: number; of: number };
  /** What was estimated at the end of weeks, oldest first, on `scale`. */
  weeks: readonly { day: string; score: number }[];
  scale: { least: number; most: number };
  /** The last days, oldest first; empty where the streak is not shown. */
  days: readonly CalendarDay[];
};

type DomainFigures = {
  name: string;
  color: Tone;
  share: number;
  low: number;
  high: number;
  answers: number;
};

export function drawProgress(words: Words, figures: ProgressFigures): Picture {
  const { title, below, readiness, domains, coverage, weeks, days } = figures;
  const { pictures } = words;
  const root = frame({ title, below }, [
    readiness && drawScore(words, readiness, pictures.chance(readiness.chance)),
    heading(pictures.domains, pictures.ninety),
    ...domains.map((domain) => drawDomain(words, domain)),
    drawCoverage(words, coverage),
    ...(weeks.length > 1 ? [heading(pictures.weeks(weeks.length)), drawTrend(figures)] : []),
    ...(days.length > 0
      ? [heading(pictures.days(days.length)), calendar(words, days, true), legend(words, days)]
      : []),
  ]);
  return { name: 'progress', alt: progressAlt(words, figures), root };
}

function drawDomain(words: Words, { name, color, share, low, high }: DomainFigures): Node {
  const worth = words.pictures.shareWithRange(share, low, high);
  return measured(name, worth, bar({ share, tone: color, range: [low, high] }));
}

function drawCoverage({ pictures }: Words, { covered, of }: ProgressFigures['coverage']): Node {
  const share = of === 0 ? 0 : covered / of;
  return measured(pictures.coverage, pictures.covered(covered, of), bar({ share, tone: 'cool' }));
}

const HEIGHT = 84;
const EDGE = 6;

/** Over the whole scale, with a line at the half. */
function drawTrend({ weeks, scale }: Pick<ProgressFigures, 'weeks' | 'scale'>): Lines {
  const step = (INSIDE - 2 * EDGE) / Math.max(1, weeks.length - 1);
  const y = (share: number) => EDGE + (1 - share) * (HEIGHT - 2 * EDGE);
  const points = weeks.map(({ score }, index): Point => {
    const share = (score - scale.least) / (scale.most - scale.least);
    return [EDGE + index * step, y(Math.min(1, Math.max(0, share)))];
  });
  const level = (share: number): Line => ({
    points: [
      [0, y(share)],
      [INSIDE, y(share)],
    ],
    tone: 'line',
    width: 1,
    isDashed: share === 0.5,
  });
  const [first, last] = [points[0], points.at(-1)];
  return {
    kind: 'lines',
    width: INSIDE,
    height: HEIGHT,
    areas:
      first && last
        ? [{ points: [...points, [last[0], y(0)], [first[0], y(0)]], tone: 'good', opacity: 0.2 }]
        : [],
    lines: [level(0), level(0.5), level(1), { points, tone: 'good', width: 2.5 }],
    dots: points.map((at): Dot => ({ at, radius: 3.5, tone: 'good' })),
  };
}

function progressAlt(words: Words, { title, below, ...figures }: ProgressFigures): string {
  const { pictures, forms } = words;
  const { readiness, domains, coverage, weeks, days } = figures;
  const scores = weeks.map(({ score }) => forms.number(score));
  const parts = [
    title,
    below,
    readiness ? `${scoreAlt(words, readiness)}, ${pictures.chance(readiness.chance)}` : '',
    ...domains.map(({ name, share, low, high }) => `${name}: ${pictures.shareWithRange(share, low, high)}`),
    `${pictures.coverage}: ${pictures.covered(coverage.covered, coverage.of)}`,
    scores.length > 1 ? `${pictures.weeks(weeks.length)}: ${scores.join(', ')}` : '',
    ...(days.length > 0 ? calendarAlt(words, days) : []),
  ];
  return parts.filter((part) => part !== '').join('. ');
}
