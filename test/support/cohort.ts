// A whole stage for end-to-end tests: local Discord, a database of its own, and the real bot between them, all on the
// local Discord's clock, so that moving it moves the bot's time too. The bot speaks the pseudo-language unless a test
// asks for another: a sentence that is not in src/words fails the file that reads it, and so does what one can only see.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Team } from '#bot/feature.ts';
import { createPage } from '#local-discord/page/serve.ts';
import {
  type Actor,
  type InteractionResult,
  type LocalDiscord,
  type Message,
  startLocalDiscord,
} from '#local-discord/server.ts';
import type { Pictures } from '#pictures/picture.ts';
import { type Cohort, type CohortOptions, startCohort } from '../../src/cohort.ts';
import { createTestDatabase, silentLog, type TestDatabase } from './database.ts';
import { pseudoWords, spoken } from './pseudo.ts';
import { startWatching, type Watching } from './watching.ts';

const root = join(import.meta.dirname, '../..');

export type StageOptions = {
  databaseUrl?: string;
  rateLimits?: boolean;
  /** More patience than Discord's, for a crowd on a machine that may stand still for a moment. */
  answerMs?: number;
  /** Real languages instead of the pseudo-language. */
  speaks?: 'languages';
  /** With the playground's page on top. */
  page?: boolean;
  /** Instead of the bot's own drawing; null for an installation that cannot draw. */
  pictures?: Pictures | null;
  telemetry?: NonNullable<CohortOptions['telemetry']>;
  /** Who reviews official questions; made once the server is there. */
  team?: (discord: LocalDiscord, guildId: string) => Team;
};

/** Of the stage that is running. */
let watching: Watching | null = null;

export type Stage = {
  discord: LocalDiscord;
  database: Pick<TestDatabase, 'db' | 'url' | 'ownerUrl'>;
  guildId: string;
  general: string;
  daily: string;
  ids: { owner: string; ada: string; grace: string; linus: string; margaret: string };
  /** Ada owns the server (Manage Server); the others are ordinary members. */
  ada: Actor;
  grace: Actor;
  linus: Actor;
  margaret: Actor;
  bot: Cohort;
  /** Stops the bot and starts it again on the same database and Discord; with other packs, as after an update. */
  restart(contentDir?: string): Promise<void>;
  /** A further bot process-alike on the same database and token. */
  startSecond(): Promise<Cohort>;
  stop(): Promise<void>;
};

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const database = await createTestDatabase();
  const discord = await startLocalDiscord({
    rateLimits: options.rateLimits ?? false,
    ...(options.page && { page: createPage() }),
    ...(options.answerMs !== undefined && { answerMs: options.answerMs }),
  });
  // Long ago, so that it says no hello.
  const invitedAt = Date.parse('2026-01-01T00:00:00Z');
  const guild = discord.createGuild({ name: 'Study group', ownerName: 'Ada', invitedAt });
  const member = (name: string) => discord.createMember(guild.id, { name }).id;
  const channel = (name: string) => discord.createChannel(guild.id, { name }).id;
  const ids = {
    owner: guild.ownerId,
    ada: guild.ownerId,
    grace: member('Grace'),
    linus: member('Linus'),
    margaret: member('Margaret'),
  };
  const url = options.databaseUrl ?? database.url;
  const team = options.team?.(discord, guild.id);
  const isPseudo = options.speaks !== 'languages';
  const start = (contentDir = join(root, 'content')) =>
    startBot(discord, url, {
      contentDir,
      ...(isPseudo && { translate: pseudoWords }),
      ...(options.pictures !== undefined && { pictures: options.pictures }),
      ...(team && { team }),
      ...(options.telemetry && { telemetry: options.telemetry }),
    });
  watching = await startWatching({ isPseudo });
  const more: Cohort[] = [];
  const stage: Stage = {
    discord,
    database,
    guildId: guild.id,
    general: channel('general'),
    daily: channel('daily'),
    ids,
    ada: listening(discord.as(ids.ada)),
    grace: listening(discord.as(ids.grace)),
    linus: listening(discord.as(ids.linus)),
    margaret: listening(discord.as(ids.margaret)),
    bot: await start(),
    async restart(contentDir) {
      await stage.bot.stop();
      stage.bot = await start(contentDir);
    },
    async startSecond() {
      const second = await start();
      more.push(second);
      return second;
    },
    async stop() {
      await Promise.all([stage.bot, ...more].map((bot) => bot.stop()));
      await discord.stop();
      await database.drop();
      watching?.end(discord);
    },
  };
  return stage;
}

