// Sends the command definitions to Discord once: by hand, or at deploy when REGISTER_COMMANDS=false.
import { REST, Routes } from 'discord.js';
import { commandDefinitions, registerCommands } from '#bot/commands.ts';
import { features } from '#features/index.ts';
import { ConfigError, loadDotEnv, readConfig } from './config.ts';
import { explainStart } from './explain.ts';

await main();

async function main(): Promise<void> {
  try {
    loadDotEnv();
    const config = readConfig(process.env);
    if (config.mode !== 'discord')
      throw new ConfigError(['DISCORD_TOKEN is not set: there is nobody to register with.']);
    const rest = new REST({ api: config.discord.api }).setToken(config.discord.token);
    // safe: Get Current Application answers with an application object
    const application = (await rest.get(Routes.currentApplication())) as { id: string };
    const definitions = commandDefinitions(features);
    const wereSent = await registerCommands(rest, { applicationId: application.id, definitions });
    console.log(
      wereSent ? `${definitions.length} commands registered.` : 'Discord has these commands already.',
    );
  } catch (error) {
    console.error(explainStart(error));
    process.exitCode = 1;
  }
}
