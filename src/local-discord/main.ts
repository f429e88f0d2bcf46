// The local Discord as a program: npm run local-discord -- --port 3001 --data ./data/local-discord
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { findRunning, removeAddress, writeAddress } from './address.ts';
import { defaultDataDir } from './data-dir.ts';
import { createPage } from './page/serve.ts';
import { parent, reportClock } from './parent.ts';
import { type LocalDiscord, startLocalDiscord } from './server.ts';

const HELP = `A local Discord for the bot: REST and gateway on loopback, with a demo server.

  --port 3001                    where it listens
  --host 127.0.0.1               0.0.0.0 to let containers in
  --allow-host NAME              further name under which it may be asked, such as a container's (repeatable)
  --data DIRECTORY               where everything is kept; else DATA_DIR (also of .env) or ./data, and in it
                                 local-discord
  --token TOKEN                  the bot's token; without it a new one at every start, printed in the first line
  --no-rate-limits               never answer 429
  --no-demo                      start without the demo server
  --parent                       stop when the process that started this one is gone
`;

const { values } = parseArgs({
  allowPositionals: false,
  options: {
    port: { type: 'string', default: '3001' },
    host: { type: 'string', default: '127.0.0.1' },
    'allow-host': { type: 'string', multiple: true, default: [] },
    data: { type: 'string', default: defaultDataDir() },
    token: { type: 'string' },
    'no-rate-limits': { type: 'boolean', default: false },
    'no-demo': { type: 'boolean', default: false },
    parent: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(HELP);
} else {
  await run();
}

async function run(): Promise<void> {
  const local = await start();
  writeAddress(values.data, local.url);
  stopOnSignal(local);
  reportClock(local.clock);
  const { url, api, token } = local;
  process.stdout.write(`${JSON.stringify({ ready: true, url, api, token })}\n`);
}

async function start(): Promise<LocalDiscord> {
  // Two servers on one journal would lose each other's lines.
  const running = await findRunning(values.data);
  if (running) fail(`one is already running on this data, at ${running}`);
  try {
    return await startLocalDiscord({
      port: Number(values.port),
      host: values.host,
      allowHosts: values['allow-host'],
      dataDir: values.data,
      // Whoever started this reads it in the first line; nobody else has to know it.
      token: values.token ?? randomBytes(24).toString('base64url'),
      rateLimits: !values['no-rate-limits'],
      demo: !values['no-demo'],
      companion: parent,
      page: createPage(),
    });
  } catch (error) {
    // The one mistake everybody makes gets a plain line; the rest keeps its message.
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    const reason = isTaken
      ? `port ${values.port} is already in use (choose another with --port)`
      : String(error);
    return fail(reason);
  }
}

function fail(reason: string): never {
  process.stderr.write(`local-discord: ${reason}\n`);
  process.exit(1);
}

function stopOnSignal(local: LocalDiscord): void {
  const stop = async () => {
    removeAddress(values.data);
    await local.stop();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (!values.parent) return;
  // A parent killed by SIGKILL cannot say goodbye, but its end of the IPC channel (or of stdin) closes.
  if (process.connected) process.once('disconnect', stop);
  else process.stdin.once('end', stop).once('error', stop).resume();
}
