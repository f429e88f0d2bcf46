// What a changed key is, and what it does to places.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '#content/pack.ts';
import { becomesRight, mayUndo, movedPlaces, withKey } from '#features/desk/report/ticket.rules.ts';
import { makeQuestion } from '../../../support/pack.ts';

describe('another key', () => {
  it('is one to three options of the question, and not all of them', () => {
    const question = makeQuestion();
    expect(keyOf(withKey(question, ['b']) ?? question)).toEqual(['b']);
    expect(withKey(question, [])).toBeNull();
    expect(withKey(question, ['a', 'b', 'c', 'd'])).toBeNull();
    expect(withKey(question, ['z'])).toBeNull();
  });

  it.each([
    ['rekeyed', ['b'], ['b'], true],
    ['rekeyed', ['a', 'c'], ['c', 'a'], true],
    ['rekeyed', ['a', 'c'], ['a'], false],
    ['either', ['a', 'b'], ['b'], true],
    ['either', ['a', 'b'], ['a', 'b'], false],
    ['either', ['a', 'b'], ['c'], false],
  ] as const)('%s %j makes %j right: %s', (kind, key, picks, isRight) => {
    expect(becomesRight(kind, key, picks)).toBe(isRight);
  });
});

describe('places', () => {
  const score = (memberId: string, points: number) => ({ memberId, points });

  it('that change are those of who passes and of who is passed; ties share one', () => {
    const board = [score('ada', 6), score('bob', 4), score('eve', 2)];
    expect(movedPlaces(board, new Map())).toBe(0);
    expect(movedPlaces(board, new Map([['bob', 1]]))).toBe(0);
    expect(movedPlaces(board, new Map([['bob', 3]]))).toBe(2);
    expect(movedPlaces(board, new Map([['bob', 2]]))).toBe(1);
    expect(movedPlaces(board, new Map([['eve', 9]]))).toBe(3);
  });

  it('do not change when all gain the same', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 30 }), fc.nat(5), (points, gain) => {
        const board = points.map((each, index) => score(String(index), each));
        const gained = new Map(board.map(({ memberId }) => [memberId, gain]));
        expect(movedPlaces(board, gained)).toBe(0);
      }),
    );
  });
});

it('a decision is taken back within a day, and only once it is made', () => {
  const startedAt = new Date('2026-11-26T10:00:00Z');
  const at = (hours: number) => new Date(startedAt.getTime() + hours * 3_600_000);
  expect(mayUndo({ state: 'done', startedAt }, at(23))).toBe(true);
  expect(mayUndo({ state: 'done', startedAt }, at(24))).toBe(false);
  expect(mayUndo({ state: 'running', startedAt }, at(1))).toBe(false);
  expect(mayUndo({ state: 'undone', startedAt }, at(1))).toBe(false);
});
