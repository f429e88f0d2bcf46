// Keeps the embedded server running until it is told to stop: a server that dies is started again on the same port.
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './error.ts';
import { stopOrphans } from './orphan.ts';
import { findFreePort, type Server, type ServerOptions, startServer } from './server.ts';

export type KeepOptions = Omit<ServerOptions, 'port'> & { port?: number | undefined };
export type KeptServer = { port: number; stop(): Promise<void> };

const PORT_ATTEMPTS = 3;
const RESTART_DELAY = 500;

export async function keepRunning(options: KeepOptions): Promise<KeptServer> {
  const { cluster, log } = options;
  const started = await startSomewhere(options);
  const { port } = started;
  let server = started.server;
  let stopping = false;

  // Reached also when our process fails without a shutdown; a server left running would hold the folder.
  const abandon = () => server.abandon();
  process.once('exit', abandon);

  const watchOver = async () => {
    for (;;) {
      await server.ended;
      if (stopping) return;
      log.error('the embedded database server ended unexpectedly: starting it again');
      await sleep(RESTART_DELAY);
      server = await restart(server);
      if (stopping) await server.stop();
    }
  };

  const restart = async (previous: Server) => {
    try {
      await stopOrphans(cluster, log);
      return await startServer({ ...options, port });
    } catch (error) {
      log.error({ err: error }, 'the embedded database server did not start again');
      return previous;
    }
  };

  const watching = watchOver();
  return {
    port,
    async stop() {
      stopping = true;
      await server.stop();
      await watching;
      process.off('exit', abandon);
    },
  };
}

async function startSomewhere(options: KeepOptions, attempt = 1): Promise<{ server: Server; port: number }> {
  const port = options.port ?? (await findFreePort());
  try {
    return { server: await startServer({ ...options, port }), port };
  } catch (error) {
    const taken = error instanceof EmbeddedError && error.message.includes('Address already in use');
    if (!taken || attempt >= PORT_ATTEMPTS) throw error;
    return startSomewhere(options, attempt + 1);
  }
}
