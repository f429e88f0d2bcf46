import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLanes, drain, type OwnedLanes } from '#schedule/lanes.ts';

let now = 0;
let errors: unknown[] = [];
let done: string[] = [];

beforeEach(() => {
  now = 0;
  errors = [];
  done = [];
});

const lanes = (atOnce = 10): OwnedLanes =>
  createLanes({ atOnce, now: () => now, onError: (error) => void errors.push(error) });

/** Work that ends when it is told to. */
function held(name: string) {
  const gate = Promise.withResolvers<void>();
  const work = async () => {
    done.push(`${name} begins`);
    await gate.promise;
    done.push(name);
  };
  const end = async () => {
    gate.resolve();
    await sleep(0);
  };
  return { work, end };
}

describe('lanes', () => {
  it('go on beside each other: a slow one holds up its own work alone, in order', async () => {
    const all = lanes();
    const slow = held('slow');
    all.start('a', slow.work);
    all.start('a', held('next').work);
    all.start('b', async () => void done.push('b'));
    await sleep(0);
    expect(done).toEqual(['slow begins', 'b']);
    await slow.end();
    expect(done).toEqual(['slow begins', 'b', 'slow', 'next begins']);
  });

  it('are bounded in all, and say how much room is left and which are busy', async () => {
    const all = lanes(2);
    const works = ['a', 'b', 'c'].map(held);
    for (const [index, { work }] of works.entries()) all.start(`lane ${index}`, work);
    expect(done).toEqual(['a begins', 'b begins']);
    expect(all.room()).toBe(0);
    expect(all.busy()).toEqual(['lane 0', 'lane 1', 'lane 2']);
    await works[0]?.end();
    expect(done.at(-1)).toBe('c begins');
    await works[1]?.end();
    await works[2]?.end();
    await all.idle();
    expect([all.room(), all.busy()]).toEqual([2, []]);
  });

  it('are fewer from the moment that others share what they take', async () => {
    let most = 4;
    const all = createLanes({ atOnce: () => most, onError: (error) => void errors.push(error) });
    const first = held('first');
    all.start('a', first.work);
    expect(all.room()).toBe(3);
    most = 1;
    all.start('b', held('second').work);
    expect([all.room(), done]).toEqual([0, ['first begins']]);
    await first.end();
    expect(done.at(-1)).toBe('second begins');
  });

  it('leave out work whose turn comes after its claim has run out', async () => {
    const all = lanes();
    const slow = held('slow');
    all.start('a', slow.work);
    all.start('a', async () => void done.push('in time'), 60_000);
    all.start('a', async () => void done.push('too late'), 30_000);
    now = 45_000;
    await slow.end();
    await all.idle();
    expect(done).toEqual(['slow begins', 'slow', 'in time']);
  });

  it('go on after work that throws, which is told', async () => {
    const all = lanes();
    all.start('a', () => Promise.reject(new Error('fault')));
    all.start('a', async () => void done.push('a'));
    await all.idle();
    expect(done).toEqual(['a']);
    expect(errors).toEqual([new Error('fault')]);
  });

  it('go through thousands without one more than allowed at once', async () => {
    const all = lanes(7);
    let atOnce = 0;
    let most = 0;
    for (let index = 0; index < 2_000; index += 1) {
      all.start(`lane ${index % 100}`, async () => {
        most = Math.max(most, ++atOnce);
        await sleep(0);
        atOnce -= 1;
        done.push('');
      });
    }
    await all.idle();
    expect([most, done.length]).toEqual([7, 2_000]);
  });

  it('stop: what waits is not begun, what is underway is waited for', async () => {
    const all = lanes();
    const slow = held('slow');
    all.start('a', slow.work);
    all.start('a', async () => void done.push('never'));
    const stopped = all.stop(5_000).then(() => done.push('stopped'));
    all.start('b', async () => void done.push('never'));
    await slow.end();
    await stopped;
    expect(done).toEqual(['slow begins', 'slow', 'stopped']);
  });

  it('stop: but no longer than the limit', async () => {
    const all = lanes();
    all.start('a', held('for ever').work);
    const began = performance.now();
    await all.stop(50);
    expect(performance.now() - began).toBeLessThan(1_000);
    now = 3_000;
    expect(all.oldestSeconds()).toBe(3);
  });
});

describe('draining', () => {
  /** So many that are due, each taking a turn of the event loop. */
  const dueIn = (all: OwnedLanes, count: number) => {
    let left = count;
    const claims: number[] = [];
    return {
      claims,
      left: () => left,
      run: () =>
        drain(
          all,
          async (limit) => {
            const taken = Math.min(limit, left);
            left -= taken;
            claims.push(taken);
            return Array.from({ length: taken }, (_, index) => `${left}-${index}`);
          },
          (item) => all.start(item, async () => void (await sleep(1))),
        ),
    };
  };

  it('goes on within one tick until nothing more is due, half of the lanes at a time at least', async () => {
    const all = lanes(10);
    const due = dueIn(all, 95);
    await due.run();
    expect(due.left()).toBe(0);
    expect(due.claims[0]).toBe(10);
    expect(due.claims.slice(1, -1).every((taken) => taken >= 5)).toBe(true);
    await all.idle();
  });

  it('uses what room there is, however many lanes are held up', async () => {
    const all = lanes(10);
    const stuck = Array.from({ length: 8 }, (_, index) => held(`stuck ${index}`));
    for (const [index, { work }] of stuck.entries()) all.start(`lane ${index}`, work);
    const due = dueIn(all, 1);
    await due.run();
    expect(due.left()).toBe(0);
    for (const { end } of stuck) await end();
    await all.idle();
  });

  it('claims once where little is due, and nothing after the lanes were stopped', async () => {
    const all = lanes(10);
    const few = dueIn(all, 3);
    await few.run();
    expect(few.claims).toEqual([3]);
    const many = dueIn(all, 50);
    const draining = many.run();
    await all.stop(100);
    await draining;
    expect(many.left()).toBeGreaterThan(0);
  });
});
