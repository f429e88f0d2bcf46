// The same evening in every language, typed with its own names of commands: in a server, in a direct message, and in a
// server that never heard of Cohort. What Discord would refuse (a label too long, a name twice) fails it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cooldowns } from '#features/asking/quiz/table.ts';
import type { Actor, Message } from '#local-discord/server.ts';
import { listLanguages, type Words, wordsOf } from '#words/words.ts';
import { idWith, shown } from '../support/answering.ts';
import { answerFirst, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';
import { typedIn } from '../support/mentions.ts';
import { placesOf } from '../support/places.ts';
import { sayEverything } from '../support/sentences.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ speaks: 'languages' });
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

/** Discord's code of each language, that of the United States for English. */
const LANGUAGES = [
  { locale: 'en-US', code: 'en' },
  { locale: 'de', code: 'de' },
  { locale: 'es-419', code: 'es' },
  { locale: 'fr', code: 'fr' },
  { locale: 'ja', code: 'ja' },
  { locale: 'ko', code: 'ko' },
  { locale: 'pt-BR', code: 'pt' },
  { locale: 'zh-CN', code: 'zh' },
];
const PLACES = ['a server', 'a direct message', 'a server without the bot'] as const;

it('are all that the bot speaks', () => {
  expect(LANGUAGES.map(({ code }) => code)).toEqual(listLanguages().map(({ code }) => code));
});

/** Runs of four English words and more that the words say; a text that has one was said in English. */
const english = new Set(
  sayEverything(wordsOf('en'), (index) => 7 + index)
    .flatMap(({ text }) => text.split(/[^\p{L}’' ]+/u))
    .map((run) => run.trim())
    .filter((run) => run.split(' ').length >= 4),
);
const inEnglish = (text: string) => [...english].filter((run) => text.includes(run));

function speakerIn(locale: string, actor: Actor, channelId: string) {
  const read = (message: Message): Message => {
    if (locale !== 'en-US') expect(inEnglish(textOf(message)), textOf(message)).toEqual([]);
    return message;
  };
  return {
    run: async (command: string) => {
      await stage.database.db.delete(cooldowns);
      return read(await shown(actor.command(channelId, typedIn(locale, command))));
    },
    press: async (message: Message, part: string) =>
      read(await shown(actor.press(message.id, idWith(message, part)))),
    choose: async (message: Message, part: string, value: string) =>
      read(await shown(actor.select(message.id, idWith(message, part), [value]))),
    answer: async (message: Message) => read(await shown(answerFirst(actor, message))),
  };
}
type Speaker = ReturnType<typeof speakerIn>;

/** The beginning of a sentence, up to what it is about. */
const start = (sentence: string) => sentence.split('§')[0] ?? '';

async function learn({ run, choose, answer }: Speaker, words: Words, isOutside: boolean): Promise<void> {
  let question = await run('/quiz topic:lesson:4.1 count:5 private:true');
  if (isOutside) {
    const chosen = await choose(question, 'newcomer:1:exam', 'aws-developer-associate/c03');
    question = await choose(chosen, 'newcomer:1:zone', 'Europe/Berlin');
  }
  const feedback = textOf(await answer(question));
  const { right, wrong } = words.quiz.verdict;
  expect(
    [right('§'), wrong('§', '§')].some((each) => feedback.includes(start(each))),
    feedback,
  ).toBe(true);
  expect(textOf(await run('/streak'))).toContain(words.common.days(1));
  expect(textOf(await run('/settings show'))).toContain(words.settings.title);
}

/** What there is to do alone, each begun and taken one step. */
async function studyAlone({ run, press }: Speaker): Promise<void> {
  await run('/review');
  const exam = await press(await run('/exam start size:half'), 'exambegin:');
  const overview = await press(exam, ':grid:all:0');
  await press(await press(overview, ':ask'), ':submit');
  await run('/exam history');
  await press(await run('/lesson lesson:1.1'), ':on');
  await run('/concept name:visibility timeout');
  await press(await run('/flashcards topic:lesson:1.1'), 'card:1:show');
  await press(await run('/diagnose'), 'diagnosebegin');
  const date = new Date(stage.discord.clock.now() + 42 * 86_400_000).toISOString().slice(0, 10);
  await run(`/plan exam-date:${date}`);
  await run('/next');
  await run('/progress');
}

async function lookAround({ run }: Speaker, words: Words): Promise<void> {
  await run('/settings reminders on:true');
  await run('/settings exam exam:DVA-C02');
  const help = textOf(await run('/help'));
  expect(help).toContain(words.help.title);
  await run('/privacy show');
  await run('/privacy visibility shown:anonymous');
}

describe.each(LANGUAGES)('an evening in $code', ({ locale, code }) => {
  const words = wordsOf(code);

  it.each(PLACES)('alone, in %s', async (name) => {
    const { actor, memberId, channelId, isOutside } = placesOf(stage)[name]();
    const speaker = speakerIn(locale, stage.discord.as(memberId, { locale }), channelId);
    expect(actor).toBeDefined();
    await learn(speaker, words, isOutside);
    await studyAlone(speaker);
    await lookAround(speaker, words);
  });

  it('together, in a server of that language', async () => {
    stage.discord.setGuildLocale(stage.guildId, locale);
    const ada = speakerIn(locale, stage.discord.as(stage.ids.ada, { locale }), stage.general);
    const linus = speakerIn(locale, stage.discord.as(stage.ids.linus, { locale }), stage.general);
    await until(async () => textOf(await ada.run('/setup server')).includes(words.setup.title));
    await ada.run(`/daily set time:9:00 channel:${stage.daily} weekdays:mon-fri`);
    await ada.run('/daily list');
    await ada.run('/daily preview');
    await ada.run('/setup status');
    const question = await ada.run('/quiz topic:lesson:4.1');
    await linus.answer(question);
    stage.discord.clock.advance(31 * 60_000);
    await stage.bot.runJob('close-posts');
    const closed = stage.discord.message(question.id);
    expect(textOf(closed)).toContain(words.post.closed);
    if (locale !== 'en-US') expect(inEnglish(textOf(closed))).toEqual([]);
    await linus.run('/leaderboard');
    await linus.run('/history');
    await ada.run('/question list');
    await ada.run('/daily remove');
    expect(customIdsOf(question).length).toBeGreaterThan(0);
  });
});
