// A process of the bot without a gateway, as far as it posts: its own pool, REST client, lanes and schedule, and a share of
// the budget of all. Killed, it hears no answers any more, and does nothing that anybody would see.
import { type Client, REST } from 'discord.js';
import { drizzle } from 'drizzle-orm/postgres-js';
import { createChannels } from '#bot/channels.ts';
import { createDebounce } from '#bot/debounce.ts';
import type { BotApp } from '#bot/feature.ts';
import { createLanguages } from '#bot/languages.ts';
import { restOptions } from '#bot/rest.ts';
import type { Library } from '#content/library.ts';
import { createDriver } from '#db/driver.ts';
import { openSql } from '#db/open.ts';
import { createPool, type Pool } from '#db/pool.ts';
import { features, projections } from '#features/index.ts';
import { createBudget, type Turns } from '#fleet/budget.ts';
import { systemClock } from '#lib/clock.ts';
import type { Random } from '#lib/random.ts';
import { startSchedule } from '#schedule/schedule.ts';
import { silentLog } from '../../support/database.ts';
import type { VirtualTime } from './virtual-time.ts';

export type Shared = {
  url: string;
  content: Library;
  time: VirtualTime;
  turns: Turns;
  random: Random;
  processes: () => number;
};

export type Process = {
  /** What a command asks of Discord before it answers. */
  askFor(serverId: string): Promise<void>;
  kill(): void;
  stop(): Promise<void>;
};

const JOBS = new Set(['post-daily', 'send-posts', 'close-posts', 'daily-recaps']);
const NEVER = new Promise<never>(() => undefined);

export function startProcess(shared: Shared): Process {
  let isKilled = false;
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isKilled) return NEVER;
    const result = await work();
    return isKilled ? NEVER : result;
  };
  const pool = poolOf(shared);
  const db = drizzle(
    createDriver({
      statement: (send) => alive(() => shared.time.during(() => pool.statement(send))),
      transaction: (work) => alive(() => shared.time.during(() => pool.transaction(work))),
      end: pool.end,
    }),
  );
  const turns: Turns = { ...shared.turns, take: (wanted) => alive(() => shared.turns.take(wanted)) };
  const budget = createBudget({ turns, log: silentLog });
  const patient = { ...budget, take: (asked: object) => alive(() => budget.take(asked)) };
  const rest = new REST(restOptions('http://discord.test/api', { budget: patient })).setToken('token');
  const app = compose(shared, { db, rest });
  const schedule = startSchedule({
    jobs: features.flatMap(({ jobs = [] }) => jobs.filter(({ name }) => JOBS.has(name))),
    ...{ app, clock: systemClock, log: silentLog, processes: shared.processes },
  });
  return {
    async askFor(serverId) {
      await Promise.all([rest.get(`/guilds/${serverId}`), rest.get(`/guilds/${serverId}/channels`)]);
    },
    kill() {
      isKilled = true;
    },
    async stop() {
      if (!isKilled) await schedule.stop();
      await pool.end();
    },
  };
}

function poolOf({ url }: Shared): Pool {
  const open = (onClose: () => void) =>
    openSql(url, { connectWithin: 5_000, onNotice: () => undefined, onClose });
  return createPool({ open, max: 5, answerWithin: 60_000, silentFor: 60_000, log: silentLog });
}

function compose({ content, random }: Shared, { db, rest }: { db: BotApp['db']; rest: REST }): BotApp {
  const guilds = { cache: new Map() };
  // safe: what sending and editing read of a client
  const client = { rest, user: { id: '1' }, guilds } as unknown as Client;
  return {
    ...{ db, content, random, projections, clock: systemClock, log: silentLog },
    channels: createChannels(client),
    debounce: createDebounce({ delayMs: 3_000, log: silentLog }),
    languages: createLanguages({
      ...{ db, clock: systemClock, serverLocale: () => null },
      find: features.flatMap(({ language }) => language ?? []),
    }),
    // safe: nothing that is posted here mentions a command
    commandIds: { mention: (name: string) => `/${name}` } as unknown as BotApp['commandIds'],
    links: { privacy: null, terms: null, source: null },
    team: { memberIds: [], channelId: null, role: null },
    keepMonths: null,
    pictures: null,
  };
}
