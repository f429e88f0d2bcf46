// Servers' coming and going, noted however often the database is away meanwhile.
import { expect, it } from 'vitest';
import type { BotApp, Feature } from '#bot/feature.ts';
import { createServerNotes } from '#bot/server-notes.ts';
import { until } from '../support/cohort.ts';
import { silentLog } from '../support/database.ts';

const AGAIN_AFTER_MS = 1;

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

function noting({ failures = 0 } = {}) {
  const noted: string[] = [];
  let left = failures;
  const note =
    (hook: string) =>
    async (_: BotApp, { serverId }: { serverId: string }) => {
      // A later word may come while this one is under way.
      await new Promise((resolve) => setImmediate(resolve));
      left -= 1;
      if (left >= 0) throw new Error('the database is away');
      noted.push(`${hook} ${serverId}`);
    };
  const feature: Feature = { joined: note('joined'), left: note('left') };
  // safe: only the log is used
  const notes = createServerNotes({ log: silentLog } as unknown as BotApp, [feature], {
    againAfterMs: AGAIN_AFTER_MS,
  });
  return { notes, noted };
}

it('a note that failed is made again until it works', async () => {
  const { notes, noted } = noting({ failures: 3 });
  notes.tell('joined', 's1');
  await until(() => noted.length > 0);
  expect(noted).toEqual(['joined s1']);
});

it('the last word on a server is the one that is written last, also after failures', async () => {
  const { notes, noted } = noting({ failures: 2 });
  notes.tell('left', 's1');
  notes.tell('joined', 's1');
  notes.tell('left', 's2');
  await until(() => noted.includes('left s2') && noted.includes('joined s1'));
  expect(noted.filter((note) => note.endsWith('s1')).at(-1)).toBe('joined s1');
});

it('a server in which the bot is used is noted as there, once in a while', async () => {
  const { notes, noted } = noting();
  for (let count = 0; count < 5; count += 1) notes.seen('s1');
  await until(() => noted.length > 0);
  notes.seen('s1');
  await new Promise((resolve) => setImmediate(resolve));
  expect(noted).toEqual(['joined s1']);
});

it('nothing is tried any more after the end', async () => {
  const { notes, noted } = noting({ failures: 1 });
  notes.tell('joined', 's1');
  notes.stop();
  await new Promise((resolve) => setTimeout(resolve, 5 * AGAIN_AFTER_MS));
  expect(noted).toEqual([]);
});

it('a note that fails while all ends leaves no timer behind: it would keep the process', async () => {
  const { notes } = noting({ failures: 1 });
  const before = timers();
  notes.tell('joined', 's1');
  notes.stop();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(timers()).toBe(before);
});
