import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closesWhenSent,
  drawOptionOrder,
  isClosedAt,
  letterOf,
  mayClose,
  retryDelayMs,
} from '#features/record/post/rules.ts';
import { makeQuestion, seededRandom } from '../../../support/pack.ts';

const at = (text: string) => new Date(`2026-11-23T${text}:00Z`);

describe('posts', () => {
  it('never close without a closing time', () => {
    expect(isClosedAt({ closesAt: null }, at('23:59'))).toBe(false);
  });

  it('may be closed early by the asker and by moderators', () => {
    expect(mayClose({ kind: 'quiz', askedBy: '1' }, { id: '1', isModerator: false })).toBe(true);
    expect(mayClose({ kind: 'quiz', askedBy: '1' }, { id: '2', isModerator: true })).toBe(true);
    expect(mayClose({ kind: 'quiz', askedBy: '1' }, { id: '2', isModerator: false })).toBe(false);
    expect(mayClose({ kind: 'daily', askedBy: null }, { id: '2', isModerator: false })).toBe(false);
  });

  it('are closed early by nobody when only one member sees them', () => {
    expect(mayClose({ kind: 'private', askedBy: '1' }, { id: '1', isModerator: true })).toBe(false);
  });

  it('that are short begin when they are sent, and long ones end when they were said to', () => {
    const made = { createdAt: at('10:00'), closesAt: at('10:30') };
    expect(closesWhenSent(made, at('10:20'))).toEqual(at('10:50'));
    const day = { createdAt: at('10:00'), closesAt: new Date('2026-11-24T09:00:00Z') };
    expect(closesWhenSent(day, at('13:00'))).toEqual(day.closesAt);
    expect(closesWhenSent({ ...made, closesAt: null }, at('10:20'))).toBeNull();
  });

  it('back off from a minute to an hour when they cannot be sent', () => {
    expect([1, 2, 3, 6, 7, 50].map((attempts) => retryDelayMs(attempts) / 60_000)).toEqual([
      1, 2, 4, 32, 60, 60,
    ]);
  });

  it('show every option under exactly one letter', () => {
    const question = makeQuestion({ keys: 3 });
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const order = drawOptionOrder(question, seededRandom(seed));
        expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
        expect(order.map((id) => letterOf(order, id))).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
      }),
    );
    expect(() => letterOf(['a'], 'z')).toThrow('z');
  });

  it('put the key on every letter about equally often', () => {
    const random = seededRandom(7);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 4000; draw += 1) {
      const letter = letterOf(drawOptionOrder(makeQuestion(), random), 'a');
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(count).toBeGreaterThan(880);
    expect(counts.size).toBe(4);
  });
});
