import { DiscordAPIError } from 'discord.js';
import { expect, it } from 'vitest';
import { createMemberRoles } from '#bot/member-roles.ts';

const refused = (code: number, status: number) =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'GET', 'https://discord.test', {});

function asking() {
  let now = 0;
  let next: unknown = { roles: ['r1'] };
  let asked = 0;
  const get = async () => {
    asked += 1;
    if (next instanceof Error) throw next;
    return next;
  };
  const rolesOf = createMemberRoles({ get }, () => now);
  return {
    ask: () => rolesOf('s1', 'm1'),
    answers: (what: unknown) => (next = what),
    wait: (milliseconds: number) => (now += milliseconds),
    asked: () => asked,
  };
}

it('asks once in half a minute', async () => {
  const discord = asking();
  expect(await discord.ask()).toEqual(['r1']);
  discord.answers({ roles: [] });
  expect(await discord.ask()).toEqual(['r1']);
  expect(discord.asked()).toBe(1);
  discord.wait(30_001);
  expect(await discord.ask()).toEqual([]);
});

it('knows that who is no member has no roles', async () => {
  const discord = asking();
  discord.answers(refused(10007, 404));
  expect(await discord.ask()).toEqual([]);
});

it.each([
  ['the bot is not in the server', refused(50001, 403)],
  ['there is no such server', refused(10004, 404)],
  ['Discord is broken', refused(0, 503)],
  ['it takes too long', Object.assign(new Error('late'), { name: 'TimeoutError' })],
])('does not know where %s, and asks again', async (_, error) => {
  const discord = asking();
  discord.answers(error);
  expect(await discord.ask()).toBeNull();
  discord.answers({ roles: ['r2'] });
  expect(await discord.ask()).toEqual(['r2']);
});
