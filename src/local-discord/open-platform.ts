// Puts the platform together: an empty world or the one on disk, and the bot's own account.
import { createClock } from './clock.ts';
import { createFeed } from './feed.ts';
import { createFileStore } from './files.ts';
import { createGateway } from './gateway.ts';
import { type Journal, openJournal } from './journal.ts';
import { createLoginLimits, type LoginRules } from './login-limits.ts';
import type { Platform } from './platform.ts';
import { createSnowflakes, type Snowflakes } from './snowflake.ts';
import { expireWaiters } from './waiters.ts';
import { type Application, applyChange, type Change, createWorld, type World } from './world.ts';

export type PlatformOptions = {
  dataDir: string | null;
  now: () => number;
  validate: boolean;
  answerMs: number;
  readsContent: boolean;
  botName: string;
  url: string;
  logins: Partial<LoginRules> | null;
};

export type OpenPlatform = { platform: Platform; close(): void };

const NO_JOURNAL: Journal = { append: () => undefined, close: () => undefined };

export function createPlatform(options: PlatformOptions): OpenPlatform {
  const world = createWorld();
  const journal = options.dataDir === null ? NO_JOURNAL : openJournal(options.dataDir, world, options.url);
  const clock = createClock(options.now, world.clockOffset);
  const ids = createSnowflakes(clock.now);
  observeIds(world, ids);
  const save = (...change: Change) => {
    applyChange(world, change);
    journal.append(change);
  };
  const waiters = new Map();
  const feed = createFeed();
  clock.onChange((movedBack) => {
    if (movedBack) ids.rewind();
    const { offset } = clock.state();
    if (offset !== world.clockOffset) save('clock', offset);
    expireWaiters(waiters, clock.now());
    feed.tell({ type: 'CLOCK', now: clock.now() });
  });
  const platform: Platform = {
    application: world.application ?? createApplication(save, ids, options.botName),
    world,
    clock,
    ids,
    gateway: createGateway((guildId) => world.guilds.get(guildId)?.has_bot === true),
    logins: createLoginLimits(options.logins),
    feed,
    files: createFileStore(options.dataDir),
    waiters,
    openModals: new Map(),
    lastChannels: new Map(),
    validate: options.validate,
    answerMs: options.answerMs,
    readsContent: options.readsContent,
    url: options.url,
    save,
  };
  return { platform, close: journal.close };
}

/** Ids go on after the newest one on disk, even if the machine's clock was set back since. */
function observeIds(world: World, ids: Snowflakes): void {
  const maps = [
    world.accounts,
    world.guilds,
    world.channels,
    world.messages,
    world.interactions,
    world.events,
  ];
  for (const map of maps) for (const id of map.keys()) ids.observe(id);
  for (const scope of world.commands.values()) {
    for (const command of scope.values()) ids.observe(command.version);
  }
}

function createApplication(save: Platform['save'], ids: Snowflakes, name: string): Application {
  // Two different ids, as with applications from before 2016: a bot that mixes them up fails here too.
  const application = { id: ids.next(), botId: ids.next() };
  const user = {
    id: application.botId,
    username: name,
    global_name: null,
    discriminator: '0000',
    avatar: null,
    bot: true,
    public_flags: 0,
  };
  save('application', application);
  save('account', { user, locale: 'en-US', acceptsDirectMessages: false });
  return application;
}
