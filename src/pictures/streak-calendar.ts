// The last days of a streak, a week to a row: each mark has a shape and a name of its own, never the colour alone.
import type { Words } from '#words/words.ts';
import { frame } from './frame.ts';
import {
  type Box,
  column,
  type Grid,
  type Line,
  type Lines,
  label,
  type Node,
  row,
  type Tone,
} from './node.ts';
import type { Picture } from './picture.ts';

/** In the order in which a legend names them. */
export const calendarMarks = ['answered', 'frozen', 'paused', 'missed', 'not-yet', 'before'] as const;
type Mark = (typeof calendarMarks)[number];
/** A local date, "2026-11-26". */
export type CalendarDay = { date: string; mark: Mark };

export type StreakFigures = {
  title: string;
  below: string;
  /** Oldest first, without gaps. */
  days: readonly CalendarDay[];
};

export function drawStreakCalendar(words: Words, { title, below, days }: StreakFigures): Picture {
  const alt = [title, below, ...calendarAlt(words, days)].filter((part) => part !== '').join('. ');
  const root = frame({ title, below }, [calendar(words, days), legend(words, days)]);
  return { name: 'streak', alt, root };
}

const DAYS_IN_ROW = 7;

/** Rows that end today, under the weekdays that they share. */
export function calendar({ forms }: Words, days: readonly CalendarDay[], isSmall = false): Grid {
  const heads = days
    .slice(0, DAYS_IN_ROW)
    .map(({ date }) =>
      label(forms.weekday(weekdayOf(date), 'short'), { size: 11, tone: 'faint', align: 'center' }),
    );
  return {
    kind: 'grid',
    columns: DAYS_IN_ROW,
    gap: 6,
    children: [...heads, ...days.map((day) => drawDay(day, isSmall))],
  };
}

/** Of signs and edges. */
const looks: Readonly<Record<Mark, Tone>> = {
  answered: 'good',
  frozen: 'cool',
  paused: 'faint',
  missed: 'weak',
  'not-yet': 'ink',
  before: 'faint',
};

function drawDay({ date, mark }: CalendarDay, isSmall: boolean): Node {
  const isPast = mark !== 'before';
  const inside = [
    label(String(Number(date.slice(8))), { size: 12, tone: isPast ? 'ink' : 'faint' }),
    sign(mark),
  ];
  const look: Omit<Box, 'kind' | 'direction' | 'children'> = {
    radius: 6,
    justify: 'center',
    align: 'center',
    stroke: isPast ? looks[mark] : 'line',
    ...(isPast ? { fill: 'card' } : {}),
  };
  return isSmall
    ? row({ ...look, gap: 5, pad: [2, 2] }, inside)
    : column({ ...look, gap: 2, pad: [5, 2] }, inside);
}

export function legend({ streak }: Words, days: readonly CalendarDay[]): Node {
  const used = calendarMarks.filter((mark) => days.some((day) => day.mark === mark));
  const names = used.map((mark) =>
    row({ gap: 6 }, [sign(mark), label(streak.marks[mark], { size: 12, tone: 'faint', grow: true })]),
  );
  return { kind: 'grid', columns: 2, gap: 6, children: names };
}

const SIGN = 14;

const shapes: Readonly<Record<Mark, readonly Pick<Line, 'points' | 'isDashed'>[]>> = {
  answered: [
    {
      points: [
        [2, 7],
        [6, 11],
        [12, 3],
      ],
    },
  ],
  // A star of ice.
  frozen: [
    {
      points: [
        [7, 1],
        [7, 13],
      ],
    },
    {
      points: [
        [1.8, 4],
        [12.2, 10],
      ],
    },
    {
      points: [
        [1.8, 10],
        [12.2, 4],
      ],
    },
  ],
  paused: [
    {
      points: [
        [5, 3],
        [5, 11],
      ],
    },
    {
      points: [
        [9, 3],
        [9, 11],
      ],
    },
  ],
  missed: [
    {
      points: [
        [3, 3],
        [11, 11],
      ],
    },
    {
      points: [
        [11, 3],
        [3, 11],
      ],
    },
  ],
  'not-yet': [
    {
      points: [
        [3, 7],
        [4, 7],
      ],
    },
    {
      points: [
        [7, 7],
        [8, 7],
      ],
    },
    {
      points: [
        [11, 7],
        [12, 7],
      ],
    },
  ],
  before: [
    {
      points: [
        [5, 7],
        [9, 7],
      ],
    },
  ],
};

function sign(mark: Mark): Lines {
  const lines = shapes[mark].map((line) => ({ ...line, tone: looks[mark], width: 2 }));
  return { kind: 'lines', width: SIGN, height: SIGN, lines };
}

/** Day by day where that is short enough to be listened to; else how many of each. */
export function calendarAlt({ streak, forms, pictures }: Words, days: readonly CalendarDay[]): string[] {
  if (days.length <= 2 * DAYS_IN_ROW)
    return days.map(({ date, mark }) => pictures.day(forms.date(date), streak.marks[mark]));
  return calendarMarks.flatMap((mark) => {
    const count = days.filter((day) => day.mark === mark).length;
    return count === 0 ? [] : pictures.daysOf(count, streak.marks[mark]);
  });
}

/** 1 (Monday) to 7 (Sunday). */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || DAYS_IN_ROW;
}
