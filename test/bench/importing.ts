// What members feel while ten servers import a bank at once: answers at a steady rate, alone, beside the imports, and
// beside a program that only counts, at the lowest priority. The last is what any work beside the answers costs on the
// machine: with two cores, p99 is three to five times what it is alone (a core that sleeps is woken faster than one that
// is taken from another thread), and no import can be below it. `npm run bench:importing`

import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { loadPacks } from '#content/load.ts';
import { domainOf } from '#content/pack.ts';
import { connect } from '#db/connect.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { runImport, tryImport } from '#features/desk/authoring/import.actions.ts';
import { openContent, projections } from '#features/index.ts';
import { servers } from '#features/people/server/table.ts';
import { answerQuestion } from '#features/record/answer/actions.ts';
import { posts } from '#features/record/post/table.ts';
import { writeBank } from '#formats/formats.ts';
import type { Bank } from '#formats/item.ts';
import { makeFolder, silentLog } from '../support/database.ts';

const ANSWERS_PER_SECOND = 50;
const SECONDS = 12;
const SERVERS = 10;
const ITEMS = 600;

/** Unlike each other, as questions are: nearly the same ones are left out. */
function words(index: number): string {
  return Array.from(
    { length: 14 },
    (_, place) => `w${(index * 31 + place * 97 + index * place) % 1_999}`,
  ).join(' ');
}

const bank: Bank = {
  name: 'Bench',
  items: Array.from({ length: ITEMS }, (_, index) => ({
    key: `k-${index}`,
    stem: `${words(index)}: which of them holds here?`,
    options: ['One', 'Two', 'Three', 'Four'].map((text, option) => ({
      text: `${text} ${index}`,
      correct: option === 0,
      why: 'Since.',
    })),
    difficulty: 2,
    domain: `Part ${index % 8}`,
    takeaway: 'Remember.',
    references: [],
  })),
};

const dir = await makeFolder();
const server = await startEmbedded({ dir, log: silentLog });
try {
  const { migrationUrl: url } = server;
  await migrate({ url, log: silentLog });
  const db = connect({ url, log: silentLog, max: 10 });
  const clock = { now: () => new Date() };
  const content = await openContent(
    { db, clock },
    await loadPacks(join(import.meta.dirname, '../../content')),
  );
  const deps = { db, clock, content };
  const [pack] = content.packs();
  const [question] = [...(pack?.questions.values() ?? [])].filter((each) => each.options.length === 4);
  if (!pack || !question) throw new Error('no question');
  const edition = question.editions[0] ?? '';
  const settings = { exam: pack.exam.id, edition, zone: 'UTC', createdAt: clock.now() };
  await db.insert(servers).values({ ...settings, id: 'bench' });

  const openPost = async () => {
    const [post] = await db
      .insert(posts)
      .values({
        kind: 'quiz',
        status: 'open',
        serverId: 'bench',
        channelId: 'c',
        homeChannelId: 'c',
        exam: pack.exam.id,
        edition,
        domain: domainOf(pack, edition, question).id,
        questionId: question.id,
        questionVersion: question.version,
        optionOrder: question.options.map(({ id }) => id),
        createdAt: clock.now(),
        closesAt: new Date(Date.now() + 3_600_000),
      })
      .returning({ id: posts.id });
    return post?.id ?? 0;
  };

  /** Open loop: each answer begins at its time, whatever the others do. */
  const answers = async (name: string): Promise<number[]> => {
    const postId = await openPost();
    const times: number[] = [];
    const underway: Promise<unknown>[] = [];
    const begun = performance.now();
    for (let index = 0; index < ANSWERS_PER_SECOND * SECONDS; index += 1) {
      await setTimeout(Math.max(0, begun + (index * 1000) / ANSWERS_PER_SECOND - performance.now()));
      const due = begun + (index * 1000) / ANSWERS_PER_SECOND;
      const press = {
        from: null,
        postId,
        memberId: `${name}-${index}`,
        serverId: 'bench',
        picked: [index % 4],
        pressId: `${name}${index}`,
        at: clock.now(),
      };
      underway.push(
        answerQuestion({ db, content, projections }, press).then(() => times.push(performance.now() - due)),
      );
    }
    await Promise.all(underway);
    return times.toSorted((a, b) => a - b);
  };

  const file = { name: 'bench.xml', bytes: (await writeBank('moodle', bank)).bytes, format: null };
  const importOne = async (serverId: string): Promise<number> => {
    const begun = performance.now();
    const own = { serverId, memberId: 'm' };
    const run = await tryImport(deps, { ...own, pack: null, file });
    if (run.kind !== 'planned') throw new Error(run.kind);
    const done = await runImport(deps, { ...own, id: run.id });
    if (done.kind !== 'imported' || done.added !== ITEMS) throw new Error(done.kind);
    return performance.now() - begun;
  };

  await answers('warm');
  const alone = await answers('alone');
  const counting = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  if (counting.pid) setPriority(counting.pid, constants.priority.PRIORITY_LOW);
  const busy = await answers('busy');
  counting.kill();
  const single = await importOne('single');
  let imports = 0;
  let isOver = false;
  const importing = Array.from({ length: SERVERS }, async (_, number) => {
    for (let turn = 0; !isOver; turn += 1) {
      await importOne(`s${number}-${turn}`);
      imports += 1;
    }
  });
  const beside = await answers('beside');
  isOver = true;
  await Promise.all(importing);
  const at = (times: readonly number[], share: number) => times[Math.floor(times.length * share)] ?? 0;
  const ratio = (one: readonly number[], other: readonly number[]) =>
    (at(one, 0.99) / at(other, 0.99)).toFixed(2);
  const line = (name: string, times: readonly number[]) =>
    `${name}: p50 ${at(times, 0.5).toFixed(1)} ms, p99 ${at(times, 0.99).toFixed(1)} ms`;
  console.log(`${ANSWERS_PER_SECOND} answers a second for ${SECONDS} s, SQL path`);
  console.log(line('alone', alone));
  console.log(line('beside a program that only counts', busy));
  console.log(
    line(
      `beside ${SERVERS} servers that import ${ITEMS} questions each, again and again (${imports} imports)`,
      beside,
    ),
  );
  console.log(
    `p99 ratio to the counting program ${ratio(beside, busy)}, to alone ${ratio(beside, alone)}; one import alone ${single.toFixed(0)} ms`,
  );
  await db.end();
} finally {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
