import { describe, expect, it } from 'vitest';
import { commandDefinitions } from '#bot/commands.ts';
import { actorIn, actorOf, isOfferedEverywhere, serverHere } from '#bot/ground.ts';
import { features } from '#features/index.ts';

const at = (guildId: string | null, owners: Partial<Record<0 | 1, string>>, isCached = false) => ({
  guildId,
  user: { id: 'ada' },
  authorizingIntegrationOwners: owners,
  inCachedGuild: () => isCached,
});

describe('the server somebody acts in', () => {
  it.each([
    ['one that has installed the bot', at('g1', { 0: 'g1' }), 'g1'],
    ['one that has, for a member who installed it as well', at('g1', { 0: 'g1', 1: 'ada' }), 'g1'],
    ['one that the bot is in, on a message that says nothing of it', at('g1', {}, true), 'g1'],
    ['none in a server without the bot', at('g2', { 1: 'ada' }), null],
    ['none in a direct message with the bot', at(null, { 0: '0' }), null],
    ['none in a group', at(null, { 1: 'ada' }), null],
  ])('is %s', (_where, interaction, server) => {
    expect(serverHere(interaction)).toBe(server);
    expect(actorOf(interaction)).toEqual({ serverId: server, memberId: 'ada' });
  });

  it('is refused as missing where only a server has what is wanted', () => {
    expect(actorIn(at('g1', { 0: 'g1' }))).toEqual({ serverId: 'g1', memberId: 'ada' });
    expect(() => actorIn(at('g2', { 1: 'ada' }))).toThrow('server-only');
  });
});

it('everything private is offered everywhere, and what a server does together in servers alone', () => {
  const names = (everywhere: boolean) =>
    commandDefinitions(features)
      .filter((definition) => isOfferedEverywhere(definition) === everywhere)
      .map(({ name }) => name)
      .toSorted();
  expect(names(true)).toEqual(
    [
      ...[
        'Add to my review',
        'Explain this question',
        'Report',
        'concept',
        'diagnose',
        'exam',
        'flashcards',
        'help',
        'lesson',
        'next',
        'plan',
        'privacy',
      ],
      ...['progress', 'quiz', 'review', 'settings', 'streak'],
    ].toSorted(),
  );
  expect(names(false)).toEqual([
    'Make a question of this',
    ...['daily', 'history', 'leaderboard', 'question', 'review-queue', 'setup'],
  ]);
});
