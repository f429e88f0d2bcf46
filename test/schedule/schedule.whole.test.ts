import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { features } from '#features/index.ts';
import { type Job, type Schedule, startSchedule } from '#schedule/schedule.ts';

type App = { runs: Date[] };
const NEVER = '0 0 0 1 1 *';
const EVERY_SECOND = '* * * * * *';
// That of node:timers/promises is not among the timers that vitest moves.
const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const noon = new Date('2026-03-29T12:00:00Z');

let schedule: Schedule | undefined;
// Cron's seconds are long: here they pass at once.
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  const stopped = schedule?.stop();
  await pass(5000);
  await stopped;
  vi.useRealTimers();
});
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

function start(jobs: Job<App>[], isOutage: (error: unknown) => boolean = () => false) {
  const lines: { job?: string; err?: { message: string } }[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const seen: unknown[] = [];
  const app: App = { runs: [] };
  const observe = ({ job, failed }: { job: string; failed: boolean }) => void seen.push([job, failed]);
  schedule = startSchedule({ jobs, app, clock: { now: () => noon }, log, observe, isOutage });
  return { schedule, app, lines, seen };
}

const note = { name: 'note', run: async (app: App, firedAt: Date) => void app.runs.push(firedAt) };

it('wakes a job up by its cron line, with the instant from the clock', async () => {
  const { app } = start([{ ...note, schedule: EVERY_SECOND }]);
  await pass(3000);
  expect(app.runs.length).toBeGreaterThanOrEqual(2);
  expect(app.runs[0]).toEqual(noon);
});

it('runs a job by name', async () => {
  const { app, schedule } = start([{ ...note, schedule: NEVER }]);
  await schedule.runNow('note');
  expect(app.runs).toEqual([noon]);
  await expect(schedule.runNow('other')).rejects.toThrow('no job other');
});

it('starts nothing while it is paused, and pausing waits for what is at work', async () => {
  const slow = async (app: App, firedAt: Date) => {
    await sleep(1500);
    app.runs.push(firedAt);
  };
  const { app, schedule } = start([{ name: 'slow', schedule: EVERY_SECOND, run: slow }]);
  await pass(1000);
  let isStill = false;
  void schedule.pause().then(() => {
    isStill = true;
  });
  expect(isStill).toBe(false);
  await pass(5000);
  expect(isStill).toBe(true);
  expect(app.runs).toHaveLength(1);
  schedule.resume();
  await pass(3000);
  expect(app.runs.length).toBeGreaterThan(1);
});

it('never runs a job twice at once, not by tick and not by hand', async () => {
  let atOnce = 0;
  let most = 0;
  let runs = 0;
  const slow = async () => {
    most = Math.max(most, ++atOnce);
    await sleep(1100);
    atOnce--;
    runs++;
  };
  const { schedule } = start([{ name: 'slow', schedule: EVERY_SECOND, run: slow }]);
  await pass(1050);
  const byHand = schedule.runNow('slow');
  await pass(3000);
  await byHand;
  expect(runs).toBeGreaterThanOrEqual(2);
  expect(most).toBe(1);
});

it('goes on with a job right away whose tick came while it was at work', async () => {
  const begun: number[] = [];
  const slow = async () => {
    begun.push(performance.now());
    await sleep(1300);
  };
  start([{ name: 'slow', schedule: EVERY_SECOND, run: slow }]);
  await pass(4500);
  expect(begun.length).toBeGreaterThanOrEqual(3);
  for (const [index, at] of begun.slice(1).entries()) expect(at - (begun[index] ?? 0)).toBeCloseTo(1300, -1);
});

describe('a look for many jobs', () => {
  const due = new Set<string>();
  let asked: (readonly string[])[] = [];
  let isDown = false;
  const look = {
    names: new Set(['often', 'seldom']),
    async ask(names: readonly string[]) {
      if (isDown) throw new Error('the database is away');
      asked.push(names);
      return new Set(names.filter((name) => due.has(name)));
    },
  };
  const jobs = [
    { name: 'often', schedule: '1-59/2 * * * * *', run: async ({ runs }: Runs) => void runs.push('often') },
    {
      name: 'seldom',
      schedule: '3-59/10 * * * * *',
      run: async ({ runs }: Runs) => void runs.push('seldom'),
    },
    { name: 'own', schedule: '1-59/2 * * * * *', run: async ({ runs }: Runs) => void runs.push('own') },
  ];
  type Runs = { runs: string[] };
  const begin = () => {
    const app: Runs = { runs: [] };
    const failures: string[] = [];
    const observe = ({ job, failed }: { job: string; failed: boolean }) =>
      void (failed && failures.push(job));
    const log = pino({ level: 'silent' });
    schedule = startSchedule({ jobs, app, clock: { now: () => noon }, log, observe, look });
    return { app, failures };
  };
  beforeEach(() => {
    vi.setSystemTime(noon);
    due.clear();
    asked = [];
    isDown = false;
  });

  it('asks once for all whose time has come, and runs those that have something to do', async () => {
    due.add('seldom');
    const { app } = begin();
    await pass(20_500);
    expect(asked.length).toBe(10);
    expect(asked.filter((names) => names.includes('often')).length).toBe(10);
    expect(asked.filter((names) => names.includes('seldom')).length).toBe(2);
    expect(app.runs.filter((name) => name === 'seldom').length).toBe(2);
    expect(app.runs).not.toContain('often');
    expect(app.runs).toContain('own');
  });

  it('asks again for those that it could not ask for', async () => {
    due.add('seldom');
    isDown = true;
    const { app, failures } = begin();
    await pass(4_500);
    expect(failures).toEqual(['look-for-due', 'look-for-due']);
    isDown = false;
    await pass(2_000);
    expect(app.runs).toContain('seldom');
  });
});

it('logs what a job throws under its name, and goes on', async () => {
  let runs = 0;
  const fail = () => Promise.reject(new Error(`fault ${++runs}`));
  const { schedule, lines, seen } = start([
    { name: 'faulty', schedule: NEVER, run: fail },
    { ...note, schedule: NEVER },
  ]);
  await schedule.runNow('faulty');
  await schedule.runNow('faulty');
  await schedule.runNow('note');
  expect(lines.map(({ job, err }) => [job, err?.message])).toEqual([
    ['faulty', 'fault 1'],
    ['faulty', 'fault 2'],
  ]);
  expect(seen).toEqual([
    ['faulty', true],
    ['faulty', true],
    ['note', false],
  ]);
});

it('spends one line on an outage', async () => {
  const away = new Error('connection refused');
  const fail = () => Promise.reject(new Error('Failed query: select …', { cause: away }));
  const { schedule, lines, seen } = start(
    [{ name: 'faulty', schedule: NEVER, run: fail }],
    (error) => error !== null,
  );
  await schedule.runNow('faulty');
  expect(lines).toMatchObject([{ job: 'faulty', reason: 'Error: connection refused' }]);
  expect(lines[0]).not.toHaveProperty('err');
  expect(seen).toEqual([['faulty', true]]);
});

it('stops after the run underway, and starts nothing more', async () => {
  let finished = 0;
  const { schedule } = start([
    { name: 'slow', schedule: NEVER, run: () => sleep(200).then(() => void finished++) },
    { ...note, schedule: EVERY_SECOND },
  ]);
  void schedule.runNow('slow');
  const stopped = schedule.stop();
  await pass(3000);
  await stopped;
  expect(finished).toBe(1);
  await schedule.runNow('slow');
  expect(finished).toBe(1);
});

it('knows which job has been running longest', async () => {
  const { schedule } = start([{ name: 'slow', schedule: NEVER, run: () => sleep(150) }]);
  expect(schedule.oldestRun()).toBeNull();
  const run = schedule.runNow('slow');
  await pass(60);
  expect(schedule.oldestRun()).toMatchObject({ job: 'slow' });
  expect(schedule.oldestRun()?.seconds).toBeGreaterThan(0.04);
  await pass(100);
  await run;
  expect(schedule.oldestRun()).toBeNull();
});

it('starts the next run while work of the last one is still underway in its lane', async () => {
  let ticks = 0;
  const gate = Promise.withResolvers<void>();
  const { schedule, app } = start([
    {
      name: 'posts',
      schedule: EVERY_SECOND,
      async run(on, firedAt, lanes) {
        ticks += 1;
        if (ticks === 1) lanes.start('limited channel', () => gate.promise);
        else lanes.start('other channel', async () => void on.runs.push(firedAt));
      },
    },
  ]);
  await expect.poll(() => app.runs.length, { timeout: 4_000 }).toBeGreaterThanOrEqual(1);
  expect(schedule.oldestRun()).toMatchObject({ job: 'posts' });
  gate.resolve();
});

it('tells what fails in a lane as the failure of its job, and waits for lanes when it is run by hand', async () => {
  let finished = 0;
  const { schedule, lines, seen } = start([
    {
      name: 'posts',
      schedule: NEVER,
      async run(_, __, lanes) {
        lanes.start('a', () => Promise.reject(new Error('fault in a lane')));
        lanes.start('b', () => sleep(50).then(() => void finished++));
      },
    },
  ]);
  const run = schedule.runNow('posts');
  await pass(50);
  await run;
  expect(finished).toBe(1);
  expect(lines).toMatchObject([{ job: 'posts', err: { message: 'fault in a lane' } }]);
  expect(seen.toSorted()).toEqual([
    ['posts', false],
    ['posts', true],
  ]);
});

it('refuses a line that is not cron', () => {
  expect(() => start([{ ...note, schedule: 'every day' }])).toThrow();
});

it('lets no more than four jobs of the bot look at the same instant, so that it rests on few connections', () => {
  const looked = new Set(features.flatMap(({ due = {} }) => Object.keys(due)));
  const jobs = features.flatMap((feature) => feature.jobs ?? []);
  expect(jobs.length).toBeGreaterThan(20);
  // The one look for many of them comes in even seconds.
  const own = jobs.filter(({ name }) => !looked.has(name)).map(({ schedule }) => schedule);
  const schedules = ['*/2 * * * * *', ...own].map((schedule) => schedule.split(' '));
  // Those of every minute: what comes seldom has the night, or a second, for itself.
  const often = schedules.filter(([, ...rest]) => rest.every((field) => field === '*'));
  const looks = Array.from(
    { length: 60 },
    (_, second) => often.filter(([seconds = '']) => secondsOf(seconds).includes(second)).length,
  );
  expect(Math.max(...looks)).toBeLessThanOrEqual(4);
});

/** Of a cron field: `*`, `8`, `2-59` and any of it with `/5`. */
function secondsOf(field: string): number[] {
  const [, from = '0', to = field.startsWith('*') ? '59' : from, step = '1'] =
    /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(field) ?? [];
  const first = Number(from);
  return Array.from({ length: 60 }, (_, second) => second).filter(
    (second) => second >= first && second <= Number(to) && (second - first) % Number(step) === 0,
  );
}
