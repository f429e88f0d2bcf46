// A line to PostgreSQL that fails on demand: between a client and the server, message by message.
import { createServer, connect as dial, type Socket } from 'node:net';

/** What happens instead of the server's message number `at` (from 0); at -1 the connection is not even taken. */
export type Fault = { at: number; how: 'cut' | 'end' | 'silence' | 'fatal' };

export type FailingLine = {
  url: string;
  /** For every new connection; null lets it through. */
  plan(next: () => Fault | null): void;
  connections(): number;
  /** How many the server has sent, over all connections. */
  messages(): number;
  /** The server's answers stay away, on all connections, until they are let through again. */
  freeze(): () => void;
  stop(): Promise<void>;
};

export async function startFailingLine(target: string): Promise<FailingLine> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let next: () => Fault | null = () => null;
  let connections = 0;
  let messages = 0;
  let isFrozen = false;
  const upstreams = new Set<Socket>();
  const server = createServer((client) => {
    connections += 1;
    track(client, open);
    const fault = next();
    if (fault?.at === -1) return fail(client, fault);
    const upstream = dial(Number(port), hostname);
    track(upstream, open);
    upstreams.add(upstream);
    client.on('data', (data) => upstream.write(data));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => {
      upstreams.delete(upstream);
      client.destroy();
    });
    relay({ upstream, client, fault, onMessage: () => messages++ });
    if (isFrozen) upstream.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  const address = server.address();
  url.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: url.href,
    plan: (chosen) => {
      next = chosen;
    },
    connections: () => connections,
    messages: () => messages,
    freeze() {
      isFrozen = true;
      for (const upstream of upstreams) upstream.pause();
      return () => {
        isFrozen = false;
        for (const upstream of upstreams) upstream.resume();
      };
    },
    stop() {
      for (const socket of open) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function track(socket: Socket, open: Set<Socket>): void {
  open.add(socket);
  // Message by message, Nagle would wait for an acknowledgement each time.
  socket.setNoDelay(true).on('error', () => undefined);
  socket.on('close', () => open.delete(socket));
}

type Relayed = { upstream: Socket; client: Socket; fault: Fault | null; onMessage: () => void };

function relay({ upstream, client, fault, onMessage }: Relayed): void {
  let pending = Buffer.alloc(0);
  let count = 0;
  let isSilent = false;
  upstream.on('data', (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    while (!isSilent && pending.length >= 5) {
      const length = pending.readUInt32BE(1) + 1;
      if (pending.length < length) return;
      if (fault && count === fault.at) {
        isSilent = true;
        return fail(client, fault);
      }
      client.write(pending.subarray(0, length));
      pending = pending.subarray(length);
      count += 1;
      onMessage();
    }
  });
}

function fail(client: Socket, { how }: Fault): void {
  if (how === 'cut') client.resetAndDestroy();
  if (how === 'end') client.end();
  if (how === 'fatal') client.end(fatal('57P01'));
}

function fatal(code: string): Buffer {
  const fields = ['SFATAL', 'VFATAL', `C${code}`, 'Mterminating connection due to administrator command'];
  const body = Buffer.from(`${fields.map((field) => `${field}\0`).join('')}\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
