// What whoever starts Cohort reads when PostgreSQL is not as it should be: one line each, and what to do.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { explainDatabase } from '#db/start-fault.ts';
import { administer, createEmptyDatabase, silentLog, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

const faultOf = async (change: (url: URL) => void) => {
  const url = new URL(database.url);
  change(url);
  const error = await migrate({ url: url.href, log: silentLog }).then(
    () => 'started',
    (reason) => reason,
  );
  return error === 'started' ? error : explainDatabase(error);
};

it.each<[string, (url: URL) => void, RegExp]>([
  [
    'a wrong password',
    (url) => {
      url.password = 'wrong-secret';
    },
    /^PostgreSQL refused the password of DATABASE_URL .*% is written as %25/,
  ],
  [
    'a missing database',
    (url) => {
      url.pathname = '/nosuch';
    },
    /^PostgreSQL has no such database \(database "nosuch" does not exist\): create it/,
  ],
  [
    'a host that is not known',
    (url) => {
      url.hostname = 'nosuch.invalid';
    },
    /^The host in DATABASE_URL is not known \(getaddrinfo E\w+ nosuch\.invalid\)/,
  ],
  [
    'a port where nobody listens',
    (url) => {
      url.port = '1';
    },
    /^PostgreSQL does not answer \(connect ECONNREFUSED 127\.0\.0\.1:1\): check DATABASE_URL/,
  ],
  [
    'a parameter that nobody knows',
    (url) => url.searchParams.set('colour', 'blue'),
    /unrecognized configuration parameter "colour"\): remove colour from the address/,
  ],
  [
    'a parameter with a bad value',
    (url) => url.searchParams.set('work_mem', 'much'),
    /invalid value for parameter "work_mem".*remove work_mem from the address, or correct it/,
  ],
  [
    'a server without TLS',
    (url) => url.searchParams.set('sslmode', 'require'),
    /^The PostgreSQL server speaks no TLS: write sslmode=disable/,
  ],
  [
    'a certificate that is not there',
    (url) => url.searchParams.set('sslrootcert', '/nosuch.pem'),
    /^DATABASE_URL names the file \/nosuch\.pem as sslrootcert, which cannot be read \(ENOENT\)/,
  ],
])('%s', async (_, change, line) => {
  const fault = await faultOf(change);
  expect(fault).toMatch(line);
  expect(fault).not.toMatch(/\n|secret/);
});

it('a role that may not create tables', async () => {
  await administer(database.adminUrl, async (sql) => {
    await sql`drop role if exists cohort_guest`;
    await sql`create role cohort_guest login password 'secret'`;
  });
  const fault = await faultOf((url) => {
    url.username = 'cohort_guest';
    url.password = 'secret';
  });
  expect(fault).toMatch(/^The role of DATABASE_URL may not do what Cohort needs \(permission denied/);
  await administer(database.adminUrl, (sql) => sql`drop role cohort_guest`);
});

it('a fault that is ours keeps its stack', () => {
  expect(explainDatabase(new TypeError('x is not a function'))).toBeNull();
});
