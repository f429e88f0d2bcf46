// What must not go wrong when things go wrong: crowds, double clicks, kills, restarts, a database that goes away.
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { cooldowns } from '#features/asking/quiz/table.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { scores } from '#features/standing/leaderboard/table.ts';
import type { Message } from '#local-discord/server.ts';
import {
  answerFirst,
  answerTo,
  customIdsOf,
  type Stage,
  spawnBot,
  startStage,
  textOf,
  until,
} from '../support/cohort.ts';
import { createTestDatabase, silentLog, startPrivateServer } from '../support/database.ts';
import { startFailingLine } from '../support/failing-line.ts';

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.stop();
  stage = null;
});

const isCallback = (request: { route: string }) => request.route.includes('/callback');
const isPost = (request: { method: string; route: string }) =>
  request.method === 'POST' && /\/channels\/[^/]+\/messages$/.test(request.route);

async function askSingle(on: Stage, text = '/quiz'): Promise<Message> {
  for (let turn = 0; turn < 60; turn += 1) {
    await on.database.db.delete(cooldowns);
    const { message, reason } = await on.ada.command(on.general, text);
    if (!message) throw new Error(`not asked: ${reason}`);
    if (textOf(message).includes('Select ONE')) return message;
  }
  throw new Error('no single-response question in 60');
}

/** Queues the question of a message again, for the daily channel, as a schedule or a round would. */
async function queueAgain(
  on: Stage,
  question: Message,
  changes: Partial<typeof posts.$inferInsert> = {},
): Promise<number> {
  const { db } = on.database;
  const [shown] = await db
    .select()
    .from(posts)
    .where(eq(posts.id, postIdOf(question)));
  if (!shown) throw new Error('the question has no post');
  const { id: _, ...copy } = shown;
  const pending = {
    ...copy,
    status: 'pending' as const,
    pressId: null,
    messageId: null,
    channelId: on.daily,
  };
  const [made] = await db
    .insert(posts)
    .values({ ...pending, ...changes })
    .returning({ id: posts.id });
  if (!made) throw new Error('not queued');
  return made.id;
}

const answerId = (message: Message, index: number) =>
  customIdsOf(message).filter((id) => id.startsWith('answer:'))[index] ?? '';
const postIdOf = (message: Message) => Number(answerId(message, 0).split(':')[2]);

/** What is tested is that the bot answers by itself in time, not how fast this machine is just now. */
const PATIENT_MS = 10_000;

describe('a crowd', () => {
  it('of 200 members answering within five seconds is counted to the last one, each once', async () => {
    stage = await startStage({ answerMs: PATIENT_MS });
    const { discord, guildId } = stage;
    const question = await askSingle(stage);
    const crowd = Array.from(
      { length: 200 },
      (_, index) => discord.createMember(guildId, { name: `Member ${index}` }).id,
    );
    const editsBefore = edits(stage);
    const replies = await Promise.all(
      crowd.map(async (id, index) => {
        await new Promise((resolve) => setTimeout(resolve, (index / 200) * 4000));
        return discord.as(id).press(question.id, answerId(question, index % 4));
      }),
    );
    expect(replies.filter((reply) => reply.state === 'replied')).toHaveLength(200);
    expect(replies.every((reply) => /Right!|Not right/.test(textOf(reply.message)))).toBe(true);
    expect(await stage.database.db.$count(answers, eq(answers.postId, postIdOf(question)))).toBe(200);
    const board = await stage.database.db
      .select({ rated: scores.rated })
      .from(scores)
      .where(eq(scores.window, 'all'));
    expect(board).toHaveLength(400);
    expect(board.every((row) => row.rated === 1)).toBe(true);
    await until(() => textOf(discord.message(question.id)).includes('200 answered'));
    // Coalesced: 200 answers over four seconds are not 200 edits (the test's delay is 50 ms, the product's 3 s).
    expect(edits(stage) - editsBefore).toBeLessThan(100);
  });
});

function edits({ discord }: Stage): number {
  return discord.requests.filter((request) => request.method === 'PATCH').length;
}

