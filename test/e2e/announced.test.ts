// Two processes of the bot on one database: what is decided in one is asked by both within a second.
import { desc } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { posts } from '#features/record/post/table.ts';
import { idOf, shown } from '../support/answering.ts';
import { answerFirst, answerTo, customIdsOf, type Stage, startStage, textOf } from '../support/cohort.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ speaks: 'languages' });
  await stage.startSecond();
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
});

/** By whichever of the two was first. */
async function versionAsked(): Promise<number | undefined> {
  const asked = await shown(stage.linus.command(stage.general, '/quiz private:true topic:own-1'));
  const [post] = await stage.database.db.select().from(posts).orderBy(desc(posts.id)).limit(1);
  // What is open comes again as it was.
  await shown(answerFirst(stage.linus, asked));
  stage.discord.clock.advance(60_000);
  return post?.questionVersion;
}

it('a changed key', async () => {
  const file = 'question,A,B,correct\nWhich side light is red on a ship under way?,Starboard,Port,A\n';
  const run = await shown(
    stage.ada.command(stage.general, {
      name: 'question',
      subcommand: 'import',
      options: { file: { name: 'x.csv', data: file }, pack: 'Lights' },
    }),
  );
  await (await stage.ada.press(run.id, idOf(run, 'qimport'))).settled();
  // Both have it in memory by now.
  for (let time = 0; time < 4; time += 1) expect(await versionAsked()).toBe(1);
  const asked = await shown(stage.grace.command(stage.general, '/quiz private:true topic:own-1'));
  const feedback = await shown(answerFirst(stage.grace, asked));
  const form = await stage.grace.press(feedback.id, idOf(feedback, 'report'));
  await answerTo(stage.grace.submit(form, { kind: ['wrong-key'], text: 'Port is red: rule 21.' }));
  const list = await shown(stage.ada.command(stage.general, '/review-queue'));
  const ticket = await shown(stage.ada.select(list.id, idOf(list, 'ticketlook'), ['1']));
  const choice = await shown(stage.ada.press(ticket.id, idOf(ticket, 'ticketkey')));
  const menu = customIdsOf(choice).find((id) => id.startsWith('ticketchose:')) ?? '';
  const dry = await shown(stage.ada.select(choice.id, menu, ['b']));
  const done = await shown(stage.ada.press(dry.id, idOf(dry, 'ticketdo')));
  expect(textOf(done)).toContain('The key is changed');
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (let time = 0; time < 10; time += 1) expect(await versionAsked()).toBe(2);
});
