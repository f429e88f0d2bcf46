// Commands on a message: on a question of ours, on what was told to a member, and on anything else.
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Message } from '#local-discord/server.ts';
import { idOf } from '../support/answering.ts';
import { answerFirst, answerTo, type Stage, startStage } from '../support/cohort.ts';

let stage: Stage;
let asked: Message;
beforeAll(async () => {
  stage = await startStage({ speaks: 'languages' });
  const { message } = await stage.ada.command(stage.general, '/quiz');
  if (!message) throw new Error('nothing was asked');
  asked = message;
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
});

const use = (name: string, id = asked.id) => stage.grace.context(stage.general, name, id);

it('an open question is explained to who has answered it, and to nobody else', async () => {
  expect(await answerTo(use('Explain this question'))).toContain('still open');
  await answerTo(answerFirst(stage.grace, asked));
  expect(await answerTo(use('Explain this question'))).toMatch(/The answer is|Remember/);
});

it('a closed question is explained to everybody', async () => {
  stage.discord.clock.advance(40 * 60_000);
  await stage.bot.runJob('close-posts');
  expect(await answerTo(stage.linus.context(stage.general, 'Explain this question', asked.id))).toContain(
    'Remember',
  );
});

it('a question is put on the member’s own list, and reported', async () => {
  expect(await answerTo(use('Add to my review'))).not.toMatch(/no question of mine/);
  const form = await use('Report');
  expect(form.modal).toBeDefined();
  expect(await answerTo(stage.grace.submit(form, { kind: ['typo'], text: 'It says teh.' }))).toContain(
    'saved',
  );
});

it.each(['Explain this question', 'Add to my review', 'Report'])(
  '%s on a message of somebody else says what it is for',
  async (name) => {
    const message = stage.linus.send(stage.general, 'Hello');
    expect(await answerTo(use(name, message.id))).toContain('no question of mine');
  },
);

it('a question that was deleted for its age is said to be gone, whatever is pressed', async () => {
  await stage.database.db.execute(sql`delete from answers`);
  await stage.database.db.execute(sql`delete from posts`);
  for (const name of ['Explain this question', 'Add to my review', 'Report']) {
    expect(await answerTo(use(name)), name).toContain('no longer available');
  }
  const shown = stage.discord.messages(stage.general).find(({ id }) => id === asked.id) ?? asked;
  const pressed = stage.linus.press(asked.id, idOf(shown, 'reasoning'));
  expect(await answerTo(pressed)).toContain('no longer available');
});
