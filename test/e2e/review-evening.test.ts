// A review evening: two members report a question whose key is wrong; it is looked at, changed after a dry run, and
// boards, reveals, streaks and those who reported it follow; then it is taken back.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { answers, posts } from '#features/record/post/table.ts';
import { amendments, questionVersions } from '#features/record/question/table.ts';
import { streaks } from '#features/standing/streak/table.ts';
import type { Actor, Message } from '#local-discord/server.ts';
import { idOf, shown } from '../support/answering.ts';
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
  stage = await startStage({ speaks: 'languages' });
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

const pointsOf = async (memberId: string) =>
  (await stage.database.db.select().from(answers))
    .filter((row) => row.memberId === memberId)
    .map(({ points }) => points);
const boardOf = async () =>
  textOf(await shown(stage.ada.command(stage.general, '/leaderboard domain:own-1')));
const queue = () => shown(stage.ada.command(stage.general, '/review-queue'));
const looked = async () => {
  const list = await queue();
  const [row] = customIdsOf(list).filter((id) => id.startsWith('ticketlook:'));
  return shown(stage.ada.select(list.id, row ?? '', ['1']));
};

let asked: Message;
/** Positions of the options as they are shown, by what they say. */
const positionOf = (text: string) => {
  const lines = textOf(asked)
    .split('\n')
    .filter((line) => /^\*\*[A-D]\.\*\*/.test(line));
  return lines.findIndex((line) => line.includes(text));
};
const answer = (actor: Actor, text: string) => {
  const ids = customIdsOf(asked).filter((id) => id.startsWith('answer:'));
  return shown(actor.press(asked.id, ids[positionOf(text)] ?? ''));
};

it('a question with a wrong key is asked, and answered by four', async () => {
  const file =
    'question,A,B,C,correct\nWhich side light is red on a ship under way?,Starboard,Port,Stern,A\n';
  const run = await shown(
    stage.ada.command(stage.general, {
      name: 'question',
      subcommand: 'import',
      options: { file: { name: 'lights.csv', data: file } },
    }),
  );
  await (await stage.ada.press(run.id, idOf(run, 'qimport'))).settled();
  asked = await shown(stage.ada.command(stage.general, '/quiz topic:own-1'));
  expect(textOf(await answer(stage.ada, 'Starboard'))).toContain('Right');
  expect(textOf(await answer(stage.grace, 'Port'))).toContain('Not right');
  expect(textOf(await answer(stage.linus, 'Port'))).toContain('Not right');
  expect(textOf(await answer(stage.margaret, 'Stern'))).toContain('Not right');
  expect(await boardOf()).toContain('1.** <@');
});

it('two of them report it; both are on one ticket', async () => {
  const [post] = await stage.database.db.select().from(posts);
  for (const actor of [stage.grace, stage.linus]) {
    const again = await shown(
      actor.press(asked.id, customIdsOf(asked).find((id) => id.startsWith('answer:')) ?? ''),
    );
    const form = await actor.press(again.id, idOf(again, 'report'));
    expect(
      await answerTo(actor.submit(form, { kind: ['wrong-key'], text: 'Port is red: rule 21.' })),
    ).toContain('saved');
  }
  expect(post?.questionId).toBe('q-1');
  expect(textOf(await queue())).toContain('2 reports');
  expect(await answerTo(stage.grace.command(stage.general, '/review-queue'))).toContain('Manage Server');
  const ticket = textOf(await looked());
  expect(ticket).toContain('Port is red: rule 21.');
  expect(ticket).toContain('4 answers');
  expect(ticket).toMatch(new RegExp(`version 1 · written · <t:\\d+:f> · <@${stage.ids.ada}>`));
  const metrics = await fetch(`http://127.0.0.1:${stage.bot.httpPort}/metrics`);
  expect(await metrics.text()).toContain('\ncohort_open_tickets 1\n');
});

