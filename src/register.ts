// Sends the command definitions to Discord once: by hand, or at deploy when REGISTER_COMMANDS=false.
import { REST, Routes } from 'discord.js';
import { commandDefinitions, registerCommands } from '#bot/commands.ts';
import { failureOf, type NotDone } from '#bot/discord-error.ts';
import { restOptions } from '#bot/rest.ts';
import { features } from '#features/index.ts';
import { ConfigError, loadDotEnv, readConfig } from './config.ts';
import { explainStart } from './explain.ts';

const TOO_MANY_CREATIONS = 30034;

// Below all constants that it uses: a module is run from top to bottom, and this waits.
await main();

async function main(): Promise<void> {
  try {
    loadDotEnv();
    const config = readConfig(process.env);
    if (config.mode !== 'discord')
      throw new ConfigError(['DISCORD_TOKEN is not set: there is nobody to register with.']);
    const rest = new REST(restOptions(config.discord.api, {})).setToken(config.discord.token);
    // safe: Get Current Application answers with an application object
    const application = (await rest.get(Routes.currentApplication())) as { id: string };
    const definitions = commandDefinitions(features);
    const wereSent = await registerCommands(rest, { applicationId: application.id, definitions });
    console.log(
      wereSent ? `${definitions.length} commands registered.` : 'Discord has these commands already.',
    );
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

/** One plain line where we know what to do; for anything unforeseen the error itself, with its stack. */
function explain(error: unknown): unknown {
  const failure = failureOf(error);
  if (!failure) return explainStart(error);
  const said = error instanceof Error ? error.message : failure.reason;
  return `The commands were not registered, those that Discord has stay as they are: ${adviceFor(failure, said)}`;
}

function adviceFor(failure: NotDone, said: string): string {
  if (failure.status === 401) {
    return 'Discord refused DISCORD_TOKEN: copy it again from https://discord.com/developers/applications (Bot, Reset Token).';
  }
  if (failure.code === TOO_MANY_CREATIONS)
    return 'Discord allows 200 new commands a day. Try again tomorrow.';
  if (failure.kind === 'refused')
    return `Discord refuses them (${failure.status}, code ${failure.code}): ${said}`;
  if (failure.retryAfterMs)
    return `try again in ${Math.ceil(failure.retryAfterMs / 1000)} seconds (rate limit).`;
  return `Discord does not answer as it should (${failure.status ?? said}): try again later, and check DISCORD_API if it never works.`;
}
