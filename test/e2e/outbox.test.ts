// Sending, closing and rounds when Discord is not as it should be: each of these once went wrong.
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cooldowns, rounds } from '#features/asking/quiz/table.ts';
import { posts } from '#features/record/post/table.ts';
import type { Message } from '#local-discord/server.ts';
import { answerTo, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());
beforeEach(() => stage.database.db.delete(cooldowns));

async function ask(text: string, channelId = stage.general): Promise<Message> {
  const { message, reason } = await stage.ada.command(channelId, text);
  if (!message) throw new Error(`not asked: ${reason}`);
  return message;
}

const idOf = (message: Message | undefined, name: string) =>
  customIdsOf(message).find((id) => id.startsWith(`${name}:`)) ?? '';
const postOf = async (message: Message) => {
  const id = Number(idOf(message, 'answer').split(':')[2]);
  const [post] = await stage.database.db.select().from(posts).where(eq(posts.id, id));
  if (!post) throw new Error('no post');
  return post;
};
const later = (minutes: number) => stage.discord.clock.advance(minutes * 60_000);

describe('closing', () => {
  it('is put off with growing distance while Discord fails, and then done', async () => {
    const question = await ask('/quiz');
    const post = await postOf(question);
    const isEdit = (request: { method: string; path: string }) =>
      request.method === 'PATCH' && request.path.includes(question.id);
    stage.discord.fail(isEdit, { status: 500, times: 4 });
    later(31);
    await stage.bot.runJob('close-posts');
    const stored = async () => (await stage.database.db.select().from(posts).where(eq(posts.id, post.id)))[0];
    await until(async () => (await stored())?.attempts === 1);
    expect(await stored()).toMatchObject({ status: 'open', failure: 'discord-unavailable' });
    later(2);
    await stage.bot.runJob('close-posts');
    await until(async () => (await stored())?.status === 'closed');
    expect(textOf(stage.discord.message(question.id))).toContain('closed');
  });

  it('shows the key although the reply’s message id was lost and nobody pressed', async () => {
    const question = await ask('/quiz');
    const post = await postOf(question);
    await stage.database.db.update(posts).set({ messageId: null }).where(eq(posts.id, post.id));
    later(31);
    await stage.bot.runJob('close-posts');
    // The schedule's own run may have taken it a moment before.
    await until(() => textOf(stage.discord.message(question.id)).includes('Nobody answered this one'));
  });

  it('gives up for good what Discord will never take, instead of trying for ever', async () => {
    const question = await ask('/quiz');
    stage.discord.fail((request) => request.method === 'PATCH' && request.path.includes(question.id), {
      status: 400,
      body: { message: 'No', code: 50109 },
    });
    later(31);
    await stage.bot.runJob('close-posts');
    await until(async () => (await postOf(question)).status === 'closed');
    expect(await postOf(question)).toMatchObject({ failure: 'refused:50109' });
    expect(await answerTo(stage.grace.command(stage.general, '/history'))).toContain('Closed questions');
  });
});

