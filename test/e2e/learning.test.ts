// Learning as a member does it: lessons, concepts, flashcards, over restarts and on old messages.
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cardDecks } from '#features/asking/flashcards/table.ts';
import { lessonProgress } from '#features/asking/lesson/table.ts';
import { cooldowns } from '#features/asking/quiz/table.ts';
import { servers } from '#features/people/server/table.ts';
import { reviewCards } from '#features/standing/review/table.ts';
import type { InteractionResult, Message } from '#local-discord/server.ts';
import { answerFirst, customIdsOf, type Stage, startStage, textOf } from '../support/cohort.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
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

const PRIVATE = 64;

function messageOf(result: InteractionResult): Message {
  if (!result.message) throw new Error(`${result.state} ${result.reason}`);
  return result.message;
}
/** The id that begins so, or has this in it. */
const idOf = (message: Message, part: string) => {
  const ids = customIdsOf(message);
  return ids.find((id) => id.startsWith(part)) ?? ids.find((id) => id.includes(part)) ?? '';
};
const run = async (text: string, actor = stage.grace) => messageOf(await actor.command(stage.general, text));
const press = async (message: Message, part: string, actor = stage.grace) =>
  messageOf(await actor.press(message.id, idOf(message, part)));
const choose = async (message: Message, part: string, value: string) =>
  messageOf(await stage.grace.select(message.id, idOf(message, part), [value]));

