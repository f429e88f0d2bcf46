// Every private command in the places where the bot is not a member: a server without it, and a group.
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotApp } from '#bot/feature.ts';
import { createRouter } from '#bot/router.ts';
import { cooldowns } from '#features/asking/quiz/table.ts';
import { features, projections } from '#features/index.ts';
import { saveSettings } from '#features/people/member/store.ts';
import { servers } from '#features/people/server/table.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { wordsOf } from '#words/words.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { libraryOf, makePack, seededRandom } from '../support/pack.ts';

const PLACES = {
  'a server without it': { guildId: 'g9', guildLocale: 'en-US', context: 0 },
  'a group': { guildId: null, guildLocale: null, context: 2 },
};
const CALLS = [
  ...['quiz', 'quiz private', 'review', 'exam start', 'exam continue', 'exam history', 'lesson', 'concept'],
  ...[
    'flashcards',
    'progress',
    'diagnose',
    'plan',
    'next',
    'streak',
    'settings show',
    'privacy show',
    'help',
  ],
];
const TYPED: Record<string, Record<string, unknown>> = {
  'quiz private': { private: true },
  concept: { name: 'concept-1' },
};

const pack = makePack();
const words = wordsOf('en');
const now = new Date('2026-11-26T10:00:00Z');
let test: TestDatabase;
let outcomes: string[] = [];
let press = 0;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

function makeRouter() {
  const languages = { ofLocale: () => words, ofMember: async () => words, ofServer: async () => words };
  const app = {
    ...{
      db: test.db,
      content: libraryOf(pack),
      clock: { now: () => now },
      random: seededRandom(1),
      projections,
    },
    ...{ languages, pictures: null, links: { privacy: null, terms: null, source: null } },
    ...{ commandIds: { of: () => null }, log: pino({ level: 'silent' }) },
  };
  // safe: no command here asks Discord for anything
  return createRouter(app as unknown as BotApp, features, ({ outcome }) => outcomes.push(outcome));
}

type Said = { how: string; body: { components: unknown[] } };

function interactionIn(place: object, memberId: string) {
  const said: Said[] = [];
  const heard = (how: string) => async (body: Said['body']) => {
    said.push({ how, body });
    return { channelId: '77', id: '6' };
  };
  const interaction = {
    ...{
      id: `press-${press++}`,
      applicationId: '1',
      user: { id: memberId, displayName: 'Ada' },
      member: null,
    },
    ...{ locale: 'en-US', channelId: '77', channel: null, memberPermissions: null, appPermissions: null },
    ...{ createdAt: now, createdTimestamp: now.getTime(), replied: false, deferred: false },
    ...{ authorizingIntegrationOwners: { 1: memberId }, inCachedGuild: () => false, ...place },
    ...{ isAutocomplete: () => false, isChatInputCommand: () => true },
    ...{ isMessageComponent: () => false, isModalSubmit: () => false, isStringSelectMenu: () => false },
    ...{
      reply: heard('reply'),
      update: heard('update'),
      editReply: heard('edit'),
      followUp: heard('follow-up'),
    },
    deferReply: async () => void Object.assign(interaction, { deferred: true }),
  };
  return { interaction, said };
}

async function run(place: object, memberId: string, text: string): Promise<Said[]> {
  const [commandName = '', subcommand] = text.split(' ');
  const typed = TYPED[text] ?? {};
  const { interaction, said } = interactionIn(place, memberId);
  const typedAs = (name: string) => typed[name] ?? null;
  const options = {
    ...{
      data: [],
      get: typedAs,
      getSubcommand: () => subcommand,
      getUser: () => null,
      getMember: () => null,
    },
    ...{ getString: typedAs, getInteger: typedAs, getBoolean: typedAs },
  };
  await test.db.delete(cooldowns);
  await makeRouter().handle(Object.assign(interaction, { commandName, options }) as never);
  return said;
}

async function pressOn(place: object, memberId: string, customId: string): Promise<Said[]> {
  const { interaction, said } = interactionIn(place, memberId);
  const kinds = { isChatInputCommand: () => false, isMessageComponent: () => true, customId };
  const message = { id: '5', flags: { has: () => true }, createdTimestamp: now.getTime() };
  await makeRouter().handle(Object.assign(interaction, kinds, { message }) as never);
  return said;
}

describe.each(Object.entries(PLACES))('in %s', (name, place) => {
  it.each(CALLS)('/%s answers its member alone, with at most one message beside', async (call) => {
    const memberId = `known in ${name}`;
    await saveSettings(test.db, { id: memberId, exam: pack.exam.id, edition: 'c02', zone: 'UTC' });
    outcomes = [];
    const said = await run(place, memberId, call);
    expect(outcomes).toEqual(['answered']);
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThanOrEqual(2);
    expect(JSON.stringify(said)).not.toMatch(/this server/);
  });

  it('an answer counts, in no server; nobody else’s press does', async () => {
    const memberId = `answering in ${name}`;
    await saveSettings(test.db, { id: memberId, exam: pack.exam.id, edition: 'c02', zone: 'UTC' });
    const [asked] = await run(place, memberId, 'quiz');
    const id = /"custom_id":"(answer:[^"]+)"/.exec(JSON.stringify(asked))?.[1] ?? '';
    const stranger = await pressOn(place, 'somebody else', id);
    expect(JSON.stringify(stranger)).toContain('no longer available');
    expect((await pressOn(place, memberId, id)).map(({ how }) => how)).toEqual(['update']);
    const given = await test.db
      .select({ memberId: answers.memberId, serverId: answers.serverId })
      .from(answers);
    expect(given.filter((each) => each.memberId === 'somebody else')).toEqual([]);
    expect(given).toContainEqual({ memberId, serverId: null });
  });

  it.each(['leaderboard', 'daily list', 'setup status', 'history'])(
    '/%s says where it works',
    async (call) => {
      outcomes = [];
      expect(JSON.stringify(await run(place, 'ada', call))).toContain(words.refusal.serverOnly);
      expect(outcomes).toEqual(['refused']);
    },
  );
});

it('none of it made a server, or belongs to one', async () => {
  expect(await test.db.$count(servers)).toBe(0);
  const rows = await test.db.selectDistinct({ serverId: posts.serverId }).from(posts);
  expect(rows).toEqual([{ serverId: null }]);
});
