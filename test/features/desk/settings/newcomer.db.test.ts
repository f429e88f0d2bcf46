// What is asked first of whoever is in no server, and what becomes of their answers.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeCall } from '#bot/call.ts';
import type { BotApp, ComponentInteraction } from '#bot/feature.ts';
import { settingsFor } from '#features/desk/settings/index.ts';
import { saveSettings } from '#features/people/member/store.ts';
import { members } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { dayWatcher } from '#features/standing/streak/day-watcher.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf, makePack } from '../../../support/pack.ts';
import { pseudoWords } from '../../../support/pseudo.ts';
import { emptyTables } from '../../../support/rows.ts';

let test: TestDatabase;
let now = new Date('2026-11-26T10:00:00Z');
const content = libraryOf(makePack());
const { newcomer, components } = settingsFor([{ dayWatcher }]);
const component = components?.find(({ name }) => name === 'newcomer');
const call = { name: 'quiz', subcommand: null, options: new Map([['topic', 'lesson:4.1']]) };
// safe: an app and presses with what is read of them
const app = () => ({ db: test.db, content, clock: { now: () => now } }) as unknown as BotApp;
const pressed = (values: string[], typed?: string) =>
  ({
    ...{ user: { id: 'ada' }, locale: 'de', values },
    isStringSelectMenu: () => values.length > 0,
    isModalSubmit: () => typed !== undefined,
    fields: { getTextInputValue: () => typed ?? '' },
  }) as unknown as ComponentInteraction;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = new Date('2026-11-26T10:00:00Z');
  await emptyTables(test.db);
});

async function asked(of: typeof call | null = call) {
  const answer = await newcomer?.(app(), { memberId: 'ada', locale: 'de', call: of });
  if (answer?.kind !== 'reply') throw new Error('not asked');
  return answer.message;
}
const idsIn = (message: unknown) =>
  [...JSON.stringify(message).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id = '']) => id);
const idOf = (message: unknown, step: string) =>
  idsIn(message).find((id) => id.startsWith(`newcomer:1:${step}:`)) ?? '';
async function press(id: string, values: string[] = [], typed?: string) {
  const [, , ...args] = id.split(':');
  const answer = await component?.run(app(), { interaction: pressed(values, typed), version: 1, args });
  if (!answer) throw new Error('not answered');
  return answer;
}
const row = async () => (await test.db.select().from(members))[0];

describe('whoever is in no server', () => {
  it('goes on with what they called after one press, on the exam that can be sat today', async () => {
    const screen = (await asked())(wordsOf('en'));
    expect(await press(idOf(screen, 'zone'), ['Europe/Berlin'])).toEqual({ kind: 'again', call });
    expect(await row()).toMatchObject({
      ...{ exam: 'aws-developer-associate', edition: 'c02', zone: 'Europe/Berlin' },
    });
    expect(await test.db.$count(servers)).toBe(0);
  });

  it('or after two, with another one; nothing is kept before the last', async () => {
    const screen = (await asked())(wordsOf('en'));
    const chosen = await press(idOf(screen, 'exam'), ['aws-developer-associate/c03']);
    if (chosen.kind !== 'update') throw new Error(chosen.kind);
    expect(await row()).toBeUndefined();
    const zone = idOf(chosen.message(wordsOf('en')), 'zone');
    expect(await press(zone, ['Asia/Tokyo'])).toEqual({ kind: 'again', call });
    expect(await row()).toMatchObject({ edition: 'c03', zone: 'Asia/Tokyo' });
  });

  it('may type a city, and is told what is none, with all they had chosen', async () => {
    const form = await press(idOf((await asked())(wordsOf('en')), 'other'));
    if (form.kind !== 'modal') throw new Error(form.kind);
    const modal = form.modal(wordsOf('en'));
    expect(validateBody('callback', { type: 9, data: modal })).toEqual([]);
    const wrong = await press(modal.custom_id, [], 'Narnia');
    expect(wrong.kind === 'update' && JSON.stringify(wrong.message(wordsOf('en')))).toContain('“Narnia”');
    expect(await press(modal.custom_id, [], 'kolkata')).toEqual({ kind: 'again', call });
    expect(await row()).toMatchObject({ zone: 'Asia/Kolkata' });
  });

  it('is not asked for a zone that is known', async () => {
    await saveSettings(test.db, { id: 'ada', zone: 'Asia/Tokyo' });
    const screen = (await asked())(wordsOf('en'));
    expect(idOf(screen, 'zone')).toBe('');
    expect(await press(idOf(screen, 'go'))).toEqual({ kind: 'again', call });
    expect(await row()).toMatchObject({ zone: 'Asia/Tokyo', edition: 'c02' });
  });

  it('is asked only for editions that can still be sat', async () => {
    now = new Date('2026-12-02T13:00:00Z');
    const text = JSON.stringify((await asked())(wordsOf('en')));
    expect(text).toContain('aws-developer-associate/c03');
    expect(text).not.toContain('"aws-developer-associate/c02"');
  });

  it('pressing it twice is once, and a button of no command ends with what was saved', async () => {
    const zone = idOf((await asked(null))(wordsOf('en')), 'zone');
    for (const _twice of [1, 2]) {
      const done = await press(zone, ['Europe/Berlin']);
      expect(done.kind === 'update' && JSON.stringify(done.message(wordsOf('en')))).toContain('DVA-C02');
    }
    expect(await test.db.$count(members)).toBe(1);
  });
});

it('the question keeps Discord’s limits in every language, whatever was called', async () => {
  const topic = 'x'.repeat(100);
  const long = { ...call, options: new Map([...call.options, ['topic', topic], ['count', '5']]) };
  const shown = await asked(long);
  for (const words of [wordsOf('en'), wordsOf('de'), pseudoWords(wordsOf('en'))]) {
    const { components: parts } = shown(words);
    expect(validateBody('callback', { type: 4, data: { flags: 32832, components: parts } })).toEqual([]);
  }
  expect(idOf(shown(wordsOf('en')), 'zone')).toContain(
    writeCall({ ...call, options: new Map([['count', '5']]) }, 50),
  );
});
