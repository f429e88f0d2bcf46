import { describe, expect, it } from 'vitest';
import { findZones, parseZone } from '#features/people/server/zones.rules.ts';

describe('finding a time zone', () => {
  it.each([
    ['berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['Europe/Ber', 'Europe/Berlin'],
    ['kolkata', 'Asia/Kolkata'],
    ['utc', 'UTC'],
    ['Berln', 'Europe/Berlin'],
    ['Sydny', 'Australia/Sydney'],
  ])('%s offers %s first', (typed, zone) => expect(findZones(typed, 25)[0]).toBe(zone));
  it('offers common ones when nothing is typed, and nothing for nonsense', () => {
    expect(findZones('', 25)).toContain('Europe/Berlin');
    expect(findZones('zzzzzzzz', 25)).toEqual([]);
  });
  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['utc', 'UTC'],
    ['Berln', null],
    ['', null],
    ['+05:30', null],
    ['Europe/Nowhere', null],
  ])('reads %s as %s', (typed, zone) => expect(parseZone(typed)).toBe(zone));
});