it('a changed key is shown before it is made, and made once, over a restart', async () => {
  const ticket = await looked();
  const choice = await shown(stage.ada.press(ticket.id, idOf(ticket, 'ticketkey')));
  const menus = customIdsOf(choice).filter((id) => id.startsWith('ticketchose:'));
  const same = await shown(stage.ada.select(choice.id, menus[0] ?? '', ['a']));
  expect(textOf(same)).toContain('Choose another key');
  const again = await shown(stage.ada.press(same.id, idOf(same, 'ticketkey')));
  const run = await shown(
    stage.ada.select(again.id, customIdsOf(again).find((id) => id.startsWith('ticketchose:')) ?? '', ['b']),
  );
  expect(textOf(run)).toContain('2 answers become right, by 2 members.');
  expect(textOf(run)).toMatch(/[1-9] places? changes? on 1 board; no streak does\./);
  expect(await pointsOf(stage.ids.grace)).toEqual([0]);
  await stage.restart();
  const done = idOf(run, 'ticketdo');
  const [first, second] = await Promise.all([stage.ada.press(run.id, done), stage.ada.press(run.id, done)]);
  expect([first, second].map((result) => textOf(result.message)).join()).toContain('The key is changed');
  await stage.bot.runJob('regrade-answers');
  await stage.bot.runAllJobs();
  expect(await pointsOf(stage.ids.grace)).toEqual([2]);
  expect(await pointsOf(stage.ids.linus)).toEqual([2]);
  expect(await pointsOf(stage.ids.margaret)).toEqual([0]);
  // Whoever was right by the old key keeps their points.
  expect(await pointsOf(stage.ids.ada)).toEqual([2]);
  const board = await boardOf();
  for (const id of [stage.ids.ada, stage.ids.grace, stage.ids.linus]) {
    expect(board).toMatch(new RegExp(`1\\.\\*\\* <@${id}> – \\*\\*2 points`));
  }
  expect((await stage.database.db.select().from(streaks)).every(({ current }) => current === 1)).toBe(true);
});

it('the question is asked with its new key from now on, and those who reported it are told', async () => {
  const versions = await stage.database.db.select().from(questionVersions);
  expect(
    versions
      .filter(({ exam }) => exam === 'own-1')
      .map(({ version }) => version)
      .sort(),
  ).toEqual([1, 2]);
  await stage.bot.runJob('tell-reporters');
  const { id: direct } = stage.discord.directChannel(stage.ids.grace);
  await until(() => stage.grace.visible(direct).length > 0);
  expect(textOf(stage.grace.visible(direct).at(-1))).toContain('you were right');
  await stage.bot.runJob('tell-reporters');
  expect(stage.grace.visible(direct)).toHaveLength(1);
});

it('what stood open by the old key is closed, and its reveal says what was corrected', async () => {
  const message = () => textOf(stage.ada.visible(stage.general).find(({ id }) => id === asked.id));
  await stage.bot.runJob('close-posts');
  stage.discord.clock.advance(2 * 60_000);
  await stage.bot.runAllJobs();
  await until(() => message().includes('Corrected afterwards'));
  expect(textOf(await answer(stage.margaret, 'Port').catch(() => asked))).not.toContain('Rated');
});

it('within a day it is taken back: answers, board, question and reveal are as they were', async () => {
  const list = await queue();
  expect(textOf(list)).toContain('Key changed');
  const ticket = await looked();
  expect(textOf(ticket)).toMatch(new RegExp(`version 2 · key changed · <t:\\d+:f> · <@${stage.ids.ada}>`));
  const undone = await shown(stage.ada.press(ticket.id, idOf(ticket, 'ticketundo')));
  expect(textOf(undone)).toContain('Undone');
  await stage.bot.runAllJobs();
  expect(await pointsOf(stage.ids.grace)).toEqual([0]);
  expect(await pointsOf(stage.ids.ada)).toEqual([2]);
  await until(async () => !(await boardOf()).includes(`<@${stage.ids.grace}> – **2 points`));
  stage.discord.clock.advance(2 * 60_000);
  await stage.bot.runAllJobs();
  const message = () => textOf(stage.ada.visible(stage.general).find(({ id }) => id === asked.id));
  await until(() => !message().includes('Corrected afterwards'));
  expect(textOf(await queue())).toContain('2 reports');
  // A day later it stands.
  const again = await looked();
  expect(customIdsOf(again).some((id) => id.startsWith('ticketundo'))).toBe(false);
});

it('official questions are for whom the operator named', async () => {
  const question = await shown(stage.linus.command(stage.general, '/quiz private:true'));
  const feedback = await shown(answerFirst(stage.linus, question));
  const form = await stage.linus.press(feedback.id, idOf(feedback, 'report'));
  await answerTo(stage.linus.submit(form, { kind: ['unclear'], text: 'Two of them fit, I think.' }));
  // Ada manages the server, and is not on the team: she sees her own server's packs alone.
  expect(textOf(await queue())).not.toContain('aws-');
  expect(await stage.database.db.$count(amendments)).toBe(0);
});
