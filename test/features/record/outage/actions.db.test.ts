import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import { projections } from '#features/index.ts';
import { clockMoved, recordHeartbeat, recordMissed } from '#features/record/outage/actions.ts';
import { jobs } from '#features/record/outage/jobs.ts';
import { heartbeats, outages } from '#features/record/outage/table.ts';
import { stale } from '#features/record/stale/table.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';
import { runJob } from '../../../support/jobs.ts';
import { emptyTables } from '../../../support/rows.ts';

let test: TestDatabase;
const at = (iso: string) => ({ db: test.db, projections, clock: { now: () => new Date(iso) } });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => emptyTables(test.db));

describe('heartbeats', () => {
  it('leave no outage while they come, and none for a deployment', async () => {
    expect(await recordHeartbeat(at('2026-11-23T00:00:00Z'))).toBeNull();
    expect(await recordHeartbeat(at('2026-11-23T00:01:00Z'))).toBeNull();
    expect(await recordHeartbeat(at('2026-11-23T00:16:00Z'))).toBeNull();
    expect(await test.db.$count(outages)).toBe(0);
  });

  it('record an absence of more than 15 minutes once, however many processes come back at once', async () => {
    await recordHeartbeat(at('2026-11-23T00:00:00Z'));
    const found = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        recordHeartbeat(at(`2026-11-23T00:16:${String(index).padStart(2, '0')}Z`)),
      ),
    );
    expect(found.filter((outage) => outage !== null)).toHaveLength(1);
    const [row, ...more] = await test.db.select().from(outages);
    expect(more).toEqual([]);
    expect(row?.fromAt).toEqual(new Date('2026-11-23T00:00:00Z'));
    expect(row?.toAt.getTime()).toBeGreaterThanOrEqual(new Date('2026-11-23T00:16:00Z').getTime());
    const [last] = await test.db.select().from(heartbeats);
    expect(last?.at).toEqual(new Date('2026-11-23T00:16:11Z'));
  });

  it('never go back, when one process’ clock is behind', async () => {
    await recordHeartbeat(at('2026-11-23T08:00:00Z'));
    await recordHeartbeat(at('2026-11-23T07:59:00Z'));
    expect((await test.db.select().from(heartbeats))[0]?.at).toEqual(new Date('2026-11-23T08:00:00Z'));
  });

  it('put what rests on days into the queue of rebuilds, in the transaction that records the outage', async () => {
    await recordHeartbeat(at('2026-11-23T00:00:00Z'));
    await recordHeartbeat(at('2026-11-23T08:00:00Z'));
    expect(await test.db.select({ what: stale.what, scope: stale.scope }).from(stale)).toEqual([
      { what: 'streak', scope: 'everyone:2026-11-21' },
    ]);
  });

  it('take a clock that was moved on for no absence', async () => {
    await recordHeartbeat(at('2026-11-23T00:00:00Z'));
    await clockMoved(at('2026-11-24T00:00:00Z'));
    expect(await recordHeartbeat(at('2026-11-24T00:01:00Z'))).toBeNull();
    expect(await test.db.$count(outages)).toBe(0);
  });

  it('without Discord count for nothing: the outage goes on', async () => {
    let isConnected = true;
    const beat = (iso: string) => {
      const channels = { isConnected: () => isConnected };
      // safe: the job uses nothing else
      const app = { ...at(iso), log: silentLog, channels } as unknown as BotApp;
      return runJob(jobs, 'heartbeat', { app, now: new Date(iso) });
    };
    await beat('2026-11-23T22:00:00Z');
    isConnected = false;
    await beat('2026-11-24T05:00:00Z');
    expect(await test.db.$count(outages)).toBe(0);
    isConnected = true;
    await beat('2026-11-24T05:01:00Z');
    const rows = await test.db.select({ from: outages.fromAt, to: outages.toAt }).from(outages);
    expect(rows).toEqual([{ from: new Date('2026-11-23T22:00:00Z'), to: new Date('2026-11-24T05:01:00Z') }]);
  });
});

describe('a time found by what was not done', () => {
  it('is recorded without the part that another outage tells already', async () => {
    const missed = (from: string, to: string) =>
      recordMissed(at(to), { from: new Date(from), to: new Date(to) });
    await missed('2026-11-23T08:00:00Z', '2026-11-23T16:00:00Z');
    await missed('2026-11-23T10:00:00Z', '2026-11-23T18:00:00Z');
    await missed('2026-11-23T09:00:00Z', '2026-11-23T12:00:00Z');
    const rows = await test.db
      .select({ from: outages.fromAt, to: outages.toAt })
      .from(outages)
      .orderBy(outages.fromAt);
    expect(rows.map(({ from, to }) => [from.getUTCHours(), to.getUTCHours()])).toEqual([
      [8, 16],
      [16, 18],
    ]);
  });
});
