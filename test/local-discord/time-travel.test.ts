// Time travel: the clock moves on for good, never back, and is where it was after a restart.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startLocalDiscord } from '#local-discord/server.ts';
import { ALONE } from '#local-discord/travel.ts';

const HOUR = 3_600_000;

it('keeps running after it was moved, and is never moved back', async () => {
  let machine = 1_000_000_000_000;
  const local = await startLocalDiscord({ now: () => machine });
  local.clock.shift(HOUR);
  machine += 5;
  expect(local.clock.now()).toBe(1_000_000_000_005 + HOUR);
  expect(() => local.clock.shift(-1)).toThrow(RangeError);
  const answer = await fetch(`${local.url}/local/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ to: machine }),
  });
  expect(await answer.json()).toEqual({ error: 'The clock only moves forwards.' });
  await local.stop();
});

it('survives a restart: time and ids go on where they were', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cohort-clock-'));
  const now = () => 1_700_000_000_000;
  const first = await startLocalDiscord({ dataDir, now });
  first.clock.shift(25 * HOUR);
  const before = first.createGuild({ name: 'Study group' }).id;
  await first.stop();
  const second = await startLocalDiscord({ dataDir, now });
  expect(second.clock.now()).toBe(now() + 25 * HOUR);
  expect(BigInt(second.createGuild({ name: 'Another' }).id)).toBeGreaterThan(BigInt(before));
  await second.stop();
  await rm(dataDir, { recursive: true });
});

it('walks in strides short of six hours, stops at every milestone, and waits for the bot at each stop', async () => {
  const start = 1_700_000_000_000;
  const stops: number[] = [];
  let pausedAt = Number.POSITIVE_INFINITY;
  const local = await startLocalDiscord({
    now: () => start,
    companion: {
      milestones: async () => [{ name: 'a post', at: start + 3 * HOUR }],
      pause: async () => {
        pausedAt = local.clock.now();
      },
      settle: async () => {
        // Nothing ran between the clock's move and this.
        expect(pausedAt).toBeLessThan(local.clock.now());
        stops.push((local.clock.now() - start) / HOUR);
      },
    },
  });
  const moveTo = (hours: number) =>
    fetch(`${local.url}/local/clock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ to: start + hours * HOUR }),
    });
  // Two journeys at once do not add up.
  await Promise.all([moveTo(6), moveTo(6)]);
  expect(stops).toEqual([2, 3, 5, 6]);
  await moveTo(7);
  expect(stops.at(-1)).toBe(7);
  await local.stop();
});

it('tells what whoever started it suggests to move to', async () => {
  const milestones = async () => [{ name: 'The next daily post', at: 5 }];
  const local = await startLocalDiscord({ companion: { ...ALONE, milestones } });
  const answer = await fetch(`${local.url}/local/milestones`);
  expect(await answer.json()).toEqual({ milestones: [{ name: 'The next daily post', at: 5 }] });
  await local.stop();
});
