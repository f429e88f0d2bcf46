// A member's review as they see it on Discord: what was answered wrong comes again the next day, one card at a time,
// on any device and after any restart; and as a file for Anki.
import { DatabaseSync } from 'node:sqlite';
import { desc, eq } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keyOf, type Pack, type Question } from '#content/pack.ts';
import { posts } from '#features/record/post/table.ts';
import { reviewCards } from '#features/standing/review/table.ts';
import type { Message } from '#local-discord/server.ts';
import { loadBank } from '../support/bank.ts';
import { customIdsOf, type Stage, startStage, textOf } from '../support/cohort.ts';

const DAY_MS = 86_400_000;
let stage: Stage;
let pack: Pack;
beforeAll(async () => {
  stage = await startStage();
  const first = [...(await loadBank()).values()].find(({ exam }) => exam.id === 'aws-developer-associate');
  if (!first) throw new Error('no pack');
  pack = first;
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

type Acting = ReturnType<Stage['grace']['command']>;
const shownBy = async (acting: Acting): Promise<Message> => {
  const result = await acting;
  if (result.state === 'failed' || result.state === 'refused') throw new Error(result.reason);
  const shown = result.message ?? (await result.settled());
  if (!shown) throw new Error('no answer');
  return shown;
};
const review = () => shownBy(stage.grace.command(stage.general, '/review'));
const press = (message: Message, start: string, end = '') => {
  const id = customIdsOf(message).find((each) => each.startsWith(start) && each.endsWith(end));
  if (!id) throw new Error(`no ${start}…${end} among ${customIdsOf(message).join(' ')}`);
  return shownBy(stage.grace.press(message.id, id));
};
const tomorrow = () => stage.discord.clock.set(stage.discord.clock.now() + DAY_MS);
const questionOf = (id: string): Question => {
  const question = pack.questions.get(id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
};
const cards = () =>
  stage.database.db.select().from(reviewCards).where(eq(reviewCards.memberId, stage.ids.grace));

/** Answers a question in the channel; `wanted` says whether an option chosen is one of the key. */
async function answerInChannel(wanted: boolean): Promise<{ feedback: Message; question: Question }> {
  await shownBy(stage.ada.command(stage.general, '/quiz topic:lesson:1.1'));
  const [post] = await stage.database.db.select().from(posts).orderBy(desc(posts.id)).limit(1);
  const question = questionOf(post?.questionId ?? '');
  const [message] = stage.grace.visible(stage.general).slice(-1);
  if (!post || !message) throw new Error('nothing was asked');
  const key = keyOf(question);
  const rest = question.options.map(({ id }) => id).filter((id) => !key.includes(id));
  const picks = wanted ? key : [...rest, ...key].slice(0, key.length);
  const indexes = picks.map((id) => String(post.optionOrder.indexOf(id)));
  const id = customIdsOf(message).find((each) => each.startsWith('answer:')) ?? '';
  const feedback =
    key.length === 1
      ? await shownBy(stage.grace.press(message.id, `answer:1:${post.id}:${indexes[0]}`))
      : await shownBy(stage.grace.select(message.id, id, indexes));
  return { feedback, question };
}

/** Answers the card that is shown, right or wrong, and says how sure. */
async function answerCard(shown: Message, isRight: boolean, confidence: string): Promise<Message> {
  const [first = ''] = customIdsOf(shown);
  const question = questionOf(first.split(':')[3] ?? '');
  const key = keyOf(question);
  const rest = question.options.map(({ id }) => id).filter((id) => !key.includes(id));
  const picks = isRight ? key : [...rest, ...key].slice(0, key.length);
  const sure =
    key.length === 1
      ? await press(shown, 'reviewpick:', `:${picks[0]}`)
      : await shownBy(stage.grace.select(shown.id, first, picks));
  expect(textOf(sure)).toContain('How sure are you?');
  expect(textOf(sure)).not.toContain('Remember');
  return press(sure, 'reviewsure:', `:${confidence}`);
}

describe('/review', () => {
  it('says of an empty list how cards come in, and offers a question of the weakest domain', async () => {
    const shown = await review();
    expect(textOf(shown)).toContain('Nothing is in your review yet');
    expect(stage.ada.visible(stage.general).map(({ id }) => id)).not.toContain(shown.id);
    expect(textOf(await press(shown, 'practice:'))).toContain('Only for you');
  });

  it('brings a wrong answer back tomorrow, with its options in an order of their own', async () => {
    const { feedback, question } = await answerInChannel(false);
    expect(textOf(feedback)).toContain('It comes again tomorrow');
    expect(textOf(await review())).toMatch(/Nothing is due[\s\S]*Next card: <t:/);
    tomorrow();
    const shown = await review();
    expect(textOf(shown)).toContain('the last one for today');
    expect(customIdsOf(shown)[0]).toContain(question.id);
  });

  it('tells nothing before the member has said how sure they are; until then they may change their mind', async () => {
    const shown = await review();
    const [first = ''] = customIdsOf(shown);
    if (!first.endsWith('menu')) {
      const sure = await shownBy(stage.grace.press(shown.id, first));
      const again = await press(sure, 'reviewchange:');
      expect(customIdsOf(again)).toEqual(customIdsOf(shown));
    }
    expect(await cards()).toMatchObject([{ turn: 0 }]);
  });

  it('goes on after a restart, with a message of before', async () => {
    const shown = await review();
    await stage.restart();
    const graded = await answerCard(shown, true, 'sure');
    expect(textOf(graded)).toMatch(/Right!/);
    expect(textOf(graded)).toContain('Comes again: <t:');
    expect(await cards()).toMatchObject([{ turn: 1, grades: [1, 3] }]);
    expect(textOf(await press(graded, 'reviewnext:'))).toContain('Nothing is due');
  });

  it('takes what was graded elsewhere for that, and goes on with what comes now', async () => {
    await stage.database.db.update(reviewCards).set({ dueAt: new Date(0) });
    tomorrow();
    const [here, there] = [await review(), await review()];
    await answerCard(there, false, 'guess');
    const late = await answerCard(here, true, 'sure');
    expect(textOf(late)).toContain('had been graded already');
    expect(await cards()).toMatchObject([{ turn: 2, grades: [1, 3, 1] }]);
  });

  it('counts a press once that two processes hear', async () => {
    tomorrow();
    const shown = await review();
    const second = await stage.startSecond();
    await answerCard(shown, true, 'unsure');
    await second.stop();
    expect(await cards()).toMatchObject([{ turn: 3, grades: [1, 3, 1, 2] }]);
  });

  it('takes a right answer too, when the member asks for it, once', async () => {
    const { feedback, question } = await answerInChannel(true);
    expect(textOf(feedback)).not.toContain('comes again');
    expect(textOf(await press(feedback, 'reviewadd:'))).toContain('Added');
    expect(textOf(await press(feedback, 'reviewadd:'))).toContain('already');
    expect(customIdsOf(await review())[0]).toContain(question.id);
  });

  it('shows a flashcard’s front, then its back, then the next card with when it comes again', async () => {
    const [flashcard] = pack.flashcards.values();
    await stage.database.db.insert(reviewCards).values({
      memberId: stage.ids.grace,
      exam: pack.exam.id,
      kind: 'flashcard',
      cardId: flashcard?.id ?? '',
      dueAt: new Date(0),
      days: [],
      grades: [],
      turn: 0,
    });
    const front = await review();
    expect(customIdsOf(front)[0]).toContain(flashcard?.id);
    const back = await press(front, 'reviewshow:');
    expect(textOf(back)).toMatch(/\[Again\][\s\S]*\[Easy\]/);
    const after = await press(back, 'reviewgrade:', ':easy');
    expect(textOf(after)).toContain('Comes again: <t:');
    expect(customIdsOf(after)[0]).toMatch(/^reviewpick:/);
  });

  it.each(['apkg', 'text'])('hands over all cards as one private file: %s', async (format) => {
    const shown = await shownBy(stage.grace.command(stage.general, `/review export:${format}`));
    expect(textOf(shown)).toContain('3 cards');
    expect(stage.ada.visible(stage.general).map(({ id }) => id)).not.toContain(shown.id);
    const [, url = ''] = /"url":"(http[^"]+\.(?:apkg|txt))"/.exec(JSON.stringify(shown)) ?? [];
    const data = new Uint8Array(await (await fetch(url)).arrayBuffer());
    if (format === 'text') {
      const lines = new TextDecoder().decode(data).trimEnd().split('\n');
      expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(3);
      return;
    }
    const db = new DatabaseSync(':memory:');
    db.deserialize(unzipSync(data)['collection.anki2'] ?? new Uint8Array());
    expect(db.prepare('select count(*) as n from cards').get()).toEqual({ n: 3 });
    db.close();
  });
});
