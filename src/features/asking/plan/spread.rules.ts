// Spreading what is left of a plan's weeks over the weeks that there are before the last. Pure.
import type { StudyWeek } from '#content/plan.ts';
import type { LeftOut, Mock } from './hours.rules.ts';

/** What was done before the first of the weeks. */
export type DoneBefore = {
  lessons: ReadonlySet<string>;
  questions: number;
  tasks: ReadonlySet<string>;
  mocks: readonly Mock[];
};

/** A week of the pack as far as its lessons are still to do: a finished one has no length, an untouched one has 1. */
type Stretch = { week: StudyWeek; lessons: string[]; from: number; length: number };
type Timeline = { stretches: readonly Stretch[]; total: number; slots: number };

/** `questions` is how many there are to share out. */
export function spreadOver(
  study: readonly StudyWeek[],
  { slots, done, questions }: { slots: number; done: DoneBefore; questions: number },
): { weeks: StudyWeek[]; leftOut: LeftOut } {
  const stretches = stretchesOf(study, done);
  const total = stretches.reduce((sum, { length }) => sum + length, 0);
  const time: Timeline = { stretches, total, slots };
  const lessons = lessonSlots(time);
  const { tasks, mocks } = endSlots(time, done);
  const shares = Array.from({ length: slots }, (_, slot) => shareOf(time, slot));
  const asked = splitByWeight(
    shares.map((share) => (total === 0 ? 1 : share.questions)),
    questions,
  );
  const weeks = shares.map((share, slot): StudyWeek => {
    const task = tasks.taken.get(slot);
    const mock = mocks.taken.get(slot);
    return {
      focus: share.focus,
      lessons: lessons.filter((each) => each.slot === slot).map(({ id }) => id),
      questions: asked[slot] ?? 0,
      reviews: total === 0 ? (study.at(-1)?.reviews ?? 0) : Math.round(share.reviews),
      ...(task === undefined ? {} : { task }),
      mocks: mock === undefined ? [] : [mock],
    };
  });
  return { weeks, leftOut: { tasks: tasks.over, mocks: mocks.over } };
}

function stretchesOf(study: readonly StudyWeek[], done: DoneBefore): Stretch[] {
  let from = 0;
  return study.map((week) => {
    const lessons = week.lessons.filter((id) => !done.lessons.has(id));
    const length = week.lessons.length === 0 ? 0 : lessons.length / week.lessons.length;
    const stretch = { week, lessons, from, length };
    from += length;
    return stretch;
  });
}

function slotAt({ total, slots }: Timeline, place: number): number {
  // A hair's breadth more: sums of parts may fall just short of the whole that they are.
  return total === 0 ? 0 : Math.min(slots - 1, Math.floor((place / total) * slots + 1e-9));
}

function lessonSlots(time: Timeline): { id: string; slot: number }[] {
  return time.stretches.flatMap(({ lessons, from, length }) =>
    lessons.map((id, index) => ({
      id,
      slot: slotAt(time, from + (length * (index + 0.5)) / lessons.length),
    })),
  );
}

/** Tasks and exams stand at the end of their week, and so after the lessons that they rest on. */
function endSlots(time: Timeline, done: DoneBefore) {
  const ends = time.stretches.map(({ week, from, length }) => ({
    week,
    slot: slotAt(time, from + length * (1 - 1e-6)),
  }));
  const tasks = ends.flatMap(({ week: { task }, slot }) =>
    task === undefined || done.tasks.has(task) ? [] : [{ what: task, slot }],
  );
  const mocks = ends.flatMap(({ week, slot }) => week.mocks.map((what) => ({ what, slot })));
  return { tasks: oneEach(tasks, time.slots), mocks: oneEach(withoutSat(mocks, done), time.slots) };
}

/** What a slot takes of the weeks it overlaps. */
function shareOf({ stretches, total, slots }: Timeline, slot: number) {
  const [from, to] = [(total * slot) / slots, (total * (slot + 1)) / slots];
  const share = { questions: 0, reviews: 0, focus: '' };
  let widest = 0;
  for (const { week, from: start, length } of stretches) {
    const overlap = Math.max(0, Math.min(to, start + length) - Math.max(from, start));
    share.questions += overlap * week.questions;
    share.reviews += overlap * week.reviews;
    if (overlap <= widest + 1e-9) continue;
    widest = overlap;
    share.focus = week.focus;
  }
  return share;
}

/** A whole number split by weights, so that the parts add up to it. */
function splitByWeight(weights: readonly number[], whole: number): number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  let reached = 0;
  let given = 0;
  return weights.map((weight) => {
    reached += weight;
    const upTo = sum === 0 ? 0 : Math.round((reached / sum) * whole);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

/** One for each slot, in order: what is missed moves on, and what finds no slot is over. */
function oneEach<T>(wanted: readonly { what: T; slot: number }[], slots: number) {
  const taken = new Map<number, T>();
  const over: T[] = [];
  let free = 0;
  for (const { what, slot } of wanted) {
    const at = Math.max(slot, free);
    if (at >= slots) over.push(what);
    else taken.set(at, what);
    free = Math.min(slots, at + 1);
  }
  return { taken, over };
}

/** Without those that were sat already: the first of each kind. */
function withoutSat<M extends { what: Mock }>(wanted: readonly M[], { mocks }: DoneBefore): M[] {
  const sat = [...mocks];
  return wanted.filter(({ what }) => {
    const index = sat.indexOf(what);
    if (index >= 0) sat.splice(index, 1);
    return index < 0;
  });
}
