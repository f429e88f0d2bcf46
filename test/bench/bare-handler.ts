// The baseline of the whole-bot benchmark: discord.js alone, answering every press with the callback, no database.
// Run as a process by whole-bot.ts; REPLY is the body of its answer: as large as the bot's.
import { Client, GatewayIntentBits, type InteractionReplyOptions } from 'discord.js';

const { DISCORD_API = '', DISCORD_TOKEN = '', REPLY = '{}' } = process.env;
// safe: what the bot answered, taken from its own callback
const { data } = JSON.parse(REPLY) as { data: InteractionReplyOptions };
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API } });

client.on('interactionCreate', (interaction) => {
  if (interaction.isButton()) void interaction.reply(data);
});
client.once('clientReady', () => console.log('connected to Discord'));
await client.login(DISCORD_TOKEN);
process.once('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
