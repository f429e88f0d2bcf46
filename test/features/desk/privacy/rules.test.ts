import { describe, expect, it } from 'vitest';
import { countRows, deletedAt, dueFor } from '#features/desk/privacy/rules.ts';

const DAY = 24 * 3_600_000;
const now = new Date('2028-12-24T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * DAY);

describe('a member who stays away', () => {
  it.each([
    ['is left alone for two years', 729, null, 'nothing'],
    ['is told after two years', 730, null, 'tell'],
    ['has thirty days to come back', 760, 29, 'nothing'],
    ['is deleted after them', 760, 30, 'delete'],
    ['is never deleted without having been told', 4000, null, 'tell'],
    ['is not deleted after coming back, whatever they were told', 10, 40, 'nothing'],
  ] as const)('%s', (_what, away, told, due) => {
    const toldAt = told === null ? null : ago(told);
    expect(dueFor({ memberId: 'm', since: ago(away), toldAt }, now)).toBe(due);
  });

  it('reads on which day that is', () => {
    expect(deletedAt(now)).toEqual(new Date('2029-01-23T12:00:00Z'));
  });
});

describe('what is kept', () => {
  it('is counted by table, most first, empty ones left out', () => {
    expect(countRows({ a: [{}], b: [], c: [{}, {}] })).toEqual([
      { table: 'c', rows: 2 },
      { table: 'a', rows: 1 },
    ]);
  });
});
