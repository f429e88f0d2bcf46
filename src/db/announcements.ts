// Hears what other processes announce (LISTEN), on one connection of its own, which is opened again whenever it is lost.
// Not by postgres.js's own `listen`: it opens its connection again with the dial of the one before, which dials once.
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { readAddress } from './address.ts';
import { openSql } from './open.ts';

export type Listening = { stop(): Promise<void> };

export type ListenOptions = {
  /** What address.ts understands. */
  url: string;
  log: Logger;
  channel: string;
  /** After each announcement, and whenever listening begins: what was announced before that, nobody has heard. Never twice at a time. */
  heard: () => Promise<unknown>;
};

const CONNECT_WITHIN_MS = 5_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;

/** Nothing is heard behind PgBouncer in transaction mode, nor while the connection is lost: whoever listens also looks by itself. */
export function hearAnnouncements({ url, log, channel, heard }: ListenOptions): Listening {
  if (readAddress(url).isPooled) return { stop: async () => undefined };
  const stopping = new AbortController();
  const hear = inTurn(() =>
    heard().catch((err) => log.warn({ err, channel }, 'what was announced could not be looked up')),
  );
  const listening = keepListening({ url, channel, hear, log, signal: stopping.signal });
  return {
    async stop() {
      stopping.abort();
      await listening;
    },
  };
}

type Keeping = Omit<ListenOptions, 'heard'> & { hear: () => void; signal: AbortSignal };

async function keepListening({ signal, log, ...options }: Keeping): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const lost = await listenOnce({ ...options, signal, log });
    if (signal.aborted) return;
    if (lost.wasListening) failures = 0;
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
    log.warn({ err: lost.error, waitMs }, 'changes of other processes are heard later: not listening');
    await setTimeout(waitMs, null, { signal, ref: false }).catch(() => null);
  }
}

/** Until the connection is lost, or we are stopped. */
async function listenOnce({ url, channel, hear, signal, log }: Keeping) {
  const ended = Promise.withResolvers<void>();
  const sql = openSql(url, {
    connectWithin: CONNECT_WITHIN_MS,
    // The server is not heard for hours, and may be gone for as long.
    keepAlive: 15,
    onNotice: (notice) => log.debug({ notice }, 'notice from the database'),
    onClose: ended.resolve,
    onNotify: hear,
  });
  signal.addEventListener('abort', () => ended.resolve(), { once: true });
  let wasListening = false;
  try {
    // A name of ours, without a quote in it.
    await Promise.race([sql.unsafe(`listen "${channel}"`), ended.promise]);
    wasListening = true;
    if (!signal.aborted) hear();
    await ended.promise;
    return { wasListening, error: null };
  } catch (error) {
    return { wasListening, error };
  } finally {
    await sql.end({ timeout: 0 }).catch(() => null);
  }
}

/** Asked for while it runs, it runs once more afterwards, however often it was asked for. */
function inTurn(work: () => Promise<unknown>): () => void {
  let isRunning = false;
  let isWanted = false;
  const run = async () => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await work();
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}
