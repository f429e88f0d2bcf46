// Those who reported a question are told what became of it, once: by direct message, or after whatever they do next.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { reports } from '#features/desk/report/table.ts';
import { outcomesToSay } from '#features/desk/report/telling.actions.ts';
import type { Actor } from '#local-discord/server.ts';
import { idOf, shown } from '../support/answering.ts';
import { answerFirst, answerTo, type Stage, startStage, textOf, until } from '../support/cohort.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ speaks: 'languages' });
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

async function report(actor: Actor): Promise<void> {
  const question = await shown(actor.command(stage.general, '/quiz private:true topic:own-1'));
  const feedback = await shown(answerFirst(actor, question));
  const form = await actor.press(feedback.id, idOf(feedback, 'report'));
  await answerTo(actor.submit(form, { kind: ['unclear'], text: 'Two of them fit, I think.' }));
}

const direct = (memberId: string) => stage.discord.directChannel(memberId).id;
const toldTo = (actor: Actor, channel: string) =>
  actor
    .visible(channel)
    .map(textOf)
    .filter((text) => text.includes('You reported question'));
const rows = () => stage.database.db.select().from(reports);

it('a reporter who takes direct messages gets one; who takes none waits', async () => {
  const file = 'question,A,B,correct\nWhich knot holds well under a heavy load?,Bowline,Slip knot,A\n';
  const run = await shown(
    stage.ada.command(stage.general, {
      name: 'question',
      subcommand: 'import',
      options: { file: { name: 'x.csv', data: file }, pack: 'Knots' },
    }),
  );
  await (await stage.ada.press(run.id, idOf(run, 'qimport'))).settled();
  for (const actor of [stage.grace, stage.linus]) await report(actor);
  stage.discord.setDirectMessages(stage.ids.grace, false);
  const list = await shown(stage.ada.command(stage.general, '/review-queue'));
  const ticket = await shown(stage.ada.select(list.id, idOf(list, 'ticketlook'), ['1']));
  const form = await stage.ada.press(ticket.id, idOf(ticket, 'ticketreject'));
  await shown(stage.ada.submit(form, { reason: 'The bowline alone holds: https://example.com/knots' }));
  await stage.bot.runJob('tell-reporters');
  await until(() => toldTo(stage.linus, direct(stage.ids.linus)).length > 0);
  expect(
    (await rows()).map(({ toldAt, closedAt }) => [toldAt !== null, closedAt !== null]).toSorted(),
  ).toEqual([
    [false, true],
    [true, false],
  ]);
});

it('and hears no guess of it where Discord has refused it', async () => {
  const isFollowUp = ({ method, route }: { method: string; route: string }) =>
    method === 'POST' && /^\/webhooks/.test(route);
  stage.discord.fail(isFollowUp, { status: 404, body: { message: 'Unknown Webhook', code: 10015 } });
  await answerTo(stage.grace.command(stage.general, '/help'));
  const isFree = async () => (await rows()).every(({ leaseUntil }) => leaseUntil === null);
  await until(async () => stage.discord.requests.some(isFollowUp) && (await isFree()));
});

it('is told after what they do next, in private, also over a kill in between and a restart', async () => {
  // Killed between taking it and saying it.
  const clock = { now: () => new Date(stage.discord.clock.now()) };
  expect(await outcomesToSay({ db: stage.database.db, clock }, stage.ids.grace)).toHaveLength(1);
  await stage.restart();
  await answerTo(stage.grace.command(stage.general, '/help'));
  expect(toldTo(stage.grace, stage.general)).toEqual([]);
  stage.discord.clock.advance(61_000);
  // A form is no place for it.
  await stage.grace.command(stage.general, '/question suggest pack:Knots');
  await answerTo(stage.grace.command(stage.general, '/help'));
  await until(() => toldTo(stage.grace, stage.general).length > 0);
  // Nobody can tell whether it was said then, so it says that.
  expect(toldTo(stage.grace, stage.general)).toEqual([
    expect.stringMatching(
      /^-# You may have read this already:\n.*It was looked at and stays as it is: The bowline alone holds/,
    ),
  ]);
  expect(toldTo(stage.linus, stage.general)).toEqual([]);
});

it('and never again, nor in the other way', async () => {
  await until(async () => (await rows()).every(({ toldAt }) => toldAt !== null));
  stage.discord.setDirectMessages(stage.ids.grace, true);
  stage.discord.clock.advance(10 * 60_000);
  await stage.bot.runJob('tell-reporters');
  for (const actor of [stage.grace, stage.linus]) await answerTo(actor.command(stage.general, '/help'));
  await stage.bot.runJob('tell-reporters');
  expect(toldTo(stage.grace, stage.general)).toHaveLength(1);
  expect(toldTo(stage.grace, direct(stage.ids.grace))).toEqual([]);
  expect(toldTo(stage.linus, direct(stage.ids.linus))).toHaveLength(1);
  expect(toldTo(stage.linus, stage.general)).toEqual([]);
});
