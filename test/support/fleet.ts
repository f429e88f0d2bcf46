// A fleet of real processes on one local Discord and one database, a crowd that presses buttons all the time, and what
// became of each press and each shard.
import { type Actor, type LocalDiscord, startLocalDiscord } from '#local-discord/server.ts';
import { type BotProcess, customIdsOf, spawnBot } from './cohort.ts';

export type FleetOptions = {
  databaseUrl: string;
  shards: number;
  /** Left out where each process is told its shards. */
  perProcess?: number;
  maxConcurrency: number;
  servers: number;
  /** More patience than Discord's, for a machine that may stand still for a moment: what is lost is lost all the same. */
  answerMs?: number;
  log?: string;
};

export type Fleet = {
  discord: LocalDiscord;
  /** Who owns a server, and a channel there. */
  places: readonly Pick<Place, 'channelId' | 'member'>[];
  /** One more process; with these shards, where they are given by hand. */
  start(shards?: string): Promise<BotProcess>;
  /** One open question in each server. */
  ask(): Promise<void>;
  /** Presses one button after another, so many a second, until it is stopped; then what became of them. */
  press(perSecond: number): { stop(): Promise<Presses> };
  /** What the processes have logged, for whoever looks for a fault. */
  outputs(): string[];
  stop(): Promise<void>;
};

export type Presses = { pressed: number; answered: number; failed: string[]; slowest: number };

type Place = { channelId: string; member: Actor; messageId: string; buttons: string[]; shard: number };

export async function openFleet(options: FleetOptions): Promise<Fleet> {
  const { shards, maxConcurrency } = options;
  // Ids carry the millisecond, and its last bits choose the shard: so time goes on a little with each server.
  let ahead = 0;
  const discord = await startLocalDiscord({
    now: () => Date.now() + ahead,
    // As Discord has them, fifty requests a second among them: answers are exempt, all else is not.
    rateLimits: true,
    ...(options.answerMs !== undefined && { answerMs: options.answerMs }),
    logins: { shards, maxConcurrency, total: 1_000 },
  });
  const places: Place[] = Array.from({ length: options.servers }, (_, index) => {
    ahead += 1;
    const invitedAt = Date.parse('2026-01-01T00:00:00Z');
    const guild = discord.createGuild({ name: `Group ${index}`, ownerName: `Ada ${index}`, invitedAt });
    const channelId = discord.createChannel(guild.id, { name: 'general' }).id;
    const shard = Number((BigInt(guild.id) >> 22n) % BigInt(shards));
    return { channelId, member: discord.as(guild.ownerId), messageId: '', buttons: [], shard };
  });
  const env = {
    // Compiled once for all of them: what is measured is the fleet, not the compiler.
    NODE_COMPILE_CACHE: 'node_modules/.cache/compiled',
    SHARD_COUNT: String(shards),
    LOG_LEVEL: options.log ?? 'warn',
  };
  const running = new Set<BotProcess>();
  return {
    discord,
    places,
    async start(named) {
      const sharing = named
        ? { SHARDS: named }
        : { SHARDS: 'lease', SHARDS_PER_PROCESS: String(options.perProcess ?? shards) };
      const bot = await spawnBot(discord, options.databaseUrl, { ...env, ...sharing });
      running.add(bot);
      return bot;
    },
    async ask() {
      for (const place of places) {
        const asked = await place.member.command(place.channelId, '/quiz');
        if (asked.state !== 'replied') throw new Error(`no question: ${JSON.stringify(asked)}`);
        place.messageId = asked.message?.id ?? '';
        // A question with several right options has a menu, and a press opens it for nobody.
        place.buttons = customIdsOf(asked.message).filter((id) => /^answer:.*\d$/.test(id));
      }
    },
    press: (perSecond) => pressAlways(places, perSecond),
    outputs: () => [...running].map((bot) => bot.output()),
    async stop() {
      await Promise.all([...running].map((bot) => bot.kill('SIGKILL')));
      await discord.stop();
    },
  };
}

const LONGEST_STEP_S = 0.05;

function pressAlways(places: readonly Place[], perSecond: number): { stop(): Promise<Presses> } {
  const presses: Presses = { pressed: 0, answered: 0, failed: [], slowest: 0 };
  const underway = new Set<Promise<void>>();
  const began = performance.now();
  const one = async (place: Place) => {
    const at = performance.now();
    const pick = place.buttons[presses.pressed % place.buttons.length] ?? '';
    const result = await place.member.press(place.messageId, pick);
    const took = performance.now() - at;
    presses.slowest = Math.max(presses.slowest, took);
    if (result.state === 'failed' || result.state === 'refused')
      presses.failed.push(
        `shard ${place.shard} at ${Math.round(at - began)} after ${Math.round(took)} ms: ${result.reason}`,
      );
    else presses.answered += 1;
  };
  const pressable = places.filter(({ buttons }) => buttons.length > 0);
  let last = began;
  let due = 0;
  const timer = setInterval(() => {
    // Where this process stood still, what was not pressed meanwhile is not pressed all at once.
    due += Math.min((performance.now() - last) / 1000, LONGEST_STEP_S) * perSecond;
    last = performance.now();
    for (; due >= 1; due -= 1) {
      const place = pressable[presses.pressed % pressable.length];
      presses.pressed += 1;
      if (!place) continue;
      const work = one(place).finally(() => underway.delete(work));
      underway.add(work);
    }
  }, 10);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(underway);
      return presses;
    },
  };
}
