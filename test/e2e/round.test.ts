// A public round from its first question to its table, with what goes on between processes and restarts.
import { eq, isNull } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { afterwords, cooldowns } from '#features/asking/quiz/table.ts';
import { servers } from '#features/people/server/table.ts';
import type { Message } from '#local-discord/server.ts';
import { answerTo, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  // Whatever exam a server begins with.
  const exam = { exam: 'aws-developer-associate', edition: 'c02' };
  await stage.database.db
    .insert(servers)
    .values({ id: stage.guildId, ...exam, zone: 'UTC', createdAt: new Date() })
    .onConflictDoUpdate({ target: servers.id, set: exam });
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

type Actor = Stage['ada'];

async function ask(text: string, channel = stage.general, by = stage.ada): Promise<Message> {
  await stage.database.db.delete(cooldowns);
  const result = await by.command(channel, text);
  if (result.state !== 'replied' || !result.message) throw new Error(`${result.state} ${result.reason}`);
  return result.message;
}

const idOf = (message: Message | undefined, name: string) =>
  customIdsOf(message).find((id) => id.startsWith(`${name}:`)) ?? '';

function answer(actor: Actor, message: Message) {
  const id = idOf(message, 'answer');
  const needed = Number(/"min_values":(\d)/.exec(JSON.stringify(message.components))?.[1] ?? 0);
  if (needed === 0) return actor.press(message.id, id);
  return actor.select(message.id, id, ['0', '1', '2'].slice(0, needed));
}

/** Closes what is over, and sends what follows. */
async function goOn(bot = stage.bot) {
  await bot.runJob('close-posts');
  await bot.runJob('send-posts');
  await bot.runJob('say-outcomes');
}

const inThread = (first: Message) => stage.discord.messages(first.id);
const newest = (first: Message): Message => {
  const message = inThread(first).at(-1);
  if (!message) throw new Error('nothing in the thread');
  return message;
};
const tables = (messages: readonly Message[]) =>
  messages.filter((message) => textOf(message).includes('[Another round]'));

describe('a channel', () => {
  it('takes 25 open questions and refuses the next in plain words', async () => {
    const busy = stage.discord.createChannel(stage.guildId, { name: 'busy' }).id;
    const askers = [stage.ada, stage.grace, stage.linus];
    for (let asked = 0; asked < 25; asked += 1) await ask('/quiz', busy, askers[asked % 3]);
    await stage.database.db.delete(cooldowns);
    expect(await answerTo(stage.ada.command(busy, '/quiz'))).toContain(
      '25 questions are open in this channel already',
    );
  });
});

describe('a round', () => {
  let first: Message;

  it('is brisk, and goes on as soon as all of the question before have answered', async () => {
    first = await ask('/quiz count:5');
    expect(textOf(first)).toContain('[Close now]\n[End round]');
    await answer(stage.grace, first);
    await answer(stage.linus, first);
    stage.discord.clock.advance(179_000);
    await goOn();
    expect(textOf(stage.discord.message(first.id))).toContain('Question 1 of 5');
    expect(inThread(first)).toHaveLength(0);
    stage.discord.clock.advance(2_000);
    await goOn();
    const second = newest(first);
    expect(textOf(second)).toContain('Question 2 of 5');
    await answer(stage.grace, second);
    await goOn();
    expect(newest(first).id).toBe(second.id);
    await answer(stage.linus, second);
    await goOn();
    expect(textOf(newest(first))).toContain('Question 3 of 5');
  });

  it('asks its asker once before it closes a question that others are still answering', async () => {
    const third = newest(first);
    await answer(stage.grace, third);
    const asked = await stage.ada.press(third.id, idOf(third, 'close'));
    expect(textOf(asked.message)).toContain('**1 member** who answered the question before has not answered');
    expect(textOf(stage.discord.message(third.id))).toContain('[Close now]');
    const sure = await stage.ada.press(asked.message?.id ?? '', idOf(asked.message, 'close'));
    expect(textOf(sure.message)).toContain('The question is closed');
    await goOn();
    expect(textOf(newest(first))).toContain('Question 4 of 5');
  });

  it('is ended by its asker or a moderator, and then says once how it went, also after a restart', async () => {
    const fourth = newest(first);
    expect(await answerTo(stage.linus.press(fourth.id, idOf(fourth, 'endround')))).toContain(
      'Only the member who asked',
    );
    const asked = await stage.ada.press(fourth.id, idOf(fourth, 'endround'));
    await stage.ada.press(asked.message?.id ?? '', idOf(asked.message, 'endround'));
    await stage.bot.runJob('close-posts');
    const second = await stage.startSecond();
    await Promise.all([goOn(), goOn(second)]);
    await second.stop();
    await stage.restart();
    stage.discord.clock.advance(120_000);
    await goOn();
    expect(
      inThread(first)
        .map(textOf)
        .filter((text) => text.includes('Question 5 of 5')),
    ).toEqual([]);
    const said = tables(inThread(first));
    expect(said).toHaveLength(1);
    const text = textOf(said[0]);
    expect(text).toContain('The round was ended');
    expect(text).toContain(`<@${stage.ids.grace}>`);
    expect(text).toContain(`<@${stage.ids.linus}>`);
    expect(text).toMatch(/🥇 \*\*1\.\*\* <@\d+> – \d of 4 right · \d+ points?/);
    expect(text).toContain('[My mistakes]');
    // Nobody is pinged by it.
    expect(stage.discord.requests.at(-1)?.faults).toEqual([]);
  });

  it('shows everybody alone what they got wrong, with the reasoning', async () => {
    const [table] = tables(inThread(first));
    expect(await answerTo(stage.margaret.press(table?.id ?? '', idOf(table, 'mistakes')))).toContain(
      'You answered no question of this round.',
    );
    const shown = await stage.grace.press(table?.id ?? '', idOf(table, 'mistakes'));
    expect(textOf(shown.message)).toMatch(/You got (\d questions? wrong|nothing wrong)/);
    const value = /"value":"(\d+)"/.exec(JSON.stringify(shown.message?.components))?.[1];
    if (!value) return;
    expect(textOf(shown.message)).toContain(`https://discord.com/channels/${stage.guildId}/`);
    const again = await stage.grace.select(shown.message?.id ?? '', 'history:1', [value]);
    expect(textOf(again.message)).toContain('Remember');
  });

  it('is played again by whoever presses, with a cool-down of their own', async () => {
    const [table] = tables(inThread(first));
    const again = await stage.linus.press(table?.id ?? '', idOf(table, 'round'));
    expect(textOf(again.message)).toContain('Question 1 of 5');
    expect(await answerTo(stage.linus.press(table?.id ?? '', idOf(table, 'round')))).toContain(
      'One question at a time',
    );
    // In the thread where it was pressed.
    await answer(stage.grace, again.message as Message);
    stage.discord.clock.advance(181_000);
    await goOn();
    expect(textOf(newest(first))).toContain('Question 2 of 5');
  });

  it('stops by itself after two questions in a row without any answer', async () => {
    const round = await ask('/quiz count:5 pace:fast', stage.daily);
    stage.discord.clock.advance(91_000);
    await goOn();
    stage.discord.clock.advance(91_000);
    await goOn();
    await goOn();
    const said = inThread(round).map(textOf);
    expect(said).toHaveLength(2);
    expect(said.at(-1)).toContain('nobody answered two questions in a row');
    expect(said.at(-1)).toContain('Nobody answered in time.');
  });

  it('whose next question may not be posted ends with its table where it was started, and says why', async () => {
    const place = stage.discord.createChannel(stage.guildId, { name: 'place' }).id;
    const round = await ask('/quiz count:5', place);
    await answer(stage.grace, round);
    stage.discord.setOverwrite(place, {
      ...{ id: stage.discord.botUserId, type: 'member', deny: ['SEND_MESSAGES_IN_THREADS'] },
    } as never);
    stage.discord.clock.advance(181_000);
    await goOn();
    for (const minutes of [1, 2, 4, 8]) {
      stage.discord.clock.advance(minutes * 60_000 + 1_000);
      await goOn();
    }
    const said = () => tables(stage.discord.messages(place));
    await until(() => said().length > 0);
    await goOn();
    expect(inThread(round)).toEqual([]);
    expect(said()).toHaveLength(1);
    expect(textOf(said()[0])).toContain('I may not post its next question where it was played');
    expect(textOf(said()[0])).toContain(`<@${stage.ids.grace}>`);
  });

  it('says before its first question that there are fewer than were asked for', async () => {
    const few = await stage.ada.autocomplete(stage.general, '/quiz topic:concept:');
    const small = few.find(({ name }) => /\([2-4]\)$/.test(name));
    expect(small).toBeDefined();
    const round = await ask(`/quiz count:10 topic:${small?.value}`);
    expect(textOf(round)).toMatch(/^-# There are only [2-4] questions on this: they all come\./);
    await answer(stage.grace, round);
    await stage.bot.stop();
    await stage.restart();
    expect(textOf(stage.discord.message(round.id))).toContain('There are only');
  });
});

describe('the table of a round', () => {
  it('is not sent again when Discord took it and its answer was lost', async () => {
    const round = await ask('/quiz count:5 pace:fast');
    await answer(stage.grace, round);
    const asked = await stage.ada.press(round.id, idOf(round, 'endround'));
    await stage.ada.press(asked.message?.id ?? '', idOf(asked.message, 'endround'));
    await stage.bot.runJob('close-posts');
    const before = tables(stage.discord.messages(stage.general)).length;
    await stage.bot.runJob('say-outcomes');
    expect(tables(stage.discord.messages(stage.general))).toHaveLength(before + 1);
    // As it stands when the process is killed between Discord's answer and ours; the nonce is long forgotten.
    await stage.database.db
      .update(afterwords)
      .set({ settledAt: null, messageId: null })
      .where(eq(afterwords.kind, 'round'));
    stage.discord.clock.advance(30 * 60_000);
    await stage.restart();
    await stage.bot.runJob('say-outcomes');
    expect(tables(stage.discord.messages(stage.general))).toHaveLength(before + 1);
    expect(await stage.database.db.$count(afterwords, isNull(afterwords.settledAt))).toBe(0);
  });
});

describe('a topic', () => {
  it('is understood as the list shows it', async () => {
    const [shown] = await stage.ada.autocomplete(stage.general, '/quiz topic:cicd');
    expect(shown?.value).toBe('module:6');
    expect(textOf(await ask(`/quiz topic:${shown?.name}`))).toContain('Select');
  });
});

describe('a question that three or more answered', () => {
  it('gets one short reply at its close', async () => {
    const question = await ask('/quiz');
    for (const actor of [stage.grace, stage.linus, stage.margaret]) await answer(actor, question);
    stage.discord.clock.advance(31 * 60_000);
    await goOn();
    await goOn();
    const replies = stage.discord
      .messages(stage.general)
      .filter((message) => message.message_reference !== undefined);
    expect(replies.map(textOf)).toEqual([expect.stringMatching(/^Closed: \*\*\d of 3\*\* right\.$/)]);
    expect(replies[0]?.message_reference).toMatchObject({ message_id: question.id });
  });
});
