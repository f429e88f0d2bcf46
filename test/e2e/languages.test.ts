// Who reads which language: private answers the member's, public ones the server's, and whose choice counts.
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cooldowns } from '#features/asking/quiz/table.ts';
import { posts } from '#features/record/post/table.ts';
import type { Message } from '#local-discord/server.ts';
import { answerTo, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';

let stage: Stage;
/** Members whose Discord is German; Linus and Ada have an English one. */
let grace: Stage['grace'];
let margaret: Stage['grace'];

beforeAll(async () => {
  stage = await startStage({ speaks: 'languages' });
  grace = stage.discord.as(stage.ids.grace, { locale: 'de' });
  margaret = stage.discord.as(stage.ids.margaret, { locale: 'de' });
});
afterAll(() => stage.stop());
beforeEach(async () => {
  await stage.database.db.delete(cooldowns);
  // One member has ten open questions in a channel at most.
  await stage.database.db.update(posts).set({ status: 'dropped' }).where(eq(posts.status, 'open'));
});
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

/** A public question with buttons. */
async function ask(actor = stage.ada): Promise<Message> {
  for (let turn = 0; turn < 60; turn += 1) {
    await stage.database.db.delete(cooldowns);
    const { message, reason } = await actor.command(stage.general, '/quiz');
    if (!message) throw new Error(`not asked: ${reason}`);
    if (answerIds(message).length > 1) return message;
  }
  throw new Error('no question with buttons in 60');
}
const answerIds = (message: Message) => customIdsOf(message).filter((id) => id.startsWith('answer:'));
const press = (actor: Stage['grace'], message: Message) =>
  answerTo(actor.press(message.id, answerIds(message)[0] ?? ''));
const run = (text: string, actor: Stage['grace']) => answerTo(actor.command(stage.general, text));
/** /setup is deferred: its answer comes with an edit. */
const setUp = async (text: string) =>
  textOf(await (await stage.ada.command(stage.general, `/setup ${text}`)).settled());
const now = (message: Message) => textOf(stage.discord.message(message.id));

async function closed(message: Message): Promise<string> {
  stage.discord.clock.advance(31 * 60_000);
  await stage.bot.runJob('close-posts');
  return now(message);
}

describe('a member whose Discord is German', () => {
  it('reads their own feedback in German, while the question stays in the language of the server', async () => {
    const question = await ask();
    expect(textOf(question)).toContain('Select ONE');
    expect(await press(grace, question)).toMatch(/Richtig!|Nicht richtig/);
    expect(await press(stage.linus, question)).toMatch(/Right!|Not right/);
    await until(() => now(question).includes('2 answered'));
    expect(await closed(question)).toMatch(/closed.*✅ right/s);
  });

  it('asks everybody in the language of the server, and reads notices to themself in German', async () => {
    const question = await ask(grace);
    expect(textOf(question)).toContain('Select ONE');
    expect(await run('/quiz', grace)).toContain('Eine Frage nach der anderen');
    await ask(stage.linus);
    expect(await run('/quiz', stage.linus)).toContain('One question at a time');
  });

  it('is offered commands, choices and refusals in German', async () => {
    expect(await run('/settings show', grace)).toContain('**Sprache:** Die deines Discord');
    const choices = await grace.autocomplete(stage.general, '/settings language to:');
    expect(choices.map(({ value }) => value)).toEqual([
      'discord',
      ...['en', 'de', 'es', 'fr', 'ja', 'ko', 'pt', 'zh'],
    ]);
    const question = await ask();
    const close = customIdsOf(question).find((id) => id.startsWith('close:')) ?? '';
    expect(await answerTo(grace.press(question.id, close))).not.toContain('Only the member who asked');
  });
});

describe('/settings language', () => {
  it('counts more than the language of their Discord, at once, and until it is given up', async () => {
    expect(await run('/settings language to:English', grace)).toContain('I answer you in English');
    const question = await ask();
    expect(await press(grace, question)).toMatch(/Right!|Not right/);
    expect(await run('/settings show', grace)).toContain('**Language:** English');
    expect(await run('/settings language to:discord', grace)).toContain('in der Sprache deines Discord');
    expect(await press(grace, question)).toMatch(/Das hast du schon beantwortet/);
  });

  it('gives German to a member whose Discord is English, and is refused for one that is not spoken', async () => {
    expect(await run('/settings language to:Klingon', stage.linus)).toContain('I do not speak “Klingon”');
    expect(await run('/settings language to:de', stage.linus)).toContain('ich antworte dir auf Deutsch');
    expect(await press(stage.linus, await ask())).toMatch(/Richtig!|Nicht richtig/);
    await run('/settings language to:discord', stage.linus);
  });

  it('holds after a restart and in another process', async () => {
    await run('/settings language to:en', margaret);
    await stage.restart();
    expect(await run('/settings show', margaret)).toContain('**Language:** English');
    await run('/settings language to:discord', margaret);
    expect(await run('/settings show', margaret)).toContain('**Sprache:**');
  });
});

describe('the language of a server', () => {
  it('is that of Discord until one is chosen', async () => {
    stage.discord.setGuildLocale(stage.guildId, 'de');
    await until(async () => textOf(await ask()).includes('Wähle EINE'));
    stage.discord.setGuildLocale(stage.guildId, 'en-US');
    await until(async () => textOf(await ask()).includes('Select ONE'));
  });

  it('/setup server language:de makes public messages German; private ones stay as each member reads', async () => {
    expect(await setUp('server language:de')).toContain('Everybody here now reads Deutsch.');
    const question = await ask();
    expect(textOf(question)).toContain('Wähle EINE Antwort');
    expect(await press(stage.linus, question)).toMatch(/Right!|Not right/);
    expect(await press(grace, question)).toMatch(/Richtig!|Nicht richtig/);
    await until(() => now(question).includes('2 haben geantwortet'));
    expect(await closed(question)).toMatch(/geschlossen.*✅ richtig/s);
  });

  it('is that of the question of the day and its test as well', async () => {
    await setUp(`server channel:${stage.daily}`);
    expect(await setUp('status')).toMatch(/language: as in Discord → \w+/);
    const screen = await (await stage.ada.command(stage.general, '/setup server')).settled();
    await stage.ada.press(screen.id, 'setup:1:test');
    await stage.bot.runJob('send-posts');
    await until(() => stage.discord.messages(stage.daily).length === 1);
    expect(textOf(stage.discord.messages(stage.daily)[0])).toContain('Testfrage');
  });

  it('is chosen from a menu on the screen, and that of Discord again when the choice is given up', async () => {
    const screen = await (await stage.ada.command(stage.general, '/setup server')).settled();
    const shown = await stage.ada.select(screen.id, 'setup:1:language', ['discord']);
    expect(textOf(shown.message)).toContain('the language that this server has in Discord');
    expect(textOf(await ask())).toContain('Select ONE');
    expect(await setUp('server language:Klingon')).toContain('I do not speak “Klingon”');
  });
});