describe('/lesson', () => {
  it('leads from the modules to a lesson, privately, and through all its pages', async () => {
    const modules = await run('/lesson');
    expect(modules.flags & PRIVATE).toBe(PRIVATE);
    expect(textOf(modules)).toContain('Module 1 – AWS Lambda and the SDK · 0 of 4 done');
    const module = await choose(modules, 'lesson:1:modules', '1');
    let page = await choose(module, 'lesson:1:lessons', '1.1');
    expect(page.id).toBe(modules.id);
    const seen: string[] = [];
    for (let turn = 0; idOf(page, ':on') !== '' && turn < 20; turn += 1) {
      seen.push(textOf(page));
      page = await press(page, ':on');
    }
    seen.push(textOf(page));
    const headings = seen.map((text) => /### (.*)/.exec(text)?.[1]?.replace(/ \(.*/, ''));
    expect([...new Set(headings)]).toEqual([
      'The problem',
      'How it works',
      ...(headings.includes('At a glance') ? ['At a glance'] : []),
      'Which one when',
      'Two traps',
      'Worked scenario',
      'In five lines',
    ]);
    expect(seen.join('\n')).toMatch(/\*\*.+\*\* → .+\. .+/);
  });

  it('keeps code as it is written, in a block', async () => {
    const pages: string[] = [];
    for (let page = await run('/lesson lesson:1.2'); ; page = await press(page, ':on')) {
      pages.push(JSON.stringify(page.components));
      if (idOf(page, ':on') === '') break;
    }
    expect(pages.join()).toMatch(/```\w*\\n/);
  });

  it('remembers what is done, after a restart as well, and takes it back', async () => {
    const last = await press(await run('/lesson lesson:1.1'), ':end');
    const done = await press(last, 'lesson:1:done');
    expect(textOf(done)).toContain('[Not done after all]');
    await stage.restart();
    expect(textOf(await run('/lesson'))).toMatch(/1 of 4 done[\s\S]*\[Go on with 1\.2/);
    const undone = await press(done, 'lesson:1:done');
    expect(textOf(undone)).toContain('[✓ Done]');
    expect(await stage.database.db.select().from(lessonProgress)).toEqual([]);
    const next = await press(undone, ':next');
    expect(textOf(next)).toContain('1.2 ');
  });

  it('goes on from a message that is old, and offers a fresh one', async () => {
    const first = await run('/lesson lesson:1.1');
    stage.discord.clock.advance(13 * 60_000);
    const young = await press(first, ':on');
    expect(textOf(young)).not.toContain('[Go on in a new message]');
    stage.discord.clock.advance(60_000);
    const old = await press(young, ':on');
    expect(old.id).toBe(first.id);
    expect(textOf(old)).toContain('[Go on in a new message]');
    const fresh = await press(old, 'lesson:1:fresh');
    expect(fresh.id).not.toBe(first.id);
    expect(fresh.flags & PRIVATE).toBe(PRIVATE);
    expect(textOf(fresh)).toContain('page 3 of');
    expect(textOf(fresh)).not.toContain('[Go on in a new message]');
  });

  it('is found while typing, by a spelling mistake and by what it teaches', async () => {
    const offered = async (text: string) =>
      (await stage.grace.autocomplete(stage.general, text)).map(({ name }) => name);
    expect((await offered('/lesson lesson:visibilty timeout'))[0]).toMatch(/^4\.1 /);
    expect((await offered('/lesson lesson:'))[0]).toMatch(/^1\.1 /);
    expect(await offered('/concept name:visibilty timeout')).toContain('SQS visibility timeout');
    const decks = await offered('/flashcards topic:');
    expect(decks[0]).toMatch(/^High-frequency patterns \(\d+\)$/);
    expect(decks[1]).toMatch(/^All flashcards \(\d+\)$/);
  });

  it('asks its mini-quiz for the reader alone, and whether to give up an unfinished round', async () => {
    await stage.database.db.delete(cooldowns);
    const last = await press(await run('/lesson lesson:1.1'), ':end');
    const quiz = await press(last, 'practice:1:5');
    expect(quiz.flags & PRIVATE).toBe(PRIVATE);
    expect(textOf(quiz)).toContain('Question 1 of 5');
    await answerFirst(stage.grace, quiz);
    await stage.database.db.delete(cooldowns);
    const which = await press(last, 'practice:1:10');
    expect(textOf(which)).toContain('You have an unfinished round: 1 of 5');
    const again = await press(which, 'instead:');
    expect(textOf(again)).toContain('Question 1 of 10');
    await stage.database.db.delete(cooldowns);
    const other = await press(last, 'practice:1:5');
    expect(textOf(await press(other, 'next:'))).toContain('Question 1 of 10');
  });
});

describe('/concept', () => {
  it('shows a card from the lesson and by name, with a question to be asked at once', async () => {
    const lesson = await run('/lesson lesson:4.1');
    const card = await choose(lesson, 'concept:1', 'sqs-visibility-timeout');
    expect(card.id).not.toBe(lesson.id);
    expect(textOf(card)).toContain('SQS visibility timeout');
    expect(textOf(card)).toMatch(/Taught in \*\*4\.1 [\s\S]*in the exam[\s\S]*for DVA-C02/);
    expect(textOf(await run('/concept name:visibilty timeout'))).toContain('SQS visibility timeout');
    await stage.database.db.delete(cooldowns);
    const question = await press(card, 'practice:1:1');
    expect(textOf(question)).toContain('Only for you');
    const read = await press(card, 'lesson:1:page');
    expect(textOf(read)).toContain('4.1 ');
    expect(textOf(await run('/concept name:qqqqqq'))).toContain('I do not know a concept “qqqqqq”');
  });
});

describe('/flashcards', () => {
  it('shows front and back, goes on, and is resumed after a restart', async () => {
    const chooser = await run('/flashcards');
    expect(textOf(chooser)).toContain('Answer in your head');
    const front = await choose(chooser, 'deck:1:menu', 'high');
    expect(textOf(front)).toMatch(/High-frequency patterns · 1 of \d+/);
    const back = await press(front, 'card:1:show');
    expect(textOf(back)).toMatch(/\[Again\][\s\S]*\[Easy\]/);
    const second = await press(back, 'card:1:good');
    expect(textOf(second)).toMatch(/· 2 of \d+/);
    expect(textOf(second)).toContain('The card before comes back <t:');
    // Questions of the tests above may be there too, where they were answered wrong.
    const graded = await stage.database.db
      .select()
      .from(reviewCards)
      .where(eq(reviewCards.kind, 'flashcard'));
    expect(graded).toMatchObject([{ grades: [3] }]);
    await stage.restart();
    const resumed = await run('/flashcards');
    expect(textOf(resumed)).toContain('Going on where you left this deck.');
    const question = (message: Message) => /\*\*(.*\?)\*\*/.exec(textOf(message))?.[1];
    expect(question(resumed)).toBe(question(second));
    expect(question(resumed)).toBeTruthy();
    // The message from before the restart works as well.
    expect(textOf(await press(second, 'card:1:show'))).toContain('[Again]');
  });

  it('opens the deck of a lesson and of a concept, and ends it', async () => {
    const last = await press(await run('/lesson lesson:1.1'), ':end');
    expect(textOf(await press(last, 'deck:1:new'))).toContain('1 of 23');
    let card = await run('/flashcards topic:concept:sqs-visibility-timeout');
    for (let turn = 0; !textOf(card).includes('That was the deck') && turn < 9; turn += 1) {
      card = await press(await press(card, 'card:1:show'), 'card:1:again');
    }
    expect(textOf(card)).toContain('That was the deck');
    expect(textOf(await press(card, 'deck:1:here'))).toContain('1 of 3');
    expect(await stage.database.db.select().from(cardDecks)).toHaveLength(1);
  });

  it('on an old message offers a fresh one', async () => {
    const front = await run('/flashcards topic:lesson:1.1', stage.linus);
    stage.discord.clock.advance(14 * 60_000);
    const back = await press(front, 'card:1:show', stage.linus);
    const fresh = await press(back, 'card:1:fresh', stage.linus);
    expect(fresh.id).not.toBe(front.id);
    expect(textOf(fresh)).toContain('1 of 23');
  });
});
