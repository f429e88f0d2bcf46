// Stopping and breaking the bot's requests on purpose, and the record of what it asked.

export type RequestRecord = {
  at: number;
  method: string;
  /** The pattern, for example /channels/:channel/messages; the path itself when nothing serves it. */
  route: string;
  path: string;
  status: number;
  ms: number;
  body: unknown;
  /** Faults found by validation, as Discord would report them. */
  faults: unknown[];
};

type Asked = { method: string; route: string; path: string; body: unknown };
export type Filter = (request: Asked) => boolean;
export type Hold = { reached: Promise<RequestRecord>; release(): void };
export type Failure =
  | { status: number; body?: unknown; headers?: Record<string, string>; times?: number }
  /** The connection breaks, before the request had any effect or after it took effect. */
  | 'reset'
  | 'reset-after';
export type Moment = 'before' | 'after';

type Held = { filter: Filter; when: Moment; arrive(record: RequestRecord): void; released: Promise<void> };
type Failing = { filter: Filter; failure: Failure; left: number };

export type Interceptor = {
  hold(filter: Filter, when?: Moment): Hold;
  fail(filter: Filter, failure: Failure): void;
  /** Waits if a hold matches at this moment. */
  pause(record: RequestRecord, when: Moment): Promise<void> | null;
  findFailure(record: RequestRecord): Failure | null;
  releaseAll(): void;
};

export function createInterceptor(): Interceptor {
  const held = new Set<Held>();
  const failing = new Set<Failing>();
  const releases = new Set<() => void>();
  return {
    hold(filter, when = 'before') {
      const reached = Promise.withResolvers<RequestRecord>();
      const released = Promise.withResolvers<void>();
      const entry = { filter, when, arrive: reached.resolve, released: released.promise };
      held.add(entry);
      const release = () => {
        held.delete(entry);
        releases.delete(release);
        released.resolve();
      };
      releases.add(release);
      return { reached: reached.promise, release };
    },
    fail(filter, failure) {
      const left = typeof failure === 'string' ? 1 : (failure.times ?? 1);
      failing.add({ filter, failure, left });
    },
    pause(record, when) {
      if (held.size === 0) return null;
      const entry = [...held].find((each) => each.when === when && each.filter(record));
      if (!entry) return null;
      held.delete(entry);
      entry.arrive(record);
      return entry.released;
    },
    findFailure(record) {
      for (const entry of failing) {
        if (!entry.filter(record)) continue;
        entry.left -= 1;
        if (entry.left <= 0) failing.delete(entry);
        return entry.failure;
      }
      return null;
    },
    releaseAll() {
      for (const release of [...releases]) release();
    },
  };
}
