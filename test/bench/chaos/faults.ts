// What goes wrong: requests that Discord fails, connections that break before or after their effect, sessions of the
// database that end.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '#lib/random.ts';
import type { Filter } from '#local-discord/intercept.ts';
import type { LocalDiscord } from '#local-discord/server.ts';
import { administer } from '../../support/database.ts';

export type Faults = { stop(): Promise<ReadonlyMap<string, number>> };

const LEAST_MS = 300;
const MOST_MS = 800;

const isReply: Filter = ({ route }) => route.includes('callback');
const isOfMessages: Filter = (request) => !isReply(request) && request.route.includes('channels');
const changesMessages: Filter = (request) => isOfMessages(request) && request.method !== 'GET';
const readsMessages: Filter = (request) => isOfMessages(request) && request.method === 'GET';

export function causeFaults(discord: LocalDiscord, adminUrl: string, random: Random): Faults {
  const kinds: readonly [name: string, cause: () => unknown][] = [
    ['502 to a message', () => discord.fail(changesMessages, { status: 502 })],
    ['broken before a message', () => discord.fail(changesMessages, 'reset')],
    ['broken after a message', () => discord.fail(changesMessages, 'reset-after')],
    ['broken after a reply', () => discord.fail(isReply, 'reset-after')],
    ['500 to a reader', () => discord.fail(readsMessages, { status: 500 })],
    ['two sessions of the database ended', () => endSessions(adminUrl)],
  ];
  const caused = new Map<string, number>();
  let isOver = false;
  const causing = (async () => {
    while (!isOver) {
      await sleep(LEAST_MS + random() * (MOST_MS - LEAST_MS));
      const [name, cause] = kinds[Math.floor(random() * kinds.length)] ?? [];
      if (!name) continue;
      await cause?.();
      caused.set(name, (caused.get(name) ?? 0) + 1);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await causing;
      return caused;
    },
  };
}

function endSessions(adminUrl: string) {
  return administer(
    adminUrl,
    (sql) => sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 2`,
  );
}
