// What is read from what was typed, and when a change would cost a streak a day.

import { describe, expect, it } from 'vitest';
import { earliestOpen, parseStart, skippedInto } from '#features/desk/settings/rules.ts';
import type { Watched } from '#features/people/member/day-watcher.ts';
import { streakOn } from '#features/standing/streak/rules.ts';
import { findLanguage } from '#lib/language-choice.ts';
import { localDateAt } from '#lib/local-date.ts';

/** A streak of nine days, as what hangs on a member's days. */
const streak = (lastDate: string, freezes = 0): Watched => ({
  lastDate,
  on({ now, rules, isNeutral }) {
    const own = { current: 9, longest: 9, lastDate, freezes, progress: 2 };
    const { current, frozen } = streakOn(own, localDateAt(now, rules.zone, rules.dayStart), isNeutral);
    return { length: current, paid: frozen.length };
  },
});

describe('the first day of a pause', () => {
  it.each([
    [null, '2026-11-23'],
    ['Today', '2026-11-23'],
    ['tomorrow', '2026-11-24'],
    ['2026-12-24', '2026-12-24'],
    ['2026-02-30', null],
    ['24.12.2026', '2026-12-24'],
    ['32.12.2026', null],
    ['', null],
  ])('%s is %s', (typed, date) => {
    expect(parseStart(typed, '2026-11-23')).toBe(date);
  });

  it('is never before a day that counts already, also when a zone change moved today back', () => {
    expect(earliestOpen('2026-11-23', [streak('2026-11-24')])).toBe('2026-11-24');
    expect(earliestOpen('2026-11-23', [streak('2026-11-20')])).toBe('2026-11-23');
    expect(earliestOpen('2026-11-23', [])).toBe('2026-11-23');
    expect(earliestOpen('2026-11-23', [streak('2026-11-24'), streak('2026-11-20')])).toBe('2026-11-24');
  });
});

describe('a change of zone', () => {
  const honolulu = { zone: 'Pacific/Honolulu', dayStart: 0 };
  const kiritimati = { zone: 'Pacific/Kiritimati', dayStart: 0 };
  // 23 November in Honolulu, 24 November on Kiritimati.
  const skip = (own: Watched | null, from = honolulu, to = kiritimati) =>
    skippedInto(
      { watched: own ? [own] : [], pauses: [], outages: [], now: new Date('2026-11-23T11:00:00Z') },
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

  it('is stopped by one of several things that hang on the days, whatever the others say', () => {
    const fine: Watched = { lastDate: '2026-11-23', on: () => ({ length: 3, paid: 0 }) };
    const standing = { pauses: [], outages: [], now: new Date('2026-11-23T11:00:00Z') };
    const change = { from: honolulu, to: kiritimati };
    expect(skippedInto({ ...standing, watched: [fine, fine] }, change)).toBeNull();
    expect(skippedInto({ ...standing, watched: [fine, streak('2026-11-22')] }, change)).toBe('2026-11-24');
  });

  it('holds for the hour at which the day begins as well', () => {
    const night = new Date('2026-11-23T03:00:00Z');
    const standing = { watched: [streak('2026-11-21')], pauses: [], outages: [], now: night };
    const late = { zone: 'UTC', dayStart: 4 };
    expect(skippedInto(standing, { from: late, to: { zone: 'UTC', dayStart: 0 } })).toBe('2026-11-23');
    expect(skippedInto(standing, { from: { zone: 'UTC', dayStart: 0 }, to: late })).toBeNull();
  });
});

describe('a language', () => {
  const languages = [
    { code: 'en', name: 'English' },
    { code: 'de', name: 'Deutsch' },
  ];
  it.each([
    ['de', 'de'],
    ['DEUTSCH', 'de'],
    [' English ', 'en'],
  ])('%s is %s', (typed, code) => {
    expect(findLanguage(languages, typed)).toMatchObject({ code });
  });

  it('is none of their own as in Discord, and unknown when we do not speak it', () => {
    expect(findLanguage(languages, 'discord')).toBeNull();
    expect(findLanguage(languages, 'fr')).toBe('unknown');
    expect(findLanguage(languages, '')).toBe('unknown');
  });
});
