// The channel in which a server's reviewers are shown what waits: tickets of its own packs, and suggestions. One card each.
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { suggestionCards } from '#features/desk/authoring/table.ts';
import { tickets } from '#features/desk/report/table.ts';
import { reviewChannels } from '#features/people/server/table.ts';
import type { Message } from '#local-discord/server.ts';
import { idOf, shown } from '../support/answering.ts';
import { answerTo, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';

let stage: Stage;
let reviews = '';
beforeAll(async () => {
  stage = await startStage({ speaks: 'languages' });
  reviews = stage.discord.createChannel(stage.guildId, { name: 'reviews' }).id;
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

const cards = (channel = reviews) => stage.discord.messages(channel);
const work = async () => {
  await stage.bot.runJob('suggestion-cards');
  await stage.bot.runJob('ticket-cards');
};

async function suggest(stem: string): Promise<void> {
  const form = await stage.grace.command(stage.general, '/question suggest pack:Knots');
  const draft = await shown(stage.grace.submit(form, { stem, options: 'Bowline\nGranny knot' }));
  const keys = await stage.grace.press(draft.id, idOf(draft, 'qkey'));
  const ready = await shown(
    stage.grace.submit(keys, { key: ['0'], reasons: 'It does not jam.', takeaway: '', references: '' }),
  );
  await shown(stage.grace.press(ready.id, idOf(ready, 'qsave')));
}

async function report(message: Message): Promise<void> {
  const answer = customIdsOf(message).find((id) => id.startsWith('answer:')) ?? '';
  const feedback = await shown(stage.linus.press(message.id, answer));
  const form = await stage.linus.press(feedback.id, idOf(feedback, 'report'));
  await answerTo(stage.linus.submit(form, { kind: ['typo'], text: 'A comma is missing.' }));
}

it('is chosen where the bot may write, and by whom manages the server', async () => {
  const file = 'question,A,B,correct\nWhich knot holds well under a heavy load?,Bowline,Slip knot,A\n';
  const run = await shown(
    stage.ada.command(stage.general, {
      name: 'question',
      subcommand: 'import',
      options: { file: { name: 'x.csv', data: file }, pack: 'Knots' },
    }),
  );
  await (await stage.ada.press(run.id, idOf(run, 'qimport'))).settled();
  const closed = stage.discord.createChannel(stage.guildId, { name: 'closed' }).id;
  const deny = { id: stage.guildId, type: 0 as const, deny: ['SEND_MESSAGES'] as const };
  stage.discord.setOverwrite(closed, deny as never);
  const choose = (channel: string) =>
    answerTo(stage.ada.command(stage.general, `/question reviewers channel:${channel}`));
  expect(await choose(closed)).toContain('I lack **Send Messages** there');
  expect(await stage.database.db.$count(reviewChannels)).toBe(0);
  expect(
    await answerTo(stage.grace.command(stage.general, `/question reviewers channel:${reviews}`)),
  ).toContain('Manage Server');
  expect(await choose(reviews)).toContain(`are shown in <#${reviews}> from now on`);
});

it('shows a suggestion once, whatever processes there are, and as it is decided', async () => {
  await suggest('Which knot makes a loop that holds?');
  const second = await stage.startSecond();
  await Promise.all([work(), second.runJob('suggestion-cards')]);
  await work();
  expect(cards().map(textOf)).toEqual([expect.stringContaining('Which knot makes a loop that holds?')]);
  const [card] = cards();
  if (!card) throw new Error('no card');
  expect(textOf(card)).toContain('Look at it');
  expect(await answerTo(stage.grace.press(card.id, idOf(card, 'qopen')))).toContain('Manage Server');
  const opened = await shown(stage.ada.press(card.id, idOf(card, 'qopen')));
  await shown(stage.ada.press(opened.id, { label: 'Approve' }));
  await work();
  await until(() => textOf(cards()[0]).includes('Asked'));
  expect(cards()).toHaveLength(1);
  await second.stop();
});

it('shows a ticket once, with its reports, and as it is decided', async () => {
  const asked = await shown(stage.linus.command(stage.general, '/quiz private:true topic:own-1'));
  await report(asked);
  await work();
  await work();
  expect(cards()).toHaveLength(2);
  const card = cards()[1];
  if (!card) throw new Error('no card');
  expect(textOf(card)).toContain('A comma is missing.');
  expect(textOf(card)).toMatch(/version 1 · written/);
  // Killed right after sending, a day ago: it is found where it stands.
  const forgotten = { postedAt: null, cardChannel: null, cardMessage: null, cardStatus: null };
  await stage.database.db.update(tickets).set({ ...forgotten, cardTries: 1 });
  stage.discord.clock.advance(24 * 3_600_000);
  await work();
  expect(cards()).toHaveLength(2);
  const opened = await shown(stage.ada.press(card.id, idOf(card, 'ticketopen')));
  await shown(stage.ada.press(opened.id, idOf(opened, 'ticketretire')));
  await work();
  await until(() => textOf(cards()[1]).includes('Retired'));
  expect(textOf(cards()[1])).toContain('Look at it');
});

it('is told to its admin once when it is gone; what waits is shown in the next one', async () => {
  await suggest('Which knot is tied with two ropes?');
  stage.discord.deleteChannel(reviews);
  await work();
  await stage.bot.runJob('review-channels-failing');
  await work();
  await stage.bot.runJob('review-channels-failing');
  const { id: direct } = stage.discord.directChannel(stage.ids.ada);
  const told = () =>
    stage.ada
      .visible(direct)
      .filter((message) => textOf(message).includes('Reports and suggestions are not shown'));
  await until(() => told().length > 0);
  stage.discord.clock.advance(2 * 3_600_000);
  await work();
  await stage.bot.runJob('review-channels-failing');
  expect(told()).toHaveLength(1);
  expect(textOf(await shown(stage.ada.command(stage.general, '/setup status')))).toContain('review channel');
  const next = stage.discord.createChannel(stage.guildId, { name: 'next' }).id;
  await answerTo(stage.ada.command(stage.general, `/question reviewers channel:${next}`));
  await work();
  expect(cards(next).map(textOf)).toEqual([expect.stringContaining('Which knot is tied with two ropes?')]);
  expect((await stage.database.db.select().from(reviewChannels))[0]?.failure).toBeNull();
  const [waiting] = await stage.database.db
    .select()
    .from(suggestionCards)
    .where(eq(suggestionCards.channelId, next));
  expect(waiting?.shown).toBe('suggested/1');
});

it('is left out again with neither role nor channel', async () => {
  const said = await answerTo(stage.ada.command(stage.general, '/question reviewers'));
  expect(said).toContain('No channel is shown new reports and suggestions any more.');
  await suggest('Which knot comes undone by itself?');
  const before = stage.discord.requests.length;
  await work();
  expect(stage.discord.requests.slice(before).filter(({ method }) => method === 'POST')).toEqual([]);
});
