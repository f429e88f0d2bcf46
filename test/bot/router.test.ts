import { describe, expect, it } from 'vitest';
import type { Command, Component } from '#bot/feature.ts';
import { createRouter } from '#bot/router.ts';
import { wordsOf } from '#words/words.ts';
import { silentLog } from '../support/database.ts';

/** A command that is answered only when the test says so. */
function slow() {
  let done = () => {};
  const takenBack: string[] = [];
  const command = {
    data: { name: 'slow' },
    defer: 'none',
    run: async () => {
      await new Promise<void>((resolve) => {
        done = resolve;
      });
      const message = () => ({ components: [] });
      return { kind: 'reply', private: true, message, refused: async () => void takenBack.push('slow') };
    },
  };
  return { command, takenBack, finish: () => done() };
}

function interactionOf(said: string[]) {
  const kinds = { isAutocomplete: () => false, isChatInputCommand: () => true };
  const who = {
    id: '1',
    guildId: 'g1',
    authorizingIntegrationOwners: { 0: 'g1' },
    user: { id: 'm1' },
    locale: 'en-US',
    createdTimestamp: Date.now(),
  };
  const reply = async (body: unknown) => void said.push(JSON.stringify(body));
  return { ...kinds, ...who, commandName: 'slow', replied: false, deferred: false, reply };
}

it('tells the member in time that it cannot tell, and takes back what comes too late', async () => {
  const words = wordsOf('en');
  const languages = { ofLocale: () => words, ofMember: async () => words, ofServer: async () => words };
  const app = { clock: { now: () => new Date() }, log: silentLog, languages };
  const { command, takenBack, finish } = slow();
  const outcomes: string[] = [];
  // safe: the router reads no more of them than this
  const router = createRouter(app as never, [{ commands: [command as unknown as Command] }], (what) =>
    outcomes.push(what.outcome),
  );
  const said: string[] = [];
  const started = performance.now();
  await router.handle(interactionOf(said) as never);
  expect(performance.now() - started).toBeLessThan(3_000);
  expect(said.join()).toContain(words.refusal.uncertain);
  expect(outcomes).toEqual(['unavailable']);
  finish();
  await expect.poll(() => takenBack).toEqual(['slow']);
});

describe('a button', () => {
  const words = wordsOf('en');
  const languages = { ofLocale: () => words, ofMember: async () => words, ofServer: async () => words };
  const app = { clock: { now: () => new Date() }, log: silentLog, languages };
  const handed: string[] = [];
  const component: Component = {
    name: 'tea',
    version: 2,
    defer: 'none',
    async run(_app, { version, args }) {
      handed.push(`${version} ${args.join()}`);
      return { kind: 'reply', private: true, message: () => ({ components: [] }) };
    },
  };
  // safe: the router reads no more of them than this
  const router = createRouter(app as never, [{ components: [component] }], () => undefined);
  const press = async (customId: string) => {
    const said: string[] = [];
    const kinds = {
      isChatInputCommand: () => false,
      isMessageComponent: () => true,
      isModalSubmit: () => false,
    };
    await router.handle({ ...interactionOf(said), ...kinds, customId } as never);
    return said.join();
  };

  it('of an older version still works, and is told which', async () => {
    await press('tea:1:green');
    await press('tea:2:green');
    expect(handed).toEqual(['1 green', '2 green']);
  });

  it.each(['tea:3:green', 'tea:0:green', 'coffee:1', 'tea'])(
    'of a version that nobody knows is outdated: %s',
    async (customId) => {
      handed.length = 0;
      expect(await press(customId)).toContain(words.refusal.outdated);
      expect(handed).toEqual([]);
    },
  );
});
