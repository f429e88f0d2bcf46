import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createClockWatch } from '#bot/clock-watch.ts';

function watching() {
  const said: string[] = [];
  let now = Date.parse('2026-11-26T12:00:00Z');
  const log = pino({ level: 'warn' }, { write: (line: string) => said.push(line) });
  const watch = createClockWatch({ clock: { now: () => new Date(now) }, log });
  return {
    said,
    /** An interaction that Discord made `by` milliseconds ago by our clock, `after` the last one. */
    comes(by: number, after = 20_000) {
      now += after;
      watch(now - by);
    },
  };
}

it('says once that our clock is behind, and what to do; and again when it was right in between', () => {
  const { said, comes } = watching();
  for (let turn = 0; turn < 3; turn += 1) comes(-40 * 60_000);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/"secondsBehind":2400.*NTP/);
  comes(300);
  comes(-5_000);
  expect(said).toHaveLength(2);
});

it('says that it is ahead once that has lasted', () => {
  const { said, comes } = watching();
  for (let turn = 0; turn < 6; turn += 1) comes(30_000);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('"secondsAhead":30');
});

it('is silent about a slow network, about what a lost connection held back, and about a second or two', () => {
  const { said, comes } = watching();
  for (let turn = 0; turn < 9; turn += 1) comes(2_500);
  for (let turn = 0; turn < 9; turn += 1) comes(-2_000);
  for (let turn = 0; turn < 9; turn += 1) comes(20_000, 100);
  expect(said).toEqual([]);
});
