// The one queue of rebuilds: what is put into it comes out right, whoever is killed or fails in between.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import type { Projection, Scope } from '#features/record/projection.ts';
import { rebuildStale, takeStale } from '#features/record/stale/actions.ts';
import { jobs } from '#features/record/stale/jobs.ts';
import { markStale } from '#features/record/stale/mark.ts';
import { stale } from '#features/record/stale/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { runJob } from '../../../support/jobs.ts';
import { emptyTables } from '../../../support/rows.ts';

const START = new Date('2026-11-26T10:00:00Z');
let test: TestDatabase;
let now = START;
/** "name scope" of every rebuild that was run to its end. */
let rebuilt: string[] = [];
let during: (what: string, scope: Scope) => Promise<void> = async () => undefined;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = START;
  rebuilt = [];
  during = async () => undefined;
  await emptyTables(test.db);
});

function projection(name: string, brokenBy: Projection['brokenBy']): Projection {
  return {
    name,
    read: null,
    decide: () => ({ rows: [], told: null }),
    write: () => [],
    brokenBy,
    async rebuild(_, scope) {
      await during(name, scope);
      rebuilt.push(`${name} ${scope.kind === 'everyone' ? scope.since : scope.id}`);
      return 0;
    },
    personal: { columns: [], read: async () => ({}), erase: async () => undefined },
  };
}

const projections = [projection('boards', ['zone-moved']), projection('days', ['outage', 'zone-moved'])];
const deps = () => ({ db: test.db, clock: { now: () => now }, projections, log: silentLog });
// safe: the job uses nothing else
const run = () => runJob(jobs, 'rebuild-stale', { app: deps() as unknown as BotApp, now });
const server = (id: string): Scope => ({ kind: 'server', id });
const outage = (id: string) => markStale(deps(), { by: 'outage', scope: server(id), since: now });
const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const queued = async () =>
  (await test.db.select().from(stale)).map(({ what, scope }) => `${what} ${scope}`).toSorted();

describe('marking', () => {
  it('puts every standing into the queue that the change breaks, and no other', async () => {
    await outage('s1');
    expect(await queued()).toEqual(['days server:s1']);
    await markStale(deps(), {
      by: 'zone-moved',
      scope: { kind: 'everyone', since: '2026-11-24' },
      since: now,
    });
    expect(await queued()).toEqual([
      'boards everyone:2026-11-24',
      'days everyone:2026-11-24',
      'days server:s1',
    ]);
  });

  it('leaves nothing when the transaction of the change is rolled back', async () => {
    const change = test.db.transaction(async (tx) => {
      await markStale({ db: tx, projections }, { by: 'zone-moved', scope: server('s1'), since: now });
      throw new Error('the change itself failed');
    });
    await expect(change).rejects.toThrow('the change itself failed');
    expect(await queued()).toEqual([]);
  });
});

describe('rebuilding', () => {
  it('happens at once, and once more a minute after the change for answers that were underway', async () => {
    await outage('s1');
    await run();
    expect(rebuilt).toEqual(['days s1']);
    pass(59);
    await run();
    expect(rebuilt).toHaveLength(1);
    pass(1);
    await run();
    expect(rebuilt).toEqual(['days s1', 'days s1']);
    expect(await queued()).toEqual([]);
  });

  it('is not lost with a process that was killed: its lease ends and another takes it', async () => {
    await outage('s1');
    expect(await takeStale(deps())).toHaveLength(1);
    pass(599);
    expect(await takeStale(deps())).toEqual([]);
    pass(1);
    await run();
    expect(rebuilt).toEqual(['days s1']);
    expect(await queued()).toEqual([]);
  });

  it('is done by one process of any number, and no process takes more than it can do', async () => {
    for (const id of ['s1', 's2', 's3', 's4', 's5', 's6', 's7']) await outage(id);
    expect(await takeStale(deps())).toHaveLength(2);
    await Promise.all(Array.from({ length: 6 }, run));
    expect(rebuilt).toHaveLength(5);
    expect(new Set(rebuilt).size).toBe(5);
  });

  it('does not settle a change that came while it was underway', async () => {
    await outage('s1');
    const [claimed] = await takeStale(deps());
    if (!claimed) throw new Error('nothing was claimed');
    pass(120);
    during = async () => {
      during = async () => undefined;
      pass(1);
      await outage('s1');
    };
    await rebuildStale(deps(), claimed);
    expect(await queued()).toEqual(['days server:s1']);
    // Free at once, not only when the first one's lease ends; and once more a minute after the second change.
    await run();
    pass(60);
    await run();
    expect(rebuilt).toHaveLength(3);
    expect(await queued()).toEqual([]);
  });

  it('that fails is put off ever longer and told, and the others go on', async () => {
    await outage('bad');
    await outage('good');
    during = async (_, scope) => {
      if (scope.kind === 'server' && scope.id === 'bad') throw new Error('a zone that nobody knows');
    };
    await expect(run()).rejects.toThrow('1 of 2 failed');
    expect(rebuilt).toEqual(['days good']);
    const [bad] = (await test.db.select().from(stale)).filter(({ scope }) => scope === 'server:bad');
    expect(bad?.leaseUntil).toEqual(new Date(now.getTime() + 60_000));
    // Among many that are due later, the failing one does not come first again.
    for (const id of ['s1', 's2', 's3']) await outage(id);
    pass(60);
    await run();
    expect(rebuilt).toContain('days s1');
    await run().catch(() => undefined);
    await run().catch(() => undefined);
    const [again] = (await test.db.select().from(stale)).filter(({ scope }) => scope === 'server:bad');
    expect(again?.leaseUntil).toEqual(new Date(now.getTime() + 120_000));
    expect(again?.attempts).toBe(2);
  });

  it('of a standing whose feature was deleted is forgotten, as is a scope that nobody writes', async () => {
    await test.db.insert(stale).values([
      { what: 'cards', scope: 'member:1', since: now },
      { what: 'days', scope: 'galaxy:7', since: now },
    ]);
    await run();
    expect(rebuilt).toEqual([]);
    expect(await queued()).toEqual([]);
  });

  it('waits for nobody who marks at the same time', async () => {
    await outage('s1');
    const open = Promise.withResolvers<void>();
    const change = test.db.transaction(async (tx) => {
      await markStale({ db: tx, projections }, { by: 'zone-moved', scope: server('s2'), since: now });
      await open.promise;
    });
    await sleep(50);
    await run();
    expect(rebuilt).toEqual(['days s1']);
    open.resolve();
    await change;
    await run();
    expect(rebuilt.toSorted()).toEqual(['boards s2', 'days s1', 'days s2']);
  });
});
