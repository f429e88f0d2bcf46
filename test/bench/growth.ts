// npm run bench:growth [-- answers [folder]]: every command on a bot with 100,000 answers and on one with 20 million, in turns,
// in the largest server. What a command reads must not grow with what was ever answered. A folder keeps the databases for
// the next run: writing 20 million takes longer than measuring.
import { mkdir, rm } from 'node:fs/promises';
import { startEmbedded } from '#db/embedded.ts';
import { makeFolder, silentLog } from '../support/database.ts';
import { COMMANDS, type Command } from './growth/commands.ts';
import { isWritten, openStage, type Past, type Stage, writePast } from './growth/stage.ts';

const [answers = '20000000', kept] = process.argv.slice(2);
const PASTS: readonly Past[] = [
  { name: 'small', size: { answers: 100_000, servers: 40, members: 1_000, large: 300 } },
  { name: 'large', size: { answers: Number(answers), servers: 2_000, members: 50_000, large: 4_000 } },
];
const WARM = 20;
const RUNS = Number(process.env.RUNS ?? 300);

/** For writing alone: a log that has to be kept, and waited for, would double the time. */
const WRITING = {
  ...{ fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: 0, autovacuum: 'off' },
  ...{ max_wal_size: '8GB', shared_buffers: '1GB' },
};
/** As an installation has it, but for the disk: that of a shared machine is what varies most. */
const MEASURING = { fsync: 'off' };

type Times = { first: number; p50: number; p99: number };

const dir = kept ?? (await makeFolder());
await mkdir(dir, { recursive: true });
try {
  await writePasts();
  await compare();
} finally {
  if (!kept) await rm(dir, { recursive: true, force: true });
}

async function writePasts(): Promise<void> {
  const server = await startEmbedded({ dir, log: silentLog, settings: WRITING });
  try {
    const folder = { dir, server };
    for (const past of PASTS) if (!isWritten(folder, past)) await writePast(folder, past);
  } finally {
    await server.stop();
  }
}

async function compare(): Promise<void> {
  const server = await startEmbedded({ dir, log: silentLog, settings: MEASURING });
  try {
    const stages: Stage[] = [];
    for (const past of PASTS) stages.push(await openStage({ dir, server }, past));
    for (const { owner, channelId } of stages)
      await owner.command(channelId, `/daily set time:9:00 channel:${channelId}`);
    console.log(heading());
    const wanted = COMMANDS.filter(({ name }) => name.includes(process.env.ONLY ?? ''));
    for (const command of wanted) console.log(line(command.name, await timesOf(command, stages)));
    for (const stage of stages) await stage.stop();
  } finally {
    await server.stop();
  }
}

/** In turns, so that whatever else the machine does slows both down. */
async function timesOf(command: Command, stages: readonly Stage[]): Promise<Times[]> {
  const times = stages.map((): number[] => []);
  for (let turn = 0; turn < WARM + RUNS; turn += 1) {
    for (const [index, stage] of stages.entries()) {
      const actors = command.isOwners ? [stage.owner] : stage.members;
      const actor = actors[turn % actors.length];
      if (!actor) throw new Error('nobody is there');
      const run = await command.prepare({ stage, actor });
      const from = performance.now();
      await run();
      times[index]?.push(performance.now() - from);
    }
  }
  return times.map((all) => {
    const warm = all.slice(WARM).sort((a, b) => a - b);
    const at = (share: number) => warm[Math.min(warm.length - 1, Math.floor(warm.length * share))] ?? 0;
    return { first: all[0] ?? 0, p50: at(0.5), p99: at(0.99) };
  });
}

function heading(): string {
  const columns = ['first', 'p50', 'p99'].map((each) => each.padStart(8)).join('');
  const title = `${RUNS} times, warm; first: of a bot and a database just started`;
  return `${title.padEnd(46)}${'|'.padStart(4)} 100 k${''.padStart(18)}| ${answers}\n${''.padEnd(46)}${columns}${columns}   ×p50   ×p99`;
}

function line(name: string, [small, large]: readonly Times[]): string {
  if (!small || !large) return name;
  const cells = [small, large].flatMap(({ first, p50, p99 }) => [first, p50, p99]);
  const shown = cells.map((each) => each.toFixed(1).padStart(8)).join('');
  const ratios = [large.p50 / small.p50, large.p99 / small.p99]
    .map((each) => each.toFixed(2).padStart(7))
    .join('');
  return `${name.padEnd(46)}${shown}${ratios}`;
}
