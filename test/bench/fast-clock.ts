// Time that runs faster, for whole programs: loaded before everything else, it makes a second of their clocks and timers
// a part of a real one. FAST_CLOCK says how many times as fast; FAST_CLOCK_FROM is when all of them begin to run so.
import { createRequire, syncBuiltinESMExports } from 'node:module';
import type { Sql } from 'postgres';

const speed = Number(process.env.FAST_CLOCK ?? 1);
const RealDate = Date;
const from = Number(process.env.FAST_CLOCK_FROM ?? RealDate.now());

/** What the programs that this one starts need to keep the same time. */
export const fastClock = { FAST_CLOCK: String(speed), FAST_CLOCK_FROM: String(from) };

if (speed !== 1) runFaster();

function runFaster(): void {
  const now = () => from + (RealDate.now() - from) * speed;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made),
    get: (target, name, self) => (name === 'now' ? now : Reflect.get(target, name, self)),
  });
  const counted = performance.now.bind(performance);
  performance.now = () => counted() * speed;
  const limit = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (milliseconds) => limit(Math.ceil(milliseconds / speed));
  hurryTimers();
}

type Timers = Record<
  'setTimeout' | 'setInterval',
  (first: unknown, second?: unknown, ...rest: unknown[]) => unknown
>;

function hurryTimers(): void {
  const require = createRequire(import.meta.url);
  const shorter = (milliseconds: unknown) => Number(milliseconds ?? 0) / speed;
  const own = require('node:timers') as Timers;
  const promised = require('node:timers/promises') as Timers;
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const [one, other] = [own[name], promised[name]];
    own[name] = (work, milliseconds, ...rest) => one(work, shorter(milliseconds), ...rest);
    promised[name] = (milliseconds, ...rest) => other(shorter(milliseconds), ...rest);
  }
  Object.assign(globalThis, { setTimeout: own.setTimeout, setInterval: own.setInterval });
  syncBuiltinESMExports();
}

/** The database's own clock, for every connection from now on. */
export async function hurryDatabase(sql: Sql, database: string): Promise<void> {
  if (speed === 1) return;
  const start = from / 1000;
  const at = `to_timestamp(${start} + (extract(epoch from pg_catalog.clock_timestamp())::float8 - ${start}) * ${speed})`;
  await sql.unsafe(`create schema fast;
    create function fast.clock_timestamp() returns timestamptz volatile language sql as $$ select ${at} $$;
    create function fast.now() returns timestamptz volatile language sql as $$ select ${at} $$;
    grant usage on schema fast to public;
    alter database ${database} set search_path = public, fast, pg_catalog;`);
}
