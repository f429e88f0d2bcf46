// A member's data in their own hands, as they see it on Discord: shown, taken along as a file, deleted in two steps.
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { streaks } from '#features/standing/streak/table.ts';
import type { Message } from '#local-discord/server.ts';
import { answerFirst, answerTo, customIdsOf, type Stage, startStage, textOf } from '../support/cohort.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

/** Its answer is deferred and comes with an edit. */
const settle = async (text: string): Promise<Message> => {
  const shown = await (await stage.grace.command(stage.general, text)).settled();
  if (!shown) throw new Error(`${text} was not answered`);
  return shown;
};

const answerOnce = async (): Promise<string> => {
  const asked = await stage.ada.command(stage.general, '/quiz');
  const question = asked.message ?? (await asked.settled());
  if (!question) throw new Error('nothing was asked');
  return answerTo(answerFirst(stage.grace, question));
};

describe('/privacy', () => {
  it('says of a member who did nothing that nothing is kept', async () => {
    expect(textOf(await settle('/privacy show'))).toMatch(/nothing/i);
  });

  it('shows what is kept, privately', async () => {
    await answerOnce();
    const shown = await settle('/privacy show');
    expect(textOf(shown)).toContain('**Answers:** 1 entry');
    expect(stage.ada.visible(stage.general).map(({ id }) => id)).not.toContain(shown.id);
  });

  it('is answered also when the connection breaks right after Discord took the deferral', async () => {
    stage.discord.fail(({ route }) => route.includes('/callback'), 'reset-after');
    expect(textOf(await settle('/privacy show'))).toContain('**Answers:** 1 entry');
  });

  it('hands over all of it as one private file', async () => {
    const shown = await settle('/privacy export');
    const [file] = [...JSON.stringify(shown).matchAll(/"url":"(http[^"]+\.zip)"/g)];
    const parts = unzipSync(new Uint8Array(await (await fetch(file?.[1] ?? '')).arrayBuffer()));
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['data.json']));
    expect(strFromU8(parts['data.json'] ?? new Uint8Array())).toContain(stage.ids.grace);
  });

  it('deletes in two steps, at once, and nothing before the second', async () => {
    const asking = await settle('/privacy delete');
    expect(textOf(await settle('/privacy show'))).toContain('**Answers:** 1 entry');
    const second = customIdsOf(asking)[0];
    const done = await stage.grace.press(asking.id, second ?? '');
    expect(textOf(await done.settled())).toMatch(/deleted/i);
    expect(textOf(await settle('/privacy show'))).toMatch(/nothing/i);
    expect(await stage.database.db.$count(streaks)).toBe(0);
  });

  it('stays deleted over a restart, and the next answer begins anew', async () => {
    await stage.restart();
    expect(textOf(await settle('/privacy show'))).toMatch(/nothing/i);
    stage.discord.clock.set(stage.discord.clock.now() + 60_000);
    expect(await answerOnce()).toContain('Streak: **1 day**');
  });
});