describe('a round', () => {
  it('started inside a thread goes on in that thread', async () => {
    const first = await ask('/quiz');
    const thread = await fetch(
      `${stage.discord.api}/v10/channels/${stage.general}/messages/${first.id}/threads`,
      {
        method: 'POST',
        headers: { authorization: `Bot ${stage.discord.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Talk' }),
      },
    );
    expect(thread.status).toBe(201);
    await stage.database.db.delete(cooldowns);
    const question = await ask('/quiz count:5', first.id);
    await stage.ada.press(question.id, idOf(question, 'close'));
    await stage.bot.runJob('close-posts');
    await stage.bot.runJob('send-posts');
    const shown = () =>
      stage.discord.messages(first.id).filter((message) => textOf(message).includes('Question 2 of 5'));
    // A tick may be at it already.
    await until(() => shown().length > 0);
    expect(shown()).toHaveLength(1);
  });
});

describe('the outbox', () => {
  it('drops a question whose time has passed, instead of posting yesterday’s', async () => {
    const question = await ask('/quiz');
    const { id: _, ...copy } = await postOf(question);
    const before = stage.discord.messages(stage.daily).length;
    const now = stage.discord.clock.now();
    const [late] = await stage.database.db
      .insert(posts)
      .values({
        ...copy,
        kind: 'daily',
        status: 'pending',
        pressId: null,
        messageId: null,
        channelId: stage.daily,
        createdAt: new Date(now - 14 * 3_600_000),
        sendBefore: new Date(now - 8 * 3_600_000),
        closesAt: new Date(now + 3_600_000),
      })
      .returning({ id: posts.id });
    await stage.bot.runJob('send-posts');
    const [stored] = await stage.database.db
      .select()
      .from(posts)
      .where(eq(posts.id, late?.id ?? 0));
    expect(stored).toMatchObject({ status: 'dropped', failure: 'too-late' });
    expect(stage.discord.messages(stage.daily)).toHaveLength(before);
  });
});

describe('a private round', () => {
  const answerFirst = (message: Message | undefined) => {
    const needed = Number(/"min_values":(\d)/.exec(JSON.stringify(message?.components))?.[1] ?? 0);
    const id = idOf(message, 'answer');
    return needed === 0
      ? stage.linus.press(message?.id ?? '', id)
      : stage.linus.select(message?.id ?? '', id, ['0', '1', '2'].slice(0, needed));
  };

  it('is not lost over a mistyped topic, ends with what was right so far, and then makes room for the next', async () => {
    const start = await stage.linus.command(stage.general, '/quiz private:true count:5');
    await answerFirst(start.message);
    expect(
      await answerTo(stage.linus.command(stage.general, '/quiz private:true topic:blockchain')),
    ).toContain('no questions on');
    const resumed = await stage.linus.command(stage.general, '/quiz private:true');
    expect(textOf(resumed.message)).toContain('Question 2 of 5');
    const ended = await stage.linus.press(resumed.message?.id ?? '', idOf(resumed.message, 'startover'));
    expect(textOf(ended.message)).toMatch(/Round finished: [01] of 5 right/);
    await stage.database.db.delete(cooldowns);
    const single = await stage.linus.command(stage.general, '/quiz private:true');
    await answerFirst(single.message);
    await stage.database.db.delete(cooldowns);
    // The answered one is over, whether or not Next was pressed.
    expect(textOf((await stage.linus.command(stage.general, '/quiz private:true')).message)).toContain(
      'Select',
    );
  });
});

describe('a private round asked for while another is unfinished', () => {
  const run = async (text: string) => {
    await stage.database.db.delete(cooldowns);
    return (await stage.grace.command(stage.general, text)).message;
  };
  const press = (message: Message | undefined, name: string) =>
    stage.grace.press(message?.id ?? '', idOf(message, name));

  it('asks which one is meant, and loses neither before the member has said so', async () => {
    expect(textOf(await run('/quiz private:true count:5'))).toContain('Question 1 of 5');
    for (const text of ['/quiz private:true count:10', '/quiz private:true topic:domain:2']) {
      const asked = await run(text);
      expect(textOf(asked)).toContain('unfinished round: 0 of 5 answered');
      const goneOn = await press(asked, 'next');
      expect([goneOn.state, textOf(goneOn.message)]).toEqual([
        'updated',
        expect.stringContaining('Question 1 of 5'),
      ]);
    }
  });

  it('starts the new one with its topic and number when that is meant, and ends the other', async () => {
    const asked = await run('/quiz private:true count:10 topic:sqs');
    await stage.database.db.delete(cooldowns);
    const started = await press(asked, 'instead');
    expect(started.state).toBe('updated');
    expect(textOf(started.message)).toContain('Question 1 of 10');
    // The same press once more, from an old message: the new one is in the way, and is not lost.
    expect(textOf(await run('/quiz private:true'))).toContain('Question 1 of 10');
    const [round] = await stage.database.db
      .select({ topic: rounds.topic })
      .from(rounds)
      .where(and(eq(rounds.memberId, stage.ids.grace), isNull(rounds.finishedAt)));
    expect(round?.topic).toMatch(/^(lesson|concept):/);
  });

  it('keeps the buttons when it has to wait', async () => {
    const asked = await run('/quiz private:true topic:lambda');
    await stage.grace.command(stage.general, '/quiz');
    const waiting = await press(asked, 'instead');
    expect([waiting.state, textOf(waiting.message)]).toEqual([
      'replied',
      expect.stringContaining('One question at a time'),
    ]);
  });
});

describe('readiness', () => {
  it('notices that the gateway is gone', async () => {
    const other = await startStage();
    const ready = () => fetch(`http://127.0.0.1:${other.bot.httpPort}/readyz`);
    expect((await ready()).status).toBe(200);
    await other.discord.stop();
    await until(async () => (await ready()).status === 503);
    expect(JSON.stringify(await (await ready()).json())).toContain('not connected');
    await other.bot.stop();
    await other.database.db.end();
  });
});
