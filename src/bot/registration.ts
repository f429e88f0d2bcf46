// Keeps Discord's list of commands as ours, beside everything else: where that fails, those it has go on working.
import type { REST } from 'discord.js';
import type { Logger } from 'pino';
import type { CommandIds } from '#bot/command-ids.ts';
import { type CommandDefinition, readCommands, registerCommands } from '#bot/commands.ts';
import { failureOf } from '#bot/discord-error.ts';

export type RegistrationOptions = {
  rest: REST;
  applicationId: string;
  definitions: readonly CommandDefinition[];
  heard?: (commands: unknown) => void;
  log: Logger;
  firstDelayMs?: number;
};

export type Registration = {
  /** Resolves after the first try, whatever came of it. */
  tried: Promise<void>;
  stop(): void;
};

const FIRST_DELAY_MS = 15_000;
/** Each try costs one request; 30034, too many creations, lasts for a day. */
const LONGEST_DELAY_MS = 3_600_000;

export function startRegistration({
  firstDelayMs = FIRST_DELAY_MS,
  ...options
}: RegistrationOptions): Registration {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const attempt = async (count: number): Promise<void> => {
    const retryAfterMs = await tryOnce(options);
    if (retryAfterMs === null || isStopped) return;
    const delayMs = Math.max(retryAfterMs, Math.min(LONGEST_DELAY_MS, firstDelayMs * 2 ** count));
    timer = setTimeout(() => void attempt(count + 1), delayMs).unref();
  };
  return {
    tried: attempt(0),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

type Reading = { rest: REST; applicationId: string; commandIds: CommandIds; log: Logger };

/** Where they are registered by hand. Without ids commands are named and cannot be clicked: no reason not to start. */
export async function readCommandIds({ rest, applicationId, commandIds, log }: Reading): Promise<void> {
  try {
    commandIds.learn(await readCommands(rest, applicationId));
  } catch (err) {
    log.warn({ err }, 'commands not read: /help cannot have them clicked');
  }
}

/** Null when it is done or never will be; else how long to wait at least. Never throws: the commands are no reason to stop. */
async function tryOnce({
  log,
  ...options
}: Omit<RegistrationOptions, 'firstDelayMs'>): Promise<number | null> {
  const commands = options.definitions.length;
  try {
    const wereSent = await registerCommands(options.rest, options);
    log.info({ commands }, wereSent ? 'commands registered' : 'commands are registered already');
    return null;
  } catch (error) {
    const failure = failureOf(error);
    if (failure?.kind === 'refused' && failure.meaning === 'our-fault') {
      log.error({ ...failure }, 'commands refused by Discord: those it has stay as they are');
      return null;
    }
    if (failure === null) log.error({ err: error }, 'commands not registered: trying again');
    else log.warn({ ...failure }, 'commands not registered: trying again');
    return failure?.kind === 'unavailable' ? (failure.retryAfterMs ?? 0) : 0;
  }
}
