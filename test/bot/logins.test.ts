// Logging in to the gateway within Discord's limits.
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createGate, createOwnTurns } from '#bot/logins.ts';

type Limit = { remaining: number; reset_after: number };

function gateWith(limits: Limit[]) {
  const lines: { msg: string; remaining?: number }[] = [];
  const turns: number[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const gate = createGate({
    log,
    rest: {
      get: async () => ({
        session_start_limit: {
          total: 1000,
          max_concurrency: 2,
          ...(limits.shift() ?? { remaining: 9, reset_after: 0 }),
        },
      }),
    },
    takeTurn: async (bucket) => void turns.push(bucket),
  });
  return { gate, lines, turns };
}

const none = async () => false;

it('waits for a login while none is left, and says so', async () => {
  const { gate, lines } = gateWith([{ remaining: 0, reset_after: 600 }]);
  const from = performance.now();
  await gate.attempt(0, none);
  expect(performance.now() - from).toBeGreaterThan(1_000);
  expect(lines).toMatchObject([{ msg: "the day's logins to Discord are used up: waiting", remaining: 0 }]);
});

it('goes on with a session whatever is left', async () => {
  const { gate, lines } = gateWith([{ remaining: 0, reset_after: 60_000 }]);
  await gate.attempt(0, async () => true);
  expect(lines).toEqual([]);
});

it('leaves the last login to the first of those that log in at the same time', async () => {
  const { gate, turns } = gateWith([{ remaining: 1, reset_after: 60_000 }]);
  const closing = new AbortController();
  await gate.login(4, closing.signal);
  const second = gate.login(5, closing.signal);
  await new Promise((resolve) => setTimeout(resolve, 20));
  closing.abort(new Error('closed'));
  await expect(second).rejects.toThrow('closed');
  expect(turns).toEqual([0, 1]);
});

it('logs in all the same when Discord does not say how many are left', async () => {
  const log = pino({ level: 'silent' });
  const rest = { get: () => Promise.reject(new Error('503')) };
  await createGate({ log, rest, takeTurn: async () => undefined }).login(3, new AbortController().signal);
});

it('takes turns of five seconds in a bucket, and leaves when the connection closes', async () => {
  const takeTurn = createOwnTurns();
  await takeTurn(0, new AbortController().signal);
  await takeTurn(1, new AbortController().signal);
  const closing = new AbortController();
  const second = takeTurn(0, closing.signal);
  closing.abort(new Error('closed'));
  await expect(second).rejects.toThrow('closed');
});