describe('the bot killed', () => {
  it('between saving an answer and replying: the member presses again and nothing is counted twice', async () => {
    stage = await startStage({ speaks: 'languages' });
    const question = await askSingle(stage);
    await stage.bot.stop();
    const first = await spawnBot(stage.discord, stage.database.url);
    const hold = stage.discord.hold(isCallback, 'before');
    const lost = stage.grace.press(question.id, answerId(question, 0));
    await hold.reached;
    await first.kill('SIGKILL');
    hold.release();
    await lost;
    const second = await spawnBot(stage.discord, stage.database.url);
    const again = await answerTo(stage.grace.press(question.id, answerId(question, 1)));
    expect(again).toContain('You answered this already');
    expect(await stage.database.db.$count(answers)).toBe(1);
    expect(await second.kill('SIGTERM')).toBe(0);
  });

  it('between sending a question from the outbox and storing it: it is there once', async () => {
    stage = await startStage({ speaks: 'languages' });
    const question = await askSingle(stage);
    await stage.bot.stop();
    const { db } = stage.database;
    const pending = await queueAgain(stage, question, { kind: 'daily', createdAt: new Date() });
    const hold = stage.discord.hold(isPost, 'after');
    const first = await spawnBot(stage.discord, stage.database.url);
    await hold.reached;
    await first.kill('SIGKILL');
    hold.release();
    expect(stage.discord.messages(stage.daily)).toHaveLength(1);
    const stored = () =>
      db
        .select({ status: posts.status, messageId: posts.messageId })
        .from(posts)
        .where(eq(posts.id, pending));
    expect(await stored()).toEqual([{ status: 'pending', messageId: null }]);
    // The lease of the killed process ends, ten minutes pass, so that Discord has forgotten the nonce too.
    await db
      .update(posts)
      .set({ leaseUntil: new Date(Date.now() - 540_000), createdAt: new Date(Date.now() - 600_000) })
      .where(eq(posts.id, pending));
    stage.discord.clock.advance(600_000);
    const second = await spawnBot(stage.discord, stage.database.url);
    await until(async () => (await stored())[0]?.status === 'open', 10_000);
    const shown = stage.discord.messages(stage.daily);
    expect(shown).toHaveLength(1);
    expect((await stored())[0]?.messageId).toBe(shown[0]?.id);
    expect(await second.kill('SIGTERM')).toBe(0);
  });

  it('at any time leaves buttons that work after the restart, and late presses are practice', async () => {
    stage = await startStage();
    const question = await askSingle(stage);
    await stage.restart();
    expect(await answerTo(stage.grace.press(question.id, answerId(question, 0)))).toMatch(/Right!|Not right/);
    stage.discord.clock.advance(31 * 60_000);
    const late = await answerTo(stage.linus.press(question.id, answerId(question, 0)));
    expect(late).toContain('Practice, no points: the question had closed');
  });

  it('right after replying learns its message from the first press, and reveals it', async () => {
    stage = await startStage();
    const question = await askSingle(stage);
    await stage.database.db.update(posts).set({ messageId: null });
    await stage.grace.press(question.id, answerId(question, 0));
    stage.discord.clock.advance(31 * 60_000);
    await stage.bot.runJob('close-posts');
    expect(textOf(stage.discord.message(question.id))).toContain('closed');
  });
});

describe('two bot processes on one database', () => {
  it('count a press once, and send and close a question once', async () => {
    stage = await startStage();
    const second = await stage.startSecond();
    const question = await askSingle(stage);
    expect(await stage.database.db.$count(posts, eq(posts.channelId, stage.general))).toBeGreaterThan(0);
    const reply = await answerTo(stage.grace.press(question.id, answerId(question, 0)));
    expect(reply).toMatch(/Right!|Not right/);
    expect(reply).not.toContain('You answered this already');
    expect(await stage.database.db.$count(answers)).toBe(1);
    const { db } = stage.database;
    for (let count = 0; count < 20; count += 1) await queueAgain(stage, question);
    const bots = [stage.bot, second];
    await Promise.all(bots.flatMap((bot) => [bot.runJob('send-posts'), bot.runJob('send-posts')]));
    await until(async () => (await db.$count(posts, eq(posts.status, 'pending'))) === 0);
    expect(stage.discord.messages(stage.daily)).toHaveLength(20);
  });
});

describe('Discord failing', () => {
  it('with 500s and a reset does not make a question appear twice', async () => {
    stage = await startStage();
    const question = await askSingle(stage);
    const { db } = stage.database;
    stage.discord.fail(isPost, { status: 500, times: 2 });
    await queueAgain(stage, question);
    await until(() => (stage?.discord.messages(stage.daily).length ?? 0) > 0, 20_000);
    await until(async () => (await db.$count(posts, eq(posts.status, 'pending'))) === 0);
    expect(stage.discord.messages(stage.daily)).toHaveLength(1);
  });

  it('by refusing the channel puts the question off and says why', async () => {
    stage = await startStage();
    const question = await askSingle(stage);
    const { db } = stage.database;
    stage.discord.setOverwrite(stage.daily, {
      id: stage.discord.botUserId,
      type: 'member',
      deny: ['SEND_MESSAGES'],
    } as never);
    const made = await queueAgain(stage, question);
    const stored = async () => (await db.select().from(posts).where(eq(posts.id, made)))[0];
    await until(async () => (await stored())?.attempts === 1);
    expect(await stored()).toMatchObject({ status: 'pending', failure: 'no-permission:Send Messages' });
    stage.discord.setOverwrite(stage.daily, {
      id: stage.discord.botUserId,
      type: 'member',
      allow: ['SEND_MESSAGES'],
    } as never);
    stage.discord.clock.advance(61_000);
    await stage.bot.runJob('send-posts');
    expect((await stored())?.status).toBe('open');
  });
});

