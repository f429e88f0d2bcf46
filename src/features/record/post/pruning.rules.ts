// Which questions are old enough to be deleted, with all their answers. Pure.

/** `KEEP_MONTHS` ago, by the calendar in UTC: from the 31st it goes back to the last day of a shorter month. */
export function keptSince(now: Date, months: number): Date {
  const since = new Date(now);
  since.setUTCDate(1);
  since.setUTCMonth(since.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(since.getUTCFullYear(), since.getUTCMonth() + 1, 0)).getUTCDate();
  since.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return since;
}

export type Aged = {
  id: number;
  roundId: number | null;
  createdAt: Date;
  /** Nobody is to answer it any more, or one member alone may. */
  isOver: boolean;
};

/** What goes together or stays together: a question, or all questions of a round. */
export type Whole = readonly Aged[];

/** Those of whose questions every one is over and old. */
export function oldWholes(posts: readonly Aged[], before: Date): Whole[] {
  const byWhole = Map.groupBy(posts, wholeOf);
  return [...byWhole.values()].filter((whole) =>
    whole.every(({ isOver, createdAt }) => isOver && createdAt < before),
  );
}

/** Answers of a question: how many, and when the last one was given. */
export type Answered = { answers: number; lastAt: Date | null };

const NONE: Answered = { answers: 0, lastAt: null };

/** In parts of some answers, which a transaction deletes in a moment; a whole is never cut in two. */
export function inParts(
  wholes: readonly Whole[],
  { answered, most }: { answered: ReadonlyMap<number, Answered>; most: { posts: number; answers: number } },
): number[][] {
  const parts: { ids: number[]; answers: number }[] = [];
  for (const whole of wholes) {
    const answers = whole.reduce((sum, { id }) => sum + (answered.get(id) ?? NONE).answers, 0);
    const last = parts.at(-1);
    const fits =
      last && last.answers + answers <= most.answers && last.ids.length + whole.length <= most.posts;
    const part = fits ? last : { ids: [], answers: 0 };
    if (!fits) parts.push(part);
    part.ids.push(...whole.map(({ id }) => id));
    part.answers += answers;
  }
  return parts.map(({ ids }) => ids);
}

export type Looked = {
  before: Date;
  /** Questions of which this transaction has the rows. */
  posts: readonly Aged[];
  /** Of all their answers, and of those that this transaction has. */
  answered: ReadonlyMap<number, Answered>;
  held: ReadonlyMap<number, Answered>;
  needed: ReadonlySet<number>;
  /** How many questions each round has. */
  sizes: ReadonlyMap<number, number>;
};

/** What goes: all of it held, nothing of it young or needed. */
export function goingOf({ before, posts, answered, held, needed, sizes }: Looked): Aged[] {
  const mayGo = ({ id }: Aged) => {
    const all = answered.get(id) ?? NONE;
    const isYoung = all.lastAt !== null && all.lastAt >= before;
    return !isYoung && !needed.has(id) && (held.get(id) ?? NONE).answers === all.answers;
  };
  return oldWholes(posts, before).flatMap((whole) => {
    const [{ roundId } = { roundId: null }] = whole;
    const isAll = roundId === null || sizes.get(roundId) === whole.length;
    return isAll && whole.every(mayGo) ? [...whole] : [];
  });
}

function wholeOf({ id, roundId }: Aged): string {
  return roundId === null ? `post ${id}` : `round ${roundId}`;
}
