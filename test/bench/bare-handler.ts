// The baseline of the whole-bot benchmark: discord.js alone, answering every press with the callback, no database.
// Run as a process by whole-bot.ts; SIZE is how many characters its answer has.
import { Client, GatewayIntentBits, MessageFlags } from 'discord.js';

const { DISCORD_API = '', DISCORD_TOKEN = '', SIZE = '20' } = process.env;
const answer = 'x'.repeat(Number(SIZE));
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API } });
const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

client.on('interactionCreate', (interaction) => {
  if (interaction.isButton()) void interaction.reply({ components: [{ type: 10, content: answer }], flags });
});
client.once('clientReady', () => console.log('connected to Discord'));
await client.login(DISCORD_TOKEN);
process.once('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
