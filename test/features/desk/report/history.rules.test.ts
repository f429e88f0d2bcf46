import { describe, expect, it } from 'vitest';
import { officialHistory, ownHistory } from '#features/desk/report/history.rules.ts';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));

describe('the history of a question', () => {
  it('of an official one says what was released, and what reviewers made of it, the newest first', () => {
    const kept = [
      { version: 1, at: day(1) },
      { version: 1001, at: day(5) },
      { version: 2, at: day(9) },
    ];
    const amended = [{ version: 1001, kind: 'key' as const, at: day(5), by: 'ada', undoneAt: day(6) }];
    expect(officialHistory(kept, amended)).toEqual([
      { version: 2, made: 'released', at: day(9), by: null, isUndone: false },
      { version: 1001, made: 'key', at: day(5), by: 'ada', isUndone: true },
      { version: 1, made: 'released', at: day(1), by: null, isUndone: false },
    ]);
  });

  it('of a server’s own says who wrote it, and which changes came of tickets', () => {
    const kept = [1, 2, 3].map((version) => ({ version, at: day(version) }));
    const decided = [
      { questionVersion: 1, status: 'amended' as const, decidedAt: day(2), decidedBy: 'grace' },
      { questionVersion: 3, status: 'retired' as const, decidedAt: day(4), decidedBy: null },
    ];
    const steps = ownHistory(kept, { author: 'linus', decided });
    expect(steps.map(({ version, made, by }) => [version, made, by])).toEqual([
      [3, 'retired', null],
      [3, 'edited', null],
      [2, 'text', 'grace'],
      [1, 'written', 'linus'],
    ]);
  });
});
