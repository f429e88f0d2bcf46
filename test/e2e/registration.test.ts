// Commands that Discord will not take just now: the bot goes on with those it has.
import { REST } from 'discord.js';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createCommandIds } from '#bot/command-ids.ts';
import { startRegistration } from '#bot/registration.ts';
import { restOptions } from '#bot/rest.ts';
import { type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { until } from '../support/cohort.ts';

type Line = { level: number; msg: string; code?: number };
let discord: LocalDiscord;
let lines: Line[] = [];

beforeAll(async () => {
  discord = await startLocalDiscord({ rateLimits: false });
});
afterAll(() => discord.stop());
beforeEach(() => {
  lines = [];
  discord.requests.length = 0;
});

const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
const definitions = [
  { name: 'quiz', description: 'Ask', contexts: [0], integration_types: [0] },
  { name: 'help', description: 'Help', contexts: [0], integration_types: [0] },
] as const;
const isCommands = ({ path }: { path: string }) => path.endsWith('/commands');
const isPut = ({ method, path }: { method: string; path: string }) =>
  method === 'PUT' && path.endsWith('/commands');

function register(description: string, heard?: (commands: unknown) => void) {
  const rest = new REST(restOptions(discord.api, {})).setToken(discord.token);
  const renamed = definitions.map((definition) => ({ ...definition, description }));
  const registration = startRegistration({
    ...{ rest, applicationId: discord.applicationId, log, firstDelayMs: 20 },
    ...(heard && { heard }),
    // safe: as features write them, without the mutable arrays
    definitions: renamed as unknown as Parameters<typeof startRegistration>[0]['definitions'],
  });
  onTestFinished(() => registration.stop());
  return registration;
}

const isRegistered = () => lines.some((line) => line.msg === 'commands registered');

describe('commands', () => {
  it('are sent when Discord has others, and not again', async () => {
    await register('First').tried;
    await register('First').tried;
    expect(lines.map((line) => line.msg)).toEqual(['commands registered', 'commands are registered already']);
    expect(discord.requests.filter(isPut)).toHaveLength(1);
  });

  it('are known by their ids once sent, and when Discord had them already or cannot take them now', async () => {
    const idsAfter = async (description: string) => {
      const ids = createCommandIds();
      await register(description, ids.learn).tried;
      return definitions.map(({ name }) => ids.of(name));
    };
    const sent = await idsAfter('Heard');
    expect(sent).toEqual(definitions.map(() => expect.stringMatching(/^\d+$/)));
    expect(await idsAfter('Heard')).toEqual(sent);
    discord.fail(isPut, { status: 403, body: { message: 'no', code: 50001 }, times: 1 });
    expect(await idsAfter('Heard again')).toEqual(sent);
  });

  it.each([
    ['reading them fails', isCommands, 503, 0, 4],
    ['sending them fails', isPut, 503, 0, 4],
    ['they are forbidden just now', isPut, 403, 50001, 1],
    ['the 200 creations of a day are used up', isPut, 400, 30034, 1],
    ['a single 401 strays', isPut, 401, 0, 1],
  ])('are tried again with a warning when %s', async (what, filter, status, code, times) => {
    discord.fail(filter, { status, body: { message: 'no', code }, times });
    const registration = register(what);
    await registration.tried;
    await until(isRegistered);
    expect(lines.filter((line) => line.level > 40)).toEqual([]);
  });

  it('are not sent too early when Discord says how long to wait', async () => {
    discord.fail(isPut, {
      status: 429,
      headers: { 'retry-after': '60' },
      body: { message: 'no', retry_after: 60 },
    });
    await register('Later').tried;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(lines).toMatchObject([{ level: 40, reason: 'rate-limited' }]);
    expect(discord.requests.filter(isPut)).toHaveLength(1);
  });

  it('that are at fault themselves are an error, and not tried again', async () => {
    await register('').tried;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(lines).toMatchObject([{ level: 50, code: 50035 }]);
  });

  it('are not tried for any more after a stop', async () => {
    discord.fail(isPut, { status: 403, body: { message: 'no', code: 50001 }, times: 9 });
    const registration = register('Stopped');
    await registration.tried;
    registration.stop();
    const before = discord.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(discord.requests).toHaveLength(before);
  });
});
