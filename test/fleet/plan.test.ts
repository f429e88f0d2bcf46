// Sharing shards out among processes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Process, planShards, unheld } from '#fleet/plan.ts';

const process = (id: string, held: number, most = 16): Process => ({ id, held, most });
const own = { id: 'a', count: 16, loggingIn: 0 };

describe('a process takes', () => {
  it.each([
    ['all that are free, when it is alone', [process('a', 0)], 16, 16],
    ['no more than it may', [process('a', 0, 5)], 16, 5],
    [
      'its part, when there are four',
      [process('a', 1), process('b', 4), process('c', 4), process('d', 4)],
      3,
      3,
    ],
    [
      'no more than its part, whatever is free',
      [process('a', 4), process('b', 0), process('c', 4), process('d', 4)],
      4,
      0,
    ],
    ['one more, where they do not come out even', [process('a', 5), process('b', 5), process('c', 5)], 1, 1],
    ['nothing, when it is not counted as alive', [process('b', 4)], 12, 0],
  ] as const)('%s', (_, processes, free, take) => {
    expect(planShards({ processes, free, overdue: 0 }, own).take).toBe(take);
  });

  it('nothing more while one of its shards has yet to log in: others may have their turn before', () => {
    const picture = { processes: [process('a', 1), process('b', 0)], free: 15, overdue: 0 };
    expect(planShards(picture, { ...own, loggingIn: 1 }).take).toBe(0);
  });
});

it('takes more than its part of what nobody took in time, but no more than it may', () => {
  const processes = [process('a', 4, 6), process('b', 1, 1), process('c', 4), process('d', 4)];
  expect(planShards({ processes, free: 3, overdue: 3 }, own).take).toBe(2);
});

describe('a process gives one', () => {
  it.each([
    [
      'when another has fewer than its part',
      [process('a', 6), process('b', 6), process('c', 4), process('d', 0)],
      0,
      true,
    ],
    [
      'not before everything free is taken',
      [process('a', 6), process('b', 6), process('c', 3), process('d', 0)],
      1,
      false,
    ],
    [
      'not where it has no more than its part',
      [process('a', 1), process('b', 11), process('c', 4), process('d', 0)],
      0,
      false,
    ],
    ['not to somebody who takes no more', [process('a', 8), process('b', 8), process('c', 0, 0)], 0, false],
    ['when it has two and another none', [process('a', 2), process('b', 0), process('c', 14)], 0, true],
    ['not for a difference of one', [process('a', 6), process('b', 5), process('c', 5)], 0, false],
  ] as const)('%s', (_, processes, free, gives) => {
    expect(planShards({ processes, free, overdue: 0 }, own).gives).toBe(gives);
  });
});

it('whatever happened, all shards are held in the end, and nobody holds two more than another', () => {
  const fleets = fc.record({
    count: fc.integer({ min: 1, max: 64 }),
    held: fc.array(fc.integer({ min: 0, max: 64 }), { minLength: 1, maxLength: 8 }),
  });
  fc.assert(
    fc.property(fleets, ({ count, held }) => {
      let left = count;
      const processes = held.map((wanted, index) => {
        const has = Math.min(wanted, left);
        left -= has;
        return process(String(index), has, count);
      });
      for (let step = 0; step < 2_000; step += 1) {
        const mine = processes[step % processes.length];
        if (!mine) continue;
        const plan = planShards({ processes, free: left, overdue: 0 }, { id: mine.id, count, loggingIn: 0 });
        mine.held += plan.take - (plan.gives ? 1 : 0);
        left += (plan.gives ? 1 : 0) - plan.take;
      }
      const all = processes.map((each) => each.held);
      expect(left).toBe(0);
      expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
    }),
  );
});

it('counts the shards that find no place', () => {
  expect(unheld({ processes: [process('a', 4, 4), process('b', 4, 4)] }, 16)).toBe(8);
  expect(unheld({ processes: [process('a', 4, 8), process('b', 4, 8)] }, 16)).toBe(0);
});
