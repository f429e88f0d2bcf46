import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cooldowns } from '#features/asking/quiz/table.ts';
import { servers } from '#features/people/server/table.ts';
import { answers, memberQuestions, posts } from '#features/record/post/table.ts';
import type { Message } from '#local-discord/server.ts';
import {
  answerFirst,
  answerTo,
  customIdsOf,
  type Stage,
  startStage,
  textOf,
  until,
} from '../support/cohort.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());
afterEach(() => {
  // Whatever the bot sent was accepted by Discord's own schema, and nothing was asked that is not served.
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

/** A question asked in a channel, with the letters of its key, found by the test in the database. */
async function ask(text = '/quiz'): Promise<Message> {
  await stage.database.db.delete(cooldowns);
  const result = await stage.ada.command(stage.general, text);
  if (result.state !== 'replied' || !result.message) throw new Error(`${result.state} ${result.reason}`);
  return result.message;
}

/** Asks until the question is of the wanted kind: one right option with buttons, or several with a menu. */
async function askKind(kind: 'single' | 'multi'): Promise<Message> {
  for (let turn = 0; turn < 60; turn += 1) {
    const message = await ask();
    if (textOf(message).includes('Select ONE') === (kind === 'single')) return message;
    // A channel takes 25 open questions.
    await stage.database.db.update(posts).set({ status: 'dropped' }).where(eq(posts.status, 'open'));
  }
  throw new Error(`no ${kind} question in 60`);
}

const answerId = (message: Message, index: number) =>
  customIdsOf(message).filter((id) => id.startsWith('answer:'))[index] ?? '';
const now = (message: Message) => stage.discord.message(message.id);

describe('/quiz', () => {
  it('asks everybody, and answers each member privately with all the reasoning', async () => {
    const question = await askKind('single');
    expect(textOf(question)).toMatch(/Domain \d: .*Select ONE/s);
    const [grace, linus] = await Promise.all([
      stage.grace.press(question.id, answerId(question, 0)),
      stage.linus.press(question.id, answerId(question, 1)),
    ]);
    expect(textOf(grace.message)).toMatch(/Right!|Not right/);
    expect(textOf(grace.message).match(/✅ right|❌ wrong/g)?.length).toBe(4);
    expect(textOf(grace.message)).toContain('[Report]');
    const seenBy = (actor: Stage['grace']) => actor.visible(stage.general).map((message) => message.id);
    expect(seenBy(stage.grace)).toContain(grace.message?.id);
    expect(seenBy(stage.linus)).not.toContain(grace.message?.id);
    expect(seenBy(stage.linus)).toContain(linus.message?.id);
    await until(() => textOf(now(question)).includes('2 answered'));
  });

  it('shows the first answer again on a double click, and counts once', async () => {
    const question = await askKind('single');
    const presses = await Promise.all(
      [0, 1, 2, 3].map((index) => stage.grace.press(question.id, answerId(question, index))),
    );
    const words = presses.map((press) => textOf(press.message));
    expect(words.filter((text) => text.includes('You answered this already'))).toHaveLength(3);
    await until(() => textOf(now(question)).includes('1 answered'));
  });

  it('takes exactly as many picks as needed on multiple response', async () => {
    const question = await askKind('multi');
    const menu = answerId(question, 0);
    const needed = textOf(question).includes('Select TWO') ? 2 : 3;
    const tooFew = await stage.grace.select(question.id, menu, ['0']);
    expect(tooFew.state).toBe('refused');
    const picked = await stage.grace.select(question.id, menu, ['0', '1', '2'].slice(0, needed));
    expect(textOf(picked.message)).toMatch(/Right!|of your \d picks (was|were) right/);
  });

  it('offers topics as they are typed, and asks about the chosen one', async () => {
    // Whatever exam a server begins with.
    const exam = { exam: 'aws-developer-associate', edition: 'c02' };
    await stage.database.db
      .insert(servers)
      .values({ id: stage.guildId, ...exam, zone: 'UTC', createdAt: new Date() })
      .onConflictDoUpdate({ target: servers.id, set: exam });
    const choices = await stage.ada.autocomplete(stage.general, '/quiz topic:sqs');
    expect(choices.length).toBeGreaterThan(0);
    expect(
      choices.every(
        (choice) => choice.name.toLowerCase().includes('sqs') || String(choice.value).includes('sqs'),
      ),
    ).toBe(true);
    const question = await ask(`/quiz topic:${choices[0]?.value}`);
    expect(textOf(question)).toContain('Select');
    const wide = await stage.ada.autocomplete(stage.general, '/quiz topic:lambda');
    expect(wide[0]?.name).toMatch(/^Module 1/);
    // Typed and not chosen, the best match is meant.
    expect(textOf(await ask('/quiz topic:lambda'))).toContain('Select');
    await stage.database.db.delete(cooldowns);
    expect(await answerTo(stage.ada.command(stage.general, '/quiz topic:blockchain'))).toContain(
      'I have no questions on “blockchain”',
    );
  });

  it('refuses a time it cannot keep, and a second question right away', async () => {
    expect(await answerTo(stage.ada.command(stage.general, '/quiz open-for:9d'))).toContain(
      '1 minute to 7 days',
    );
    await ask();
    expect(await answerTo(stage.ada.command(stage.general, '/quiz'))).toContain('One question at a time');
  });

  it('closes by itself, with key, distribution and who was right', async () => {
    const question = await askKind('single');
    await stage.grace.press(question.id, answerId(question, 0));
    await stage.linus.press(question.id, answerId(question, 1));
    stage.discord.clock.advance(30 * 60_000);
    await stage.bot.runJob('close-posts');
    const revealed = textOf(now(question));
    expect(revealed).toContain('closed');
    expect(revealed).toMatch(/✅ right · [012] of 2/);
    expect(customIdsOf(now(question))).toEqual([expect.stringMatching(/^reasoning:1:\d+$/)]);
    const right = [stage.ids.grace, stage.ids.linus].filter((id) => revealed.includes(`<@${id}>`));
    expect(right.length).toBe(Number(/\*\*(\d) of 2\*\*/.exec(revealed)?.[1]));
    const [button] = customIdsOf(now(question));
    expect(await answerTo(stage.margaret.press(question.id, button ?? ''))).toContain('is right');
  });

  it('can be closed early by the asker, not by others; a late press is practice', async () => {
    const question = await askKind('single');
    const close = customIdsOf(question).find((id) => id.startsWith('close:')) ?? '';
    expect(await answerTo(stage.grace.press(question.id, close))).toContain('Only the member who asked');
    const hold = stage.discord.hold((request) => request.method === 'PATCH');
    const closed = await stage.ada.press(question.id, close);
    expect(textOf(closed.message)).toContain('Nobody answered this one');
    hold.release();
  });

  it('goes on in a thread when several are asked', async () => {
    const first = await ask('/quiz count:5');
    expect(textOf(first)).toContain('Question 1 of 5');
    const close = customIdsOf(first).find((id) => id.startsWith('close:')) ?? '';
    expect((await stage.ada.press(first.id, close)).state).toBe('updated');
    await stage.bot.runJob('close-posts');
    await stage.bot.runJob('send-posts');
    // The bot's own run may be the one that sends it.
    await until(() => stage.discord.messages(first.id).length > 0).catch(async (error) => {
      const round = await stage.database.db.select().from(posts).orderBy(posts.id);
      throw new Error(`${error}: ${JSON.stringify(round.slice(-3))}`);
    });
    const [second] = stage.discord.messages(first.id).slice(-1);
    expect(textOf(second)).toContain('Question 2 of 5');
    const pressed = await stage.grace.press(
      second?.id ?? '',
      customIdsOf(second).find((id) => id.startsWith('answer:')) ?? '',
    );
    expect(['replied', 'refused']).toContain(pressed.state);
  });

  it('survives its message being deleted: the answers stay', async () => {
    const question = await askKind('single');
    await stage.grace.press(question.id, answerId(question, 0));
    const before = await stage.database.db.$count(answers);
    stage.discord.deleteMessage(question.id);
    stage.discord.clock.advance(31 * 60_000);
    await stage.bot.runJob('close-posts');
    expect(await stage.database.db.$count(answers)).toBe(before);
    const shown = await stage.grace.command(stage.general, '/history');
    const [menu] = customIdsOf(shown.message);
    const open = await stage.database.db.select({ id: posts.id }).from(posts);
    expect(open.length).toBeGreaterThan(0);
    expect(menu).toBe('history:1');
    const newest = /"value":"(\d+)"/.exec(JSON.stringify(shown.message?.components))?.[1] ?? '';
    expect(await answerTo(stage.grace.select(shown.message?.id ?? '', 'history:1', [newest]))).toContain(
      'closed',
    );
  });

  it('/history pages through all closed questions by topic and day, and seeing a key there is practice', async () => {
    const { db } = stage.database;
    const [closed] = await db.select().from(posts).where(eq(posts.status, 'closed')).limit(1);
    if (!closed?.closesAt) throw new Error('nothing is closed');
    const { id: _, pressId, roundId, position, ...like } = closed;
    const old = (days: number) => new Date(stage.discord.clock.now() - days * 86_400_000);
    const channel = stage.discord.createChannel(stage.guildId, { name: 'archive' }).id;
    await db.insert(posts).values(
      Array.from({ length: 23 }, (_, n) => ({
        ...{ ...like, channelId: channel, homeChannelId: channel, messageId: `${n}` },
        ...{ createdAt: old(n + 2), closesAt: old(n + 1), kind: 'quiz' as const },
      })),
    );
    const shown = await stage.margaret.command(channel, '/history');
    const messageId = shown.message?.id ?? '';
    const seen = () => stage.margaret.visible(channel).find(({ id }) => id === messageId);
    const values = () => [...JSON.stringify(seen()).matchAll(/"value":"(\d+)"/g)].map(([, id]) => id ?? '');
    const turn = async (way: string) => {
      const id = customIdsOf(seen()).find((found) => found.startsWith(`historypage:1:${way}:`));
      await answerTo(stage.margaret.press(messageId, id ?? way));
      return values();
    };
    const pages = [values(), await turn('older'), await turn('older')];
    expect(pages.map((page) => page.length)).toEqual([10, 10, 3]);
    expect(new Set(pages.flat()).size).toBe(23);
    expect(textOf(seen())).not.toContain('Older');
    expect(await turn('newer')).toEqual(pages[1]);
    const [oldest = ''] = pages[2]?.slice(-1) ?? [];
    await turn('older');
    const opened = await stage.margaret.select(messageId, 'history:1', [oldest]);
    const reveal = opened.message ?? (await opened.settled());
    expect(textOf(reveal)).toContain('✅ right');
    expect((reveal?.flags ?? 0) & 64).toBe(64);
    const [noted] = await db
      .select()
      .from(memberQuestions)
      .where(
        and(
          eq(memberQuestions.memberId, stage.ids.margaret),
          eq(memberQuestions.questionId, closed.questionId),
        ),
      );
    expect(noted?.keySeenAt).not.toBeNull();

    const day = old(12).toISOString().slice(0, 10);
    const upTo = await stage.margaret.command(channel, `/history until:${day}`);
    expect(textOf(upTo.message)).toContain('until ');
    expect(textOf(upTo.message)).toContain(`<t:${Math.floor(old(12).getTime() / 1000)}:D>`);
    const days = await stage.margaret.autocomplete(channel, `/history until:${day}`);
    expect(days).toMatchObject([{ value: day }]);
    const topics = await stage.margaret.autocomplete(channel, '/history topic:domain 1');
    expect(topics[0]?.value).toBe('domain:1');
    const about = await stage.margaret.command(channel, `/history topic:domain:${closed.domain}`);
    expect(textOf(about.message)).toContain(`Domain ${closed.domain}`);
    expect(customIdsOf(about.message).at(-1)).toMatch(/^historypage:1:older:\d+:domain:\d$/);
    await answerTo(stage.margaret.press(about.message?.id ?? '', customIdsOf(about.message).at(-1) ?? ''));
    const other = closed.domain === '1' ? '2' : '1';
    expect(await answerTo(stage.margaret.command(channel, `/history topic:domain:${other}`))).toContain(
      'No closed question here fits',
    );
  });

  it('says what it lacks where it may not post', async () => {
    const secret = stage.discord.createChannel(stage.guildId, { name: 'staff' }).id;
    stage.discord.setOverwrite(secret, {
      id: stage.discord.botUserId,
      type: 'member',
      deny: ['SEND_MESSAGES'],
    } as never);
    await stage.database.db.delete(cooldowns);
    const refused = await answerTo(stage.ada.command(secret, '/quiz'));
    expect(refused).toContain('Send Messages');
    expect(refused).not.toContain('private thread');
    stage.discord.setOverwrite(secret, {
      id: stage.discord.botUserId,
      type: 'member',
      deny: ['VIEW_CHANNEL'],
    } as never);
    expect(await answerTo(stage.ada.command(secret, '/quiz'))).toContain('mentions me');
  });
});

describe('/quiz private', () => {
  it('runs a round for one member alone, resumes it, and ends with the result', async () => {
    const start = await stage.margaret.command(stage.general, '/quiz private:true count:5');
    expect(textOf(start.message)).toContain('Question 1 of 5, only for you');
    expect(stage.grace.visible(stage.general).map((message) => message.id)).not.toContain(start.message?.id);
    let message = start.message;
    for (let position = 1; position <= 5; position += 1) {
      const answered = await answerFirst(stage.margaret, message);
      expect(answered.state).toBe('updated');
      expect(textOf(answered.message)).toContain('private questions are not rated');
      if (position === 2) {
        // The token has expired, the bot was restarted: /quiz goes on at question 3.
        await stage.restart();
        await stage.database.db.delete(cooldowns);
        const resumed = await stage.margaret.command(stage.general, '/quiz private:true');
        expect(textOf(resumed.message)).toContain('Question 3 of 5');
        message = resumed.message;
        continue;
      }
      const next = customIdsOf(answered.message).find((each) => each.startsWith('next:')) ?? '';
      const following = await stage.margaret.press(answered.message?.id ?? '', next);
      message = following.message;
    }
    expect(textOf(message)).toMatch(/Round finished: \d of 5 right/);
  });

  it('gives another like it, and takes a report', async () => {
    await stage.database.db.delete(cooldowns);
    const start = await stage.linus.command(stage.general, '/quiz private:true topic:domain:1');
    const answered = await answerFirst(stage.linus, start.message);
    const ids = customIdsOf(answered.message);
    await stage.database.db.delete(cooldowns);
    const another = await stage.linus.press(
      answered.message?.id ?? '',
      ids.find((each) => each.startsWith('another:')) ?? '',
    );
    expect(textOf(another.message)).toContain('Only for you');
    const form = await stage.linus.press(
      answered.message?.id ?? '',
      ids.find((each) => each.startsWith('report:')) ?? '',
    );
    expect(form.state).toBe('modal');
    const sent = await stage.linus.submit(form, { kind: ['unclear'], text: 'Two options fit the stem.' });
    expect(textOf(sent.message)).toContain('your report is saved');
  });
});
