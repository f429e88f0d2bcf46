// Drawing for the rest of the bot: a bounded queue before the worker, and what was drawn before, by its content.
// Whatever goes wrong here costs a picture and never an answer: the text says the same.
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { within } from '#lib/within.ts';
import { createThread, TaskFailed } from '#thread/thread.ts';
import { createCache } from './cache.ts';
import type { Drawing } from './drawer.ts';
import type { Picture, Pictures } from './picture.ts';

export type Limits = {
  /** Handed to the worker at a time: one is drawn while the next is prepared. */
  atOnce: number;
  /** Behind those; what comes on top is refused at once. */
  waiting: number;
  drawWithinMs: number;
  cacheBytes: number;
  /** The worker and its fonts go after so long without work. */
  idleMs: number;
  /** After a crash nothing is drawn for so long, doubled with each crash in a row. */
  restMs: number;
};

const LIMITS: Limits = {
  atOnce: 2,
  waiting: 24,
  drawWithinMs: 5_000,
  cacheBytes: 8 * 1024 * 1024,
  idleMs: 10 * 60_000,
  restMs: 1_000,
};
/** A tenth of what the whole bot may use: more than the worst picture needs. */
const HEAP_MB = 96;
const LONGEST_REST_MS = 10 * 60_000;

export type PicturesOptions = {
  log: Logger;
  limits?: Partial<Limits>;
  /** Another thread than ours, for tests of what happens when it breaks. */
  program?: URL;
  now?: () => number;
};

type Waiting = { key: string; drawing: Drawing; done(png: Uint8Array | null): void };

export function createPictures(options: PicturesOptions): Pictures {
  const { log, program = new URL('./worker.ts', import.meta.url), now = () => performance.now() } = options;
  const limits = { ...LIMITS, ...options.limits };
  const cache = createCache(limits.cacheBytes);
  const { drawWithinMs: withinMs, idleMs } = limits;
  const thread = createThread<Drawing, Uint8Array>({ program, withinMs, idleMs, heapMb: HEAP_MB });
  const waiting: Waiting[] = [];
  const underway = new Map<string, Promise<Uint8Array | null>>();
  const rest = createRest(limits.restMs, now);
  let running = 0;

  const run = async ({ key, drawing, done }: Waiting) => {
    running += 1;
    try {
      const png = await thread.ask(drawing);
      cache.set(key, png);
      rest.over();
      done(png);
    } catch (error) {
      if (!(error instanceof TaskFailed)) rest.begin();
      log.warn({ err: error }, 'a picture was not drawn');
      done(null);
    }
    running -= 1;
    underway.delete(key);
    pump();
  };

  const pump = () => {
    while (running < limits.atOnce) {
      const next = waiting.shift();
      if (!next) return;
      if (rest.isOn()) {
        underway.delete(next.key);
        next.done(null);
      } else void run(next);
    }
  };

  const take = (key: string, drawing: Drawing) => {
    if (rest.isOn() || waiting.length >= limits.waiting) return null;
    const { promise, resolve } = Promise.withResolvers<Uint8Array | null>();
    underway.set(key, promise);
    waiting.push({ key, drawing, done: resolve });
    pump();
    return promise;
  };

  return {
    async draw({ root, theme = 'dark' }: Picture, { milliseconds }) {
      const drawing = { root, theme };
      const key = keyOf(drawing);
      const known = cache.get(key);
      if (known) return known;
      const work = underway.get(key) ?? take(key, drawing);
      // Drawing goes on where nobody waits any more: whoever looks again finds it done.
      return work && within(milliseconds, work);
    },
    stop: () => thread.stop(),
  };
}

function keyOf(drawing: Drawing): string {
  return createHash('sha256').update(JSON.stringify(drawing)).digest('base64');
}

/** A thread that breaks again and again is tried ever more seldom. */
function createRest(firstMs: number, now: () => number) {
  let until = 0;
  let next = firstMs;
  return {
    isOn: () => now() < until,
    begin() {
      // All that were under way fail with one crash.
      if (now() < until) return;
      until = now() + next;
      next = Math.min(2 * next, LONGEST_REST_MS);
    },
    over() {
      next = firstMs;
    },
  };
}
