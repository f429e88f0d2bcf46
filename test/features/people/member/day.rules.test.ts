// Which of a member's days are neutral for everybody: those on which the bot was away for long.
import { describe, expect, it } from 'vitest';
import { neutralDays } from '#features/people/member/day.rules.ts';

describe('neutral days', () => {
  const berlin = { zone: 'Europe/Berlin', dayStart: 0 };
  const outage = (fromAt: string, toAt: string) => ({ fromAt: new Date(fromAt), toAt: new Date(toAt) });

  it('of an outage are those with more than six hours of it, in the member’s own day', () => {
    const six = neutralDays([], [outage('2026-01-05T00:00Z', '2026-01-05T06:00Z')], berlin);
    const longer = neutralDays([], [outage('2026-01-05T00:00Z', '2026-01-05T06:01Z')], berlin);
    expect(six('2026-01-05')).toBe(false);
    expect(longer('2026-01-05')).toBe(true);
    // The same seven hours lie on two days for members whose midnight is in the middle of them.
    const seven = [outage('2026-01-05T15:00Z', '2026-01-05T22:00Z')];
    expect(neutralDays([], seven, berlin)('2026-01-05')).toBe(true);
    const kolkata = neutralDays([], seven, { zone: 'Asia/Kolkata', dayStart: 0 });
    expect([kolkata('2026-01-05'), kolkata('2026-01-06')]).toEqual([false, false]);
  });

  it('count overlapping outages once, and add up separate ones', () => {
    const same = [
      outage('2026-01-05T08:00Z', '2026-01-05T12:00Z'),
      outage('2026-01-05T09:00Z', '2026-01-05T13:00Z'),
    ];
    const apart = [
      outage('2026-01-05T16:00Z', '2026-01-05T20:00Z'),
      outage('2026-01-05T08:00Z', '2026-01-05T12:00Z'),
    ];
    expect(neutralDays([], same, berlin)('2026-01-05')).toBe(false);
    expect(neutralDays([], apart, berlin)('2026-01-05')).toBe(true);
  });
});
