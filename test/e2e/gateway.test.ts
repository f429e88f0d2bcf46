// The gateway's connection lost in odd ways: the bot must come back by itself, and say why it was away.
import type { Client } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, it, type TestContext } from 'vitest';
import { createClient } from '#bot/client.ts';
import { type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { until } from '../support/cohort.ts';

type Line = { level: number; msg: string; code?: number; closes?: number; error?: string };
const WARN = 40;

type Stage = { client: Client; discord: LocalDiscord; lines: Line[]; logins(): number; stop(): void };

async function start({ onTestFinished }: TestContext): Promise<Stage> {
  const discord = await startLocalDiscord({ rateLimits: false });
  onTestFinished(() => discord.stop());
  discord.createGuild({ name: 'Study group', ownerName: 'Ada' });
  const lines: Line[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const stopping = new AbortController();
  const client = createClient({ api: discord.api, shards: 'auto', log, stopping: stopping.signal });
  onTestFinished(() => client.destroy());
  let logins = 0;
  client.on('raw' as never, ({ t }: { t: string }) => {
    if (t === 'READY') logins += 1;
  });
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(discord.token);
  await ready;
  return { client, discord, lines, logins: () => logins, stop: () => stopping.abort() };
}

const isBack = ({ lines }: { lines: Line[] }) => lines.some((line) => line.msg.includes('is back'));

describe('an address for resuming that is dead, while the main one works', () => {
  it.concurrent.for([
    ['closes before its greeting', 'close', 20_000],
    ['breaks the connection after the upgrade', 'drop', 20_000],
    ['answers the upgrade with 502', 'http-502', 20_000],
    ['never greets', 'silent', 60_000],
    ['greets and never answers the resume', 'unanswered', 60_000],
  ] as const)('ends in a new login when it %s', { timeout: 90_000 }, async ([, fault, within], context) => {
    const stage = await start(context);
    stage.discord.setResumeFault(fault);
    stage.discord.dropGateway('kill-sockets');
    await until(() => stage.logins() === 2, within);
    await until(() => isBack(stage));
    const warnings = stage.lines.filter((line) => line.level === WARN);
    expect(warnings).toMatchObject([{ msg: 'gateway connection lost: reconnecting', code: 1006 }]);
    expect(stage.lines.at(-1)?.closes ?? 0).toBeLessThan(6);
  });
});

describe('a lost connection', () => {
  it('is resumed where that works, without a new login, and the log says once why it was lost', async (context) => {
    const stage = await start(context);
    stage.discord.dropGateway(4000);
    await until(() => isBack(stage));
    expect(stage.logins()).toBe(1);
    expect(stage.lines.map(({ level, msg, code }) => ({ level, msg, code }))).toEqual([
      { level: WARN, msg: 'gateway connection lost: reconnecting', code: 4000 },
      { level: 30, msg: 'gateway connection is back', code: undefined },
    ]);
  });

  it('is no warning when Discord only asks for a new one', async (context) => {
    const stage = await start(context);
    stage.discord.dropGateway('op7');
    await until(() => isBack(stage));
    expect(stage.lines.filter((line) => line.level >= WARN)).toEqual([]);
  });

  it('stays lost after a shutdown, which warns of nothing', async (context) => {
    const stage = await start(context);
    stage.discord.dropGateway('kill-sockets');
    await until(() => stage.lines.length > 0);
    stage.lines.length = 0;
    await stage.client.destroy();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(stage.logins()).toBe(1);
    expect(stage.lines).toEqual([]);
  });

  it('is no news once the process was asked to stop, however long it finishes its work', async (context) => {
    const stage = await start(context);
    stage.stop();
    let isResumed = false;
    stage.client.once('shardResume', () => {
      isResumed = true;
    });
    stage.discord.dropGateway('kill-sockets');
    await until(() => isResumed);
    expect(stage.lines).toEqual([]);
  });

  it('by a start that fails is not tried for again', async ({ onTestFinished }) => {
    const discord = await startLocalDiscord({ rateLimits: false, allowedIntents: 0 });
    onTestFinished(() => discord.stop());
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const client = createClient({ api: discord.api, shards: 'auto', log });
    await expect(client.login(discord.token)).rejects.toThrow('Used disallowed intents');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(lines).toEqual([]);
  });
});

it('an event that cannot be handled is skipped and logged, and the next ones arrive', async (context) => {
  const { client, discord, lines } = await start(context);
  client.once('guildCreate', () => {
    throw new TypeError('an event of a kind to come');
  });
  discord.createGuild({ name: 'Second', ownerName: 'Grace' });
  const third = discord.createGuild({ name: 'Third', ownerName: 'Linus' });
  await until(() => client.guilds.cache.has(third.id));
  expect(lines).toMatchObject([{ level: 50, event: 'GUILD_CREATE' }]);
});