/** What is offered while typing is read like everything else. */
function listening(actor: Actor): Actor {
  return {
    ...actor,
    async autocomplete(channelId, input) {
      const choices = await actor.autocomplete(channelId, input);
      return choices.map((choice) => ({ ...choice, name: spoken(choice.name) }));
    },
  };
}

function startBot(
  discord: LocalDiscord,
  databaseUrl: string,
  options: Pick<CohortOptions, 'contentDir' | 'translate' | 'pictures' | 'team' | 'telemetry'>,
): Promise<Cohort> {
  return startCohort({
    databaseUrl,
    discord: { token: discord.token, api: discord.api, registerCommands: true, shards: 'auto' },
    http: { host: '127.0.0.1', port: 0 },
    clock: { now: () => new Date(discord.clock.now()) },
    random: Math.random,
    log: silentLog,
    tallyDelayMs: 50,
    ...options,
  });
}

export type BotProcess = {
  pid: number;
  output(): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
};

/** The bot as `npm start` runs it, in a process of its own that a test may kill. */
export async function spawnBot(
  discord: Pick<LocalDiscord, 'token' | 'api'>,
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<BotProcess> {
  const env = {
    PATH: process.env.PATH,
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    DATABASE_URL: databaseUrl,
    HTTP_PORT: '0',
    LOG_LEVEL: 'warn',
    ...more,
  };
  const child = spawn(process.execPath, ['--require', './src/fast-imports.cjs', 'src/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (output += String(chunk)));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  await until(() => output.includes('connected to Discord') || child.exitCode !== null, 40_000).catch(() => {
    child.kill('SIGKILL');
    throw new Error(`the bot did not start in time:\n${output}`);
  });
  if (child.exitCode !== null) throw new Error(`the bot did not start:\n${output}`);
  return {
    pid: child.pid ?? 0,
    output: () => output,
    kill(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

/** Everything that can be read in a message, line by line, with button labels in brackets; of pictures their alt text. */
export function textOf(message: Message | undefined): string {
  const text = linesOf(message).join('\n');
  if (message?.author.bot) watching?.note(message, text);
  // Real languages have accents of their own.
  return watching?.isPseudo ? spoken(text) : text;
}

function linesOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(linesOf);
  const { content, label, components, accessory, items, description } = (part ?? {}) as Record<
    string,
    unknown
  >;
  const own = [content, typeof label === 'string' && `[${label}]`, description];
  return [
    ...own.filter((line): line is string => typeof line === 'string' && line !== ''),
    ...childLines(components),
    ...childLines(accessory),
    ...childLines(items),
  ];
}

function childLines(child: unknown): string[] {
  return child ? linesOf(child) : [];
}

/** The text that an interaction was answered with; fails loudly when it was not answered. */
export async function answerTo(acting: Promise<InteractionResult>): Promise<string> {
  const result = await acting;
  if (result.state === 'failed' || result.state === 'refused')
    throw new Error(`${result.state}: ${result.reason}`);
  return textOf(result.message ?? (await result.settled()));
}

/** The custom ids in a message, in order. */
export function customIdsOf(message: Message | undefined): string[] {
  return [...JSON.stringify(message?.components ?? []).matchAll(/"custom_id":"([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
}

/** Gives the first options as the answer, by button or by menu. */
export function answerFirst(actor: Actor, message: Message | undefined) {
  const id = customIdsOf(message).find((each) => each.startsWith('answer:')) ?? '';
  const needed = Number(/"min_values":(\d)/.exec(JSON.stringify(message?.components))?.[1] ?? 0);
  if (needed === 0) return actor.press(message?.id ?? '', id);
  return actor.select(message?.id ?? '', id, ['0', '1', '2'].slice(0, needed));
}

/** Waits for something to become true; fails with what was expected. */
export async function until(condition: () => boolean | Promise<boolean>, milliseconds = 8000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${milliseconds} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
