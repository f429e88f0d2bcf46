// Time travel: the clock moves on for good, never back, and is where it was after a restart.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startLocalDiscord } from '#local-discord/server.ts';

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

it('tells what whoever started it suggests to move to', async () => {
  const milestones = async () => [{ name: 'The next daily post', at: 5 }];
  const local = await startLocalDiscord({ milestones });
  const answer = await fetch(`${local.url}/local/milestones`);
  expect(await answer.json()).toEqual({ milestones: [{ name: 'The next daily post', at: 5 }] });
  await local.stop();
});
