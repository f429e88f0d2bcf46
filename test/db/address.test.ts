import { describe, expect, it } from 'vitest';
import { type Address, readAddress } from '#db/address.ts';
import { DatabaseError } from '#db/failure.ts';

const plain: Address = {
  host: ['db.example'],
  port: [5432],
  socketDir: null,
  user: 'cohort',
  password: 'secret',
  database: 'study',
  tls: { mode: 'off', ca: null, cert: null, key: null },
  isPooled: false,
  targetSession: null,
  settings: {},
};
const tls = (mode: Address['tls']['mode'], files: Partial<Address['tls']> = {}) => ({
  tls: { ...plain.tls, mode, ...files },
});
const at = 'cohort:secret@db.example';

describe('an address', () => {
  it.each<[string, Partial<Address>]>([
    [`postgres://${at}/study`, {}],
    [`postgresql://${at}:5433/study`, { port: [5433] }],
    [`postgresql+asyncpg://${at}/study`, {}],
    ['jdbc:postgresql://db.example/study?user=cohort&password=secret', {}],
    ['postgres://cohort:secret@[::1]:5433/study', { host: ['::1'], port: [5433] }],
    [
      `postgres://${at}:1,other:2/study?target_session_attrs=read-write`,
      { host: ['db.example', 'other'], port: [1, 2], targetSession: 'read-write' },
    ],
    ['postgres://cohort:secret@/study?host=/cloudsql/a:b', { host: [], socketDir: '/cloudsql/a:b' }],
    ['postgres://cohort@db.example/study', { password: null }],
    [`postgres://${at}`, { database: null }],
  ])('%s is read', (text, expected) => {
    expect(readAddress(text)).toEqual({ ...plain, ...expected });
  });

  it.each([
    ['p%40ss', 'p@ss'],
    ['50%25abc', '50%abc'],
    ['p%ss', 'p%ss'],
    ['50%abc', '50%abc'],
    ['p@ss#w/rd?:x', 'p@ss#w/rd?:x'],
    ['12/34', '12/34'],
    ['a?b=c', 'a?b=c'],
    ['ü:ß', 'ü:ß'],
  ])('takes the password %s as %s, encoded or not', (written, password) => {
    const text = `postgres://cohort:${written}@db.example:5432/study?sslmode=require`;
    expect(readAddress(text)).toEqual({ ...plain, password, ...tls('require') });
  });

  it.each<[string, string, Partial<Address>]>([
    ['Neon', 'sslmode=require&channel_binding=require', tls('require')],
    ['Prisma', 'schema=public&connection_limit=1&pool_timeout=5', {}],
    ['Prisma, another schema', 'schema=Study', { settings: { search_path: '"Study"' } }],
    ['Supabase by Prisma', 'pgbouncer=true&connection_limit=1', { isPooled: true }],
    ['Vercel', 'sslmode=require&supa=base-pooler.x', tls('require')],
    ['Symfony', 'serverVersion=16&charset=utf8', {}],
    ['libpq', 'connect_timeout=10&keepalives=1&target_session_attrs=any&gssencmode=disable', {}],
    ['DigitalOcean', 'sslmode=verify-full&sslrootcert=ca.crt', tls('verify-full', { ca: 'ca.crt' })],
    ['RDS', 'sslmode=require&sslrootcert=ca.pem', tls('verify-ca', { ca: 'ca.pem' })],
    ['node-postgres', 'ssl=true', tls('verify-full')],
    ['Heroku', 'sslmode=no-verify', tls('require')],
    ['itself', 'prepare=false', { isPooled: true }],
    [
      'whoever sets something of the server',
      'application_name=bot',
      { settings: { application_name: 'bot' } },
    ],
    ['whoever sets what Cohort relies on', 'DateStyle=German&statement_timeout=0&timezone=Asia/Tokyo', {}],
  ])('understands the parameters of %s', (_, query, expected) => {
    expect(readAddress(`postgres://${at}/study?${query}`)).toEqual({ ...plain, ...expected });
  });

  it.each([
    'postgresql://u:p@ep-cool-name-a1-pooler.eu-central-1.aws.neon.tech/neondb?sslmode=require',
    'postgres://postgres.abc:p@aws-0-eu-central-1.pooler.supabase.com:6543/postgres',
  ])('knows the pooler of %s', (text) => {
    expect(readAddress(text).isPooled).toBe(true);
  });

  it.each([
    ['mysql://u:p@h/d', /^DATABASE_URL is not a PostgreSQL address: write postgres:/],
    ['postgres://db:x/y', /^DATABASE_URL is not a PostgreSQL address/],
    ['postgres://u:p@h:99999/d', /^DATABASE_URL is not a PostgreSQL address/],
    ['db.example', /^DATABASE_URL is not a PostgreSQL address/],
    [
      `postgres://${at}/d?sslmode=yes`,
      /sslmode=yes: write disable, prefer, require, verify-ca or verify-full/,
    ],
    [`postgres://${at}/d?target_session_attrs=main`, /target_session_attrs=main: write one of/],
    [`postgres://${at}/d?schema=x&pgbouncer=true`, /schema=x, which PgBouncer does not pass on/],
  ])('%s is refused in one line without its password', (text, line) => {
    const read = () => readAddress(text);
    expect(read).toThrow(DatabaseError);
    expect(read).toThrow(line);
    expect(read).not.toThrow(/secret|\n/);
  });
});
