// Discord as the bot would meet it: asked over HTTP alone, so that nothing of a bot that runs is disturbed.
import { REST, Routes } from 'discord.js';
import { commandDefinitions, sameCommands } from '#bot/commands.ts';
import { failureOf } from '#bot/discord-error.ts';
import { restOptions } from '#bot/rest.ts';
import { features } from '#features/index.ts';
import type { Config } from '../config.ts';
import { explainStart } from '../explain.ts';
import { type Finding, fault, ok, orOk, unseen } from './finding.ts';

export type Discord = { rest: REST; applicationId: string; botId: string };

type DiscordConfig = Extract<Config, { mode: 'discord' }>['discord'];

const PORTAL = 'https://discord.com/developers/applications';
const WITHIN_MS = 5_000;
const OFFICIAL = /^https:\/\/(\w+\.)?discord(app)?\.com\//;
/** The id of the bot's user in base64, an instant, a signature. */
const TOKEN = /^[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}$/;
const CLOCK_SECONDS = 5;

/** `discord` is null where it cannot be asked any further. */
export async function examineDiscord(
  config: DiscordConfig,
  now: () => Date,
): Promise<{ findings: Finding[]; discord: Discord | null }> {
  const malformed = OFFICIAL.test(config.api) ? faultOfToken(config.token) : null;
  if (malformed) return { findings: [fault('token', malformed)], discord: null };
  const clocks: number[] = [];
  const onTime = (at: number) => clocks.push((now().getTime() - at) / 1000);
  const rest = new REST({ ...restOptions(config.api, { onTime }), timeout: WITHIN_MS, retries: 0 });
  rest.setToken(config.token);
  try {
    // safe: Get Current Application answers with an application object
    const application = (await rest.get(Routes.currentApplication())) as Application;
    // safe: Get Current User answers with a user object
    const user = (await rest.get(Routes.user())) as { id: string };
    const discord = { rest, applicationId: application.id, botId: user.id };
    const findings = [
      ok('token', `Discord accepts it (application ${application.id})`),
      ...orOk('intents', intentFaults(application), 'none that are privileged'),
      ...(clocks.length > 0 ? orOk('clock', clockFaults(clocks), "within seconds of Discord's") : []),
      await examineLogins(rest),
      await examineCommands(discord, config.registerCommands),
    ];
    return { findings, discord };
  } catch (error) {
    return { findings: [explain(error)], discord: null };
  }
}

type Application = { id: string; flags?: number };

function faultOfToken(token: string): string | null {
  if (TOKEN.test(token)) return null;
  const what = /^\d{17,20}$/.test(token)
    ? 'is the id of an application or user'
    : /^[0-9a-f]{64}$/.test(token)
      ? "is an application's public key"
      : 'does not look like the token of a bot';
  return `DISCORD_TOKEN ${what}: copy the token from ${PORTAL} (Bot, Reset Token).`;
}

/** Bits of an application's flags: each for large bots, and limited for small ones. */
const PRIVILEGED: Record<string, number> = {
  Presence: (1 << 12) | (1 << 13),
  'Server Members': (1 << 14) | (1 << 15),
  'Message Content': (1 << 18) | (1 << 19),
};

function intentFaults({ id, flags = 0 }: Application): string[] {
  const on = Object.entries(PRIVILEGED).flatMap(([name, bits]) => ((flags & bits) === 0 ? [] : [name]));
  if (on.length === 0) return [];
  return [
    `Privileged intents are on that Cohort does not need (${on.join(', ')}): switch them off at ${PORTAL}/${id}/bot.`,
  ];
}

/** Discord's `Date` is to the second and as old as the answer's way, so the smallest difference counts. */
function clockFaults(clocks: readonly number[]): string[] {
  const [off = 0] = clocks.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  if (Math.abs(off) <= CLOCK_SECONDS) return [];
  const how = `${Math.round(Math.abs(off))} s ${off > 0 ? 'ahead of' : 'behind'}`;
  return [
    `This machine's clock is ${how} Discord's: set it by NTP (timedatectl set-ntp true), or answers count wrongly.`,
  ];
}

async function examineLogins(rest: REST): Promise<Finding> {
  // safe: Get Gateway Bot says how many logins are left
  const { session_start_limit: limit } = (await rest.get(Routes.gatewayBot())) as {
    session_start_limit: { remaining: number; reset_after: number };
  };
  if (limit.remaining > 0) return ok('logins', `${limit.remaining} are left today`);
  const hours = Math.ceil(limit.reset_after / 3_600_000);
  return fault(
    'logins',
    `No login is left, something starts the bot over and over: end it, and wait ${hours} hours.`,
  );
}

async function examineCommands({ rest, applicationId }: Discord, registers: boolean): Promise<Finding> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  // safe: Get Global Application Commands answers with an array of commands
  const present = (await rest.get(Routes.applicationCommands(applicationId), { query })) as unknown[];
  const wanted = commandDefinitions(features);
  if (sameCommands(present, wanted))
    return ok('commands', `${wanted.length} are registered as this release has them`);
  const what =
    present.length === 0 ? 'No commands are registered' : 'Discord has other commands than this release';
  const start = registers ? 'start Cohort, which registers them, or run' : 'run';
  return fault('commands', `${what}: ${start} npm run register.`);
}

function explain(error: unknown): Finding {
  const failure = failureOf(error);
  if (failure === null) throw error;
  const line = String(
    explainStart(error) instanceof Error ? `Discord cannot be asked: ${String(error)}` : explainStart(error),
  );
  // A refusal is ours to mend; silence says nothing about this installation.
  return failure.status === 401 || failure.kind === 'refused'
    ? fault('token', line)
    : unseen('discord', line);
}
