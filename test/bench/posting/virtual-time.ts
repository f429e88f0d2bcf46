// A clock that goes on to the next timer as soon as nothing is left to be done at this instant: work takes none of its
// time, however long it takes us. From `install` on it is the program's: Date, performance.now, timers, AbortSignal.timeout.

export type VirtualTime = {
  now(): number;
  /** Work that goes on outside of this program, such as a statement: time stands still meanwhile. */
  during<T>(work: () => Promise<T>): Promise<T>;
  sleep(milliseconds: number): Promise<void>;
  /** Until this resolves. */
  runUntil(done: Promise<unknown>): Promise<void>;
  uninstall(): void;
};

type Timer = { at: number; order: number; run: () => void; again: number | null; isOff: boolean };

/** So many turns of the event loop without work outside: then what was begun has come to wait for a timer. */
const QUIET_TURNS = 4;

export function installVirtualTime(from: Date): VirtualTime {
  const real = { Date, setTimeout, setInterval, clearTimeout, clearInterval, setImmediate };
  const [counted, limited] = [performance.now, AbortSignal.timeout];
  const timers = createHeap();
  let now = 0;
  let outside = 0;
  let order = 0;

  const start = (run: () => void, milliseconds: number, again: boolean) => {
    const wait = Math.max(0, Number(milliseconds) || 0);
    const timer: Timer = {
      at: now + wait,
      order: order++,
      run,
      again: again ? Math.max(1, wait) : null,
      isOff: false,
    };
    // What only lets others go first is no wait: a connection is made so, for whose statement time stands still.
    if (wait > 0 || again) timers.push(timer);
    else real.setImmediate(() => timer.isOff || timer.run());
    return handle(timer);
  };
  const stop = (given?: { timer?: Timer }) => {
    if (given?.timer) given.timer.isOff = true;
  };
  const quiet = async () => {
    for (let turns = 0; turns < QUIET_TURNS; turns += 1) {
      await new Promise((resolve) => real.setImmediate(resolve));
      if (outside > 0) turns = -1;
    }
  };
  const fire = (timer: Timer) => {
    now = Math.max(now, timer.at);
    if (timer.again !== null) timers.push(Object.assign(timer, { at: now + timer.again, order: order++ }));
    timer.run();
  };

  const instant = () => Math.floor(from.getTime() + now);
  globalThis.Date = new Proxy(real.Date, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length > 0 ? given : [instant()], made),
    get: (target, name, self) => (name === 'now' ? instant : Reflect.get(target, name, self)),
  });
  performance.now = () => now;
  Object.assign(globalThis, {
    setTimeout: (run: (...all: unknown[]) => void, wait: number, ...rest: unknown[]) =>
      start(() => run(...rest), wait, false),
    setInterval: (run: (...all: unknown[]) => void, wait: number, ...rest: unknown[]) =>
      start(() => run(...rest), wait, true),
    ...{ clearTimeout: stop, clearInterval: stop },
  });
  AbortSignal.timeout = (milliseconds) => {
    const ending = new AbortController();
    start(() => ending.abort(new DOMException('time is up', 'TimeoutError')), milliseconds, false);
    return ending.signal;
  };

  return {
    now: () => now,
    async during(work) {
      outside += 1;
      try {
        return await work();
      } finally {
        outside -= 1;
      }
    },
    sleep: (milliseconds) => new Promise((resolve) => start(resolve, milliseconds, false)),
    async runUntil(done) {
      let isDone = false;
      void done.finally(() => {
        isDone = true;
      });
      for (;;) {
        await quiet();
        if (isDone) return;
        const next = timers.pop();
        if (!next) throw new Error('nothing is left that could go on');
        fire(next);
      }
    },
    uninstall() {
      Object.assign(globalThis, real);
      performance.now = counted;
      AbortSignal.timeout = limited;
    },
  };
}

/** As Node's own, as far as anybody asks. */
function handle(timer: Timer) {
  const self = {
    timer,
    ref: () => self,
    unref: () => self,
    hasRef: () => true,
    [Symbol.toPrimitive]: () => timer.order,
  };
  return self;
}

function createHeap() {
  const heap: Timer[] = [];
  const isBefore = (one: Timer, other: Timer) =>
    one.at < other.at || (one.at === other.at && one.order < other.order);
  const at = (index: number): Timer => heap[index] as Timer; // safe: only asked within the heap
  const swap = (one: number, other: number) => {
    [heap[one], heap[other]] = [at(other), at(one)];
  };
  return {
    push(timer: Timer): void {
      heap.push(timer);
      for (let index = heap.length - 1; index > 0; ) {
        const parent = (index - 1) >> 1;
        if (!isBefore(at(index), at(parent))) return;
        swap(index, parent);
        index = parent;
      }
    },
    /** The next that was not stopped. */
    pop(): Timer | null {
      while (heap.length > 0) {
        const first = at(0);
        const last = heap.pop() as Timer; // safe: it is not empty
        if (heap.length > 0) heap[0] = last;
        sink(0);
        if (!first.isOff) return first;
      }
      return null;
    },
  };

  function sink(from: number): void {
    for (let index = from; ; ) {
      const below = [2 * index + 1, 2 * index + 2].filter((child) => child < heap.length);
      const [next = index] = below.sort((one, other) => (isBefore(at(one), at(other)) ? -1 : 1));
      if (next === index || isBefore(at(index), at(next))) return;
      swap(index, next);
      index = next;
    }
  }
}
