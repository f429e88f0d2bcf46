// Puts calls that come at the same time into one run: a lone call runs at once and alone, under load the runs grow.

import type { Place, Trace } from './trace.ts';

export type BatcherOptions<I, O> = {
  /** Does the work of a batch; outcomes in the order of the inputs. */
  run(batch: readonly I[]): Promise<O[]>;
  /** Calls with the same key never share a run, nor run at the same time: they go one after another. */
  keyOf(input: I): string;
  /** Runs underway at once, at most. */
  lanes: number;
  /** Calls in one run, at most. */
  max: number;
  /**
   * Milliseconds that a call waits for others while a run is underway. Without it one lane serves the crowd and each of
   * the others a lone call after the other, at the price of a whole run.
   */
  gather?: number;
  /** A call that has not begun within this time is taken out, and told what `overdue` makes: it is surely not done. */
  within?: { ms: number; overdue: () => Error };
  /** A run is a step of its first call, with links to the others. */
  traced?: { trace: Trace; name: string } | undefined;
};

type Call<I, O> = {
  input: I;
  place?: Place;
  timer?: NodeJS.Timeout;
  resolve(outcome: O): void;
  reject(error: unknown): void;
};

export function createBatcher<I, O>({
  run,
  keyOf,
  lanes,
  max,
  gather = 0,
  within,
  traced,
}: BatcherOptions<I, O>): (input: I) => Promise<O> {
  const waiting = new Set<Call<I, O>>();
  const busy = new Set<string>();
  let underway = 0;
  let gathering: NodeJS.Timeout | null = null;

  const take = (): Call<I, O>[] => {
    const batch: Call<I, O>[] = [];
    for (const call of waiting) {
      if (batch.length === max) break;
      const key = keyOf(call.input);
      if (busy.has(key)) continue;
      busy.add(key);
      waiting.delete(call);
      clearTimeout(call.timer);
      batch.push(call);
    }
    return batch;
  };

  const runAs = (batch: readonly Call<I, O>[]) => {
    const inputs = batch.map((call) => call.input);
    if (!traced) return run(inputs);
    const places = batch.map(({ place = null }) => place);
    const step = { name: traced.name, facts: { 'cohort.calls': batch.length } };
    return traced.trace.runFor(places, step, () => run(inputs));
  };

  const finish = async (batch: readonly Call<I, O>[]) => {
    try {
      const outcomes = await runAs(batch);
      for (const [index, call] of batch.entries()) call.resolve(outcomes[index] as O); // safe: one outcome per input
    } catch (error) {
      // Whose fault it was is unknown: all are told, and a batch's fault must not become its neighbours' for good.
      for (const call of batch) call.reject(error);
    }
    for (const call of batch) busy.delete(keyOf(call.input));
    underway -= 1;
    // Whoever was answered may ask again: together with those that wait.
    setImmediate(start);
  };

  const start = () => {
    if (underway === 0 || gather === 0) begin();
    else if (underway < lanes && waiting.size > 0) gathering ??= setTimeout(begin, gather);
  };

  const begin = () => {
    if (gathering) clearTimeout(gathering);
    gathering = null;
    while (underway < lanes) {
      const batch = take();
      if (batch.length === 0) return;
      underway += 1;
      void finish(batch);
    }
  };

  const takeOut = (call: Call<I, O>, error: Error) => {
    if (waiting.delete(call)) call.reject(error);
  };

  return (input) =>
    new Promise((resolve, reject) => {
      const call: Call<I, O> = { input, resolve, reject };
      if (traced) call.place = traced.trace.here();
      waiting.add(call);
      start();
      // Only a call that must wait needs a timer.
      if (within && waiting.has(call))
        call.timer = setTimeout(() => takeOut(call, within.overdue()), within.ms);
    });
}
