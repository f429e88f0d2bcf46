// Questions of the day by the hundred thousand, due at one instant, and what closes meanwhile: the bot's own jobs, lanes,
// budget and statements on a real database, with a fake Discord and a clock that waits for nobody.
import postgres from 'postgres';
import { loadPacks } from '#content/load.ts';
import { connect } from '#db/connect.ts';
import { openContent } from '#features/index.ts';
import { createOwnRequestTurns } from '#fleet/budget.ts';
import { systemClock } from '#lib/clock.ts';
import { seededRandom } from '#lib/random.ts';
import { silentLog } from '../../support/database.ts';
import { type FakeDiscord, installFakeDiscord } from './fake-discord.ts';
import { fill } from './fill.ts';
import { type Process, startProcess } from './process.ts';
import { installVirtualTime, type VirtualTime } from './virtual-time.ts';

export type Scene = { url: string; dailies: number; closings: number; processes: number };
export type Outcome = Pick<FakeDiscord, 'requests' | 'limited' | 'messages'> & {
  /** Milliseconds that a command's questions to Discord took. */
  commands: number[];
  closeAt: number;
};

const START = new Date('2026-11-27T08:59:50Z');
const DUE = new Date('2026-11-27T09:00:00Z');
/** What was open closes all at once, into the middle of the burst. */
const CLOSE_AT = new Date('2026-11-27T09:00:20Z');
/** The others know by then that a process is no more. */
const FORGOTTEN_AFTER_MS = 30_000;

export async function simulate(scene: Scene): Promise<Outcome> {
  const sql = postgres(scene.url, { max: 1, onnotice: () => undefined });
  const packs = await loadPacks('content');
  const [question] = packs.get('aws-developer-associate')?.questions.values() ?? [];
  if (!question) throw new Error('the bank has no question');
  await fill(sql, { ...scene, question, due: DUE, closeAt: CLOSE_AT });
  const db = connect({ url: scene.url, log: silentLog });
  const content = await openContent({ db, clock: systemClock }, packs);
  const time = installVirtualTime(START);
  try {
    const random = seededRandom(7);
    const discord = installFakeDiscord(time, random);
    let alive = scene.processes;
    const shared = {
      ...{ url: scene.url, content, time, random },
      ...{ turns: createOwnRequestTurns(), processes: () => alive },
    };
    const all = Array.from({ length: scene.processes }, () => startProcess(shared));
    const onKilled = () => {
      alive -= 1;
    };
    const watched = watch({ scene, time, sql, discord, all, onKilled });
    await time.runUntil(watched);
    await time.runUntil(Promise.all(all.map((each) => each.stop())));
    return { ...discord, commands: await watched, closeAt: CLOSE_AT.getTime() - START.getTime() };
  } finally {
    time.uninstall();
    await Promise.all([sql.end(), db.end()]);
  }
}

type Watched = {
  scene: Scene;
  time: VirtualTime;
  sql: postgres.Sql;
  discord: FakeDiscord;
  all: Process[];
  onKilled: () => void;
};

/** Until everything is sent and told; in the middle the first of several is killed. How long commands took meanwhile. */
async function watch({ scene, time, sql, discord, all, onKilled }: Watched): Promise<number[]> {
  const commands: number[] = [];
  let killed: Process | null = null;
  for (let second = 0; ; second += 1) {
    await time.sleep(1_000);
    if (!killed && all.length > 1 && discord.messages.size > (scene.dailies + scene.closings) / 2) {
      killed = all[0] ?? null;
      killed?.kill();
      setTimeout(onKilled, FORGOTTEN_AFTER_MS);
    }
    const from = time.now();
    // One that is never killed.
    const asking = all.at(-1 - (second % Math.max(1, all.length - 1)))?.askFor(`7${second}000000`);
    void asking?.then(() => commands.push(time.now() - from));
    if (second % 5 === 0 && second > 20 && (await time.during(() => isDone(sql)))) return commands;
  }
}

async function isDone(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql<{ left: boolean }[]>`
    select exists (select from posts where status = 'pending')
      or exists (select from daily_schedules where next_at <= ${DUE})
      or exists (select from posts where status = 'open' and closes_at <= ${CLOSE_AT})
      or exists (select from daily_dates d join posts p on p.id = d.post_id
        where p.status = 'closed' and d.recap_at is null) as left`;
  return row?.left === false;
}
