import { expect, it } from 'vitest';
import { parseDay } from '#lib/typed-day.ts';

it.each([
  ['2026-11-26', '2026-11-26'],
  [' 26.11.2026 ', '2026-11-26'],
  ['1.2.2026', '2026-02-01'],
  ['2026-02-30', null],
  ['30.2.2026', null],
  ['9999-12-31', null],
  ['yesterday', null],
  ['', null],
])('a day typed as %j is %j', (typed, date) => expect(parseDay(typed)).toBe(date));
