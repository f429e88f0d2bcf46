// What is offered while typing, and when a change would cost a streak a day.
import { describe, expect, it } from 'vitest';
import { earliestOpen, offerStarts, offerZones, parseStart, skippedInto } from '#features/desk/settings/rules.ts';
import type { Streak } from '#features/standing/streak/rules.ts';

const now = new Date('2026-11-23T10:00:00Z');
const offer = (typed: string) => offerZones(typed, { serverZone: 'Europe/Berlin', now });
const streak = (lastDate: string, freezes = 0): Streak => ({
  current: 9,
  longest: 9,
  lastDate,
  freezes,
  progress: 2,
});

describe('time zones offered', () => {
  it('begin with the server’s own when nothing is typed, at most 25 in all', () => {
    const offered = offer('');
    expect(offered[0]).toEqual({
      name: 'This server’s zone: Europe/Berlin (now 11:00)',
      value: 'server',
    });
    expect(offered.length).toBeGreaterThan(10);
    expect(offered.length).toBeLessThanOrEqual(25);
    expect(offered.every(({ name }) => name.length <= 100)).toBe(true);
  });

  it('match a city, and show its time', () => {
    expect(offer('kolk')[0]).toEqual({ name: 'Asia/Kolkata (now 15:30)', value: 'Asia/Kolkata' });
    expect(offer('new york')[0]?.value).toBe('America/New_York');
  });

  it.each([
    ['+5:45', 'Asia/Kathmandu'],
    ['UTC+14', 'Pacific/Kiritimati'],
    ['gmt -3:30', 'America/St_Johns'],
    ['+0', 'UTC'],
    ['+10:30', 'Australia/Adelaide'],
  ])('match the offset %s as it is now: %s', (typed, zone) => {
    const values = offer(typed).map(({ value }) => value);
    const known = [zone, zone.replace('Kathmandu', 'Katmandu')];
    expect(values.some((value) => known.includes(value))).toBe(true);
  });
});

describe('the first day of a pause', () => {
  it.each([
    [null, '2026-11-23'],
    ['Today', '2026-11-23'],
    ['tomorrow', '2026-11-24'],
    ['2026-12-24', '2026-12-24'],
    ['2026-02-30', null],
    ['24.12.2026', null],
    ['', null],
  ])('%s is %s', (typed, date) => {
    expect(parseStart(typed, '2026-11-23')).toBe(date);
  });

  it('is offered by weekday', () => {
    expect(offerStarts('', '2026-11-23').slice(0, 3)).toEqual([
      { name: 'Today – 2026-11-23', value: '2026-11-23' },
      { name: 'Tomorrow – 2026-11-24', value: '2026-11-24' },
      { name: 'Wednesday – 2026-11-25', value: '2026-11-25' },
    ]);
    expect(offerStarts('sund', '2026-11-23')[0]?.value).toBe('2026-11-29');
  });

  it('is never before a day that counts already, also when a zone change moved today back', () => {
    expect(earliestOpen('2026-11-23', streak('2026-11-24'))).toBe('2026-11-24');
    expect(earliestOpen('2026-11-23', streak('2026-11-20'))).toBe('2026-11-23');
    expect(earliestOpen('2026-11-23', null)).toBe('2026-11-23');
  });
});

describe('a change of zone', () => {
  const honolulu = { zone: 'Pacific/Honolulu', dayStart: 0 };
  const kiritimati = { zone: 'Pacific/Kiritimati', dayStart: 0 };
  // 23 November in Honolulu, 24 November on Kiritimati.
  const skip = (own: Streak | null, from = honolulu, to = kiritimati) =>
    skippedInto(
      { streak: own, pauses: [], outages: [], now: new Date('2026-11-23T11:00:00Z') },
      { from, to },
    );

  it('is stopped when it leaves out a day that the streak still needs, or would cost a freeze', () => {
    expect(skip(streak('2026-11-22'))).toBe('2026-11-24');
    expect(skip(streak('2026-11-22', 1))).toBe('2026-11-24');
  });

  it('goes through once that day has its answer, without a streak, and in the other direction', () => {
    expect(skip(streak('2026-11-23'))).toBeNull();
    expect(skip(streak('2026-11-01'))).toBeNull();
    expect(skip(null)).toBeNull();
    expect(skip(streak('2026-11-23'), kiritimati, honolulu)).toBeNull();
  });

  it('holds for the hour at which the day begins as well', () => {
    const night = new Date('2026-11-23T03:00:00Z');
    const standing = { streak: streak('2026-11-21'), pauses: [], outages: [], now: night };
    const late = { zone: 'UTC', dayStart: 4 };
    expect(skippedInto(standing, { from: late, to: { zone: 'UTC', dayStart: 0 } })).toBe('2026-11-23');
    expect(skippedInto(standing, { from: { zone: 'UTC', dayStart: 0 }, to: late })).toBeNull();
  });
});
