import { describe, expect, it } from 'vitest';
import { readCall, writeCall } from '#bot/call.ts';
import { card, text } from '#bot/card.ts';
import type { Command, Component, Feature } from '#bot/feature.ts';
import { EVERYWHERE, IN_SERVERS } from '#bot/ground.ts';
import { createRouter } from '#bot/router.ts';
import { Refusal } from '#lib/refusal.ts';
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

describe('outside of servers', () => {
  const words = wordsOf('en');
  const languages = { ofLocale: () => words, ofMember: async () => words, ofServer: async () => words };
  const app = { clock: { now: () => new Date() }, log: silentLog, languages };
  const message = (content: string) => () => card(null, [text(content)]);
  const knows = new Set<string>();
  const command = (name: string, where: object): Command => ({
    group: 'learn',
    data: { name, description: name, ...where },
    defer: 'none',
    async run(_app, { user, options }) {
      if (!knows.has(user.id)) throw new Refusal({ kind: 'no-course' });
      return { kind: 'reply', private: true, message: message(`learns ${options.getString('topic')}`) };
    },
  });
  const feature: Feature = {
    commands: [command('learn', EVERYWHERE), command('boards', IN_SERVERS)],
    components: [
      {
        name: 'chosen',
        defer: 'none',
        async run(_app, { interaction, args }) {
          knows.add(interaction.user.id);
          const call = readCall(args.join(':'));
          if (!call) throw new Error('nothing was called');
          return { kind: 'again', call };
        },
      },
    ],
    newcomer: async (_app, { call }) => ({
      kind: 'reply',
      private: true,
      message: message(`asked first: ${call ? writeCall(call, 80) : 'of nothing'}`),
    }),
  };
  const outcomes: string[] = [];
  // safe: the router reads no more of them than this
  const router = createRouter(app as never, [feature], ({ outcome }) => outcomes.push(outcome));
  const outside = { guildId: 'g9', authorizingIntegrationOwners: { 1: 'm1' }, inCachedGuild: () => false };

  async function use(commandName: string): Promise<string> {
    const said: string[] = [];
    const data = [{ name: 'topic', type: 3, value: 'sqs' }];
    const options = { data, getString: () => 'sqs' };
    await router.handle({ ...interactionOf(said), ...outside, commandName, options } as never);
    return said.join();
  }
  const kinds = {
    isChatInputCommand: () => false,
    isMessageComponent: () => true,
    isModalSubmit: () => false,
    message: { flags: { has: () => true } },
  };
  async function press(customId: string): Promise<string> {
    const said: string[] = [];
    const update = async (body: unknown) => void said.push(`in place ${JSON.stringify(body)}`);
    const { commandName: _none, ...who } = interactionOf(said);
    await router.handle({ ...who, ...outside, ...kinds, update, customId } as never);
    return said.join();
  }

  it('a command of servers is refused in words that say where it works', async () => {
    expect(await use('boards')).toContain(words.refusal.serverOnly);
    expect(outcomes.at(-1)).toBe('refused');
  });

  it('whoever nobody knows is asked first, and then gets what they called, in place of the question', async () => {
    expect(await use('learn')).toContain('asked first: learn.?topic=sqs');
    expect(await press('chosen:1:learn.?topic=sqs')).toMatch(/^in place .*learns sqs/);
    expect(await use('learn')).toContain('learns sqs');
    expect(outcomes.slice(-3)).toEqual(['answered', 'answered', 'answered']);
  });
});