describe('PostgreSQL stopped and started under load', () => {
  it('members are told that nothing was saved, nothing counts twice, and the bot recovers by itself', async () => {
    const server = await startPrivateServer();
    await migrate({ url: server.url, log: silentLog });
    stage = await startStage({ databaseUrl: server.url });
    const own = connect({ url: server.url, log: silentLog, max: 2 });
    const { discord, guildId } = stage;
    const { message: question } = await stage.ada.command(stage.general, '/quiz topic:lesson:1.1');
    if (!question) throw new Error('not asked');
    const isMenu = textOf(question).includes('Select T');
    const crowd = Array.from(
      { length: 60 },
      (_, index) => discord.createMember(guildId, { name: `Member ${index}` }).id,
    );
    const press = (id: string) =>
      isMenu
        ? discord
            .as(id)
            .select(
              question.id,
              answerId(question, 0),
              ['0', '1', '2'].slice(0, textOf(question).includes('TWO') ? 2 : 3),
            )
        : discord.as(id).press(question.id, answerId(question, 0));
    const outage = (async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await server.stop();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await server.start();
    })();
    const saved: string[] = [];
    const refused: string[] = [];
    const unsaved: string[] = [];
    await Promise.all(
      crowd.map(async (id, index) => {
        await new Promise((resolve) => setTimeout(resolve, (index / 60) * 2000));
        const words = await answerTo(press(id)).catch((error: unknown) => String(error));
        (/Right!|Not right/.test(words) ? saved : refused).push(id);
        if (!saved.includes(id))
          expect(words).toMatch(/could not be saved|cannot tell whether this was saved/);
        if (/could not be saved/.test(words)) unsaved.push(id);
      }),
    );
    await outage;
    expect(saved.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    // Told "saved" means saved; told "not saved" may press again and is then counted exactly once.
    const stored = async () =>
      (await own.select({ memberId: answers.memberId }).from(answers)).map((row) => row.memberId);
    const early = await stored();
    expect(
      unsaved.filter((id) => early.includes(id)),
      'told "not saved"',
    ).toEqual([]);
    await until(
      () =>
        stored().then(
          () => true,
          () => false,
        ),
      15_000,
    );
    for (const id of saved) expect(await stored()).toContain(id);
    for (const id of refused) {
      await until(async () => /Right!|Not right/.test(await answerTo(press(id)).catch(String)), 15_000);
    }
    expect((await stored()).toSorted()).toEqual(crowd.toSorted());
    const board = await own.select({ rated: scores.rated }).from(scores).where(eq(scores.window, 'all'));
    expect(board.map((row) => row.rated)).toEqual(Array.from({ length: 120 }, () => 1));
    await own.end();
    await stage.stop();
    stage = null;
    await server.remove();
  });
});

describe('a database that freezes under a crowd', () => {
  it('leaves nobody without an answer, and what it says of each press is true', async () => {
    const database = await createTestDatabase();
    const line = await startFailingLine(database.url);
    stage = await startStage({ databaseUrl: line.url, answerMs: PATIENT_MS });
    const { discord, guildId } = stage;
    const { message: question } = await stage.ada.command(stage.general, '/quiz topic:lesson:1.1');
    if (!question) throw new Error('not asked');
    const crowd = Array.from(
      { length: 80 },
      (_, index) => discord.createMember(guildId, { name: `Member ${index}` }).id,
    );
    // An interaction without an answer makes this throw. How long each took is counted below: most within Discord's
    // three seconds, which one stall of the machine may cost a few.
    const waits: number[] = [];
    const press = (id: string) => {
      const acting = answerFirst(discord.as(id), question);
      acting.then(({ ms }) => waits.push(ms));
      return answerTo(acting);
    };
    const thaw = line.freeze();
    const told = await Promise.all(
      crowd.map(async (id, index) => {
        await new Promise((resolve) => setTimeout(resolve, (index / 80) * 1500));
        return { id, words: await press(id).catch(String) };
      }),
    );
    expect(waits.filter((ms) => ms < 3_000).length).toBeGreaterThan(40);
    thaw();
    for (const { words } of told)
      expect(words).toMatch(/Right!|Not right|could not be saved|cannot tell whether this was saved/);
    const stored = () => database.db.select({ memberId: answers.memberId }).from(answers);
    const early = (await stored()).map((row) => row.memberId);
    const unsaved = told.filter(({ words }) => words.includes('could not be saved'));
    expect(unsaved.filter(({ id }) => early.includes(id))).toEqual([]);
    for (const id of crowd) {
      const again: string[] = [];
      await until(async () => {
        again.push(await press(id).catch(String));
        return /Right!|Not right/.test(again.at(-1) ?? '');
      }, 15_000);
      // Not saved behind their back either, after they were told.
      if (again.length === 1 && unsaved.some((member) => member.id === id))
        expect(again[0]).not.toContain('You answered this already');
    }
    expect((await stored()).map((row) => row.memberId).toSorted()).toEqual(crowd.toSorted());
    await stage.stop();
    stage = null;
    await line.stop();
    await database.drop();
  });
});
