// npm run bench:growth [-- answers [folder]]: every command on a bot with 100,000 answers and on one with 20 million, in turns,
// in the largest server. What a command reads must not grow with what was ever answered. A folder keeps the databases for
// the next run. RUNS, SECONDS and ONLY say how often and for how long each command is run at least, and which.
import { mkdir, rm } from 'node:fs/promises';
import { startEmbedded } from '#db/embedded.ts';
import { makeFolder, silentLog } from '../support/database.ts';
import { COMMANDS, type Command } from './growth/commands.ts';
import { openStage, type Past, type Stage, writePasts } from './growth/stage.ts';

const [answers = '20000000', kept] = process.argv.slice(2);
const PASTS: readonly Past[] = [
  { name: 'small', size: { answers: 100_000, servers: 40, members: 1_000, large: 300 }, real: 40 },
  {
    name: 'large',
    size: { answers: Number(answers), servers: 2_000, members: 50_000, large: 4_000 },
    real: 40,
  },
];
const WARM = 20;
const RUNS = Number(process.env.RUNS ?? 300);
const SECONDS = Number(process.env.SECONDS ?? 0);
/** A p99 of some hundred turns is a matter of luck: the ratio is told with the range that nine in ten such runs would give. */
const RESAMPLES = 400;
/** What a command may take at most, as a ratio of p99. */
const ASKED = 1.2;

/** As an installation has it, but for the disk: that of a shared machine is what varies most. */
const MEASURING = { fsync: 'off' };

type Times = { warm: readonly number[]; first: number; p50: number; p99: number };
type Range = { low: number; high: number };

const dir = kept ?? (await makeFolder());
await mkdir(dir, { recursive: true });
try {
  await writePasts(dir, PASTS);
  await compare();
} finally {
  if (!kept) await rm(dir, { recursive: true, force: true });
}

async function compare(): Promise<void> {
  const server = await startEmbedded({ dir, log: silentLog, settings: MEASURING });
  try {
    const stages: Stage[] = [];
    for (const past of PASTS) stages.push(await openStage({ dir, server }, past));
    await Promise.all(stages.map((stage) => stage.settled()));
    for (const { owner, channelId } of stages)
      await owner.command(channelId, `/daily set time:9:00 channel:${channelId}`);
    console.log(heading());
    const wanted = COMMANDS.filter(({ name }) => name.includes(process.env.ONLY ?? ''));
    const told: { name: string; range: Range }[] = [];
    for (const command of wanted) {
      const { name } = command;
      const times = await timesOf(command, stages);
      const range = rangeOf(times);
      console.log(line(name, { times, range }));
      told.push({ name, range });
    }
    console.log(verdict(told));
    for (const stage of stages) await stage.stop();
  } finally {
    await server.stop();
  }
}

/** In turns, so that whatever else the machine does slows both down. */
async function timesOf(command: Command, stages: readonly Stage[]): Promise<Times[]> {
  const runs = stages.map((stage) => ({ stage, times: [] as number[] }));
  const until = performance.now() + SECONDS * 1000;
  for (let turn = 0; turn < WARM + RUNS || performance.now() < until; turn += 1) {
    // In either order: what the one leaves behind must not always fall to the other.
    const inOrder = turn % 2 === 0 ? runs : runs.toReversed();
    for (const { stage, times } of inOrder) times.push(await timeOf(command, { stage, turn }));
  }
  return runs.map(({ times }) => summarize(times));
}

async function timeOf(command: Command, { stage, turn }: { stage: Stage; turn: number }): Promise<number> {
  const actors = command.isOwners ? [stage.owner] : stage.members;
  const actor = actors[turn % actors.length];
  if (!actor) throw new Error('nobody is there');
  const run = await command.prepare({ stage, actor });
  const from = performance.now();
  await run();
  return performance.now() - from;
}

function summarize(times: readonly number[]): Times {
  const warm = times.slice(WARM);
  return { warm, first: times[0] ?? 0, p50: at(warm, 0.5), p99: at(warm, 0.99) };
}

/** Of the ratio of p99: what turns drawn anew from those that were measured give (bootstrap). */
function rangeOf([small, large]: readonly Times[]): Range {
  const p99 = ({ warm }: Times) =>
    at(
      warm.map(() => warm[Math.floor(Math.random() * warm.length)] ?? 0),
      0.99,
    );
  if (!small || !large) return { low: 0, high: 0 };
  const ratios = Array.from({ length: RESAMPLES }, () => p99(large) / p99(small));
  return { low: at(ratios, 0.05), high: at(ratios, 0.95) };
}

function verdict(told: readonly { name: string; range: Range }[]): string {
  const namesOf = (isMeant: (range: Range) => boolean) =>
    told.flatMap(({ name, range }) => (isMeant(range) ? name : [])).join(', ') || 'none';
  return [
    `\nasked: p99 at most ${ASKED} × that of 100 k, of every command`,
    `surely kept: ${namesOf(({ high }) => high <= ASKED)}`,
    `surely missed: ${namesOf(({ low }) => low > ASKED)}`,
    `not to be told from these turns: ${namesOf(({ low, high }) => low <= ASKED && high > ASKED)}`,
  ].join('\n');
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function ratioOf([small, large]: readonly Times[], what: 'p50' | 'p99'): number {
  return small && large ? large[what] / small[what] : 0;
}

function heading(): string {
  const columns = ['first', 'p50', 'p99'].map((each) => each.padStart(8)).join('');
  const title = 'ms, warm; first: the first time since the start';
  return `${title.padEnd(53)}${'|'.padStart(4)} 100 k${''.padStart(18)}| ${answers}\n${'turns'.padStart(53)}${columns}${columns}   ×p50   ×p99  of 9 in 10 runs`;
}

function line(name: string, { times, range }: { times: readonly Times[]; range: Range }): string {
  const cells = times.flatMap(({ first, p50, p99 }) => [first, p50, p99]);
  const shown = cells.map((each) => each.toFixed(1).padStart(8)).join('');
  const ratios = [ratioOf(times, 'p50'), ratioOf(times, 'p99')].map((each) => each.toFixed(2).padStart(7));
  const between = `  ${range.low.toFixed(2)}–${range.high.toFixed(2)}`;
  return `${name.padEnd(46)}${String(times[0]?.warm.length ?? 0).padStart(7)}${shown}${ratios.join('')}${between}`;
}
