// Whose database it is: claimed, refused, taken over.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Claim, claimDatabase } from '#features/people/installation/actions.ts';
import { readInstallation } from '#features/people/installation/store.ts';
import { installation } from '#features/people/installation/table.ts';
import { ensureServer } from '#features/people/server/store.ts';
import { servers } from '#features/people/server/table.ts';
import { StartRefused } from '#lib/refusal.ts';
import { createTestDatabase, silentLog, type TestDatabase } from '../../../support/database.ts';

let test: TestDatabase;
let elsewhere: string[] = [];
const now = new Date('2026-11-01T00:00:00Z');

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  elsewhere = [];
  await test.db.delete(installation);
  await test.db.delete(servers);
});

const claim = (applicationId: string, changes: Partial<Claim> = {}) =>
  claimDatabase(
    {
      db: test.db,
      clock: { now: () => now },
      random: Math.random,
      log: silentLog,
      channels: { isInServer: async (id) => elsewhere.includes(id) },
    },
    { applicationId, serverIds: [], seesAll: true, takesDatabase: false, ...changes },
  );
const owner = async () => (await readInstallation(test.db))?.applicationId;

async function know(...ids: string[]): Promise<void> {
  const settings = { exam: 'x', edition: 'c02', zone: 'UTC', weekStart: 1 as const, createdAt: now };
  for (const id of ids) await ensureServer(test.db, { id, ...settings });
}

describe('a new database', () => {
  it('belongs to whoever starts on it first, and keeps its secret', async () => {
    const { secret } = await claim('real');
    expect(secret).toMatch(/^[0-9a-z]{6}$/);
    expect(await claim('real')).toEqual({ secret });
  });

  it('belongs to one of several that start at once', async () => {
    const starts = await Promise.allSettled(['a', 'b', 'c'].map((id) => claim(id)));
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is refused to another application from then on, in one line that says what to do', async () => {
    await claim('real');
    await know('s1');
    const refusal: unknown = await claim('staging', { serverIds: ['s1'] }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StartRefused);
    expect(String(refusal)).toMatch(/another Discord application \(real, not staging\).*--take-database/);
    expect(String(refusal)).not.toContain('\n');
    expect(await owner()).toBe('real');
  });
});

describe('a database with servers and without an owner, of a release before', () => {
  beforeEach(() => know('s1', 's2'));

  it('is refused to an application that is in none of them', async () => {
    await expect(claim('staging', { serverIds: ['test'] })).rejects.toThrow(
      /in none of which.*--take-database/,
    );
    await expect(claim('staging')).rejects.toThrow(StartRefused);
    expect(await owner()).toBeUndefined();
  });

  it('belongs to the one that is in one of them', async () => {
    await claim('real', { serverIds: ['s2', 'new'] });
    expect(await owner()).toBe('real');
  });

  it('belongs to a process that sees only some of the shards when Discord says it is in one of them', async () => {
    const part = { serverIds: ['other'], seesAll: false };
    await expect(claim('staging', part)).rejects.toThrow(StartRefused);
    elsewhere = ['s1'];
    await claim('real', part);
    expect(await owner()).toBe('real');
  });
});

describe('taking over', () => {
  it('makes the database the other application’s, who is refused then, with the same secret', async () => {
    const before = await claim('staging');
    await know('s1');
    expect(await claim('real', { takesDatabase: true })).toEqual(before);
    expect(await owner()).toBe('real');
    await expect(claim('staging')).rejects.toThrow('real, not staging');
  });

  it('is a claim where there is no owner, whatever servers are known', async () => {
    await know('s1');
    await claim('real', { takesDatabase: true });
    expect(await owner()).toBe('real');
  });
});
