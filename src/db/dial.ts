// How one line gets its socket: from each host once. By itself postgres.js dials again, at once and without end, when a
// server takes the connection and hangs up before it is ready, as proxies without a server behind them do.
import { connect, type Socket } from 'node:net';
import { DatabaseHungUp } from './failure.ts';

type Where = { host: string[]; port: number[]; path: string | false };

/** For the option `socket` of postgres.js, which calls it with its own idea of where, PGHOST and PGPORT included. */
export function createDial(within: number) {
  let attempts = 0;
  return async ({ host, port, path }: Where): Promise<Socket> => {
    const targets = path
      ? [{ path }]
      : host.map((name, index) => ({ host: name, port: port[index] ?? 5432 }));
    let failure: unknown = new DatabaseHungUp();
    for (const target of targets.slice(attempts)) {
      attempts += 1;
      try {
        return await dial(target, within);
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  };
}

function dial(target: { path: string } | { host: string; port: number }, within: number): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = connect(target);
  const late = setTimeout(
    () => socket.destroy(Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT' })),
    within,
  );
  socket.once('error', reject);
  socket.once('connect', () => {
    socket.off('error', reject);
    // postgres.js reads the name that the server's certificate has to bear from here.
    resolve(Object.assign(socket, 'host' in target && { host: target.host }));
  });
  return promise.finally(() => clearTimeout(late));
}
