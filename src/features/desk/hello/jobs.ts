// Greets servers that have just invited the bot: each once, from any number of processes, and over restarts.
import type { BotApp } from '#bot/feature.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import type { Words } from '#words/words.ts';
import { codeOf, recordGreeted, takeNewcomers } from './actions.ts';
import type { Newcomer } from './rules.ts';
import { type Doors, markerOf, showDirectHello, showHello } from './view.ts';

export function helloJobs(doors: Doors): readonly Job<BotApp>[] {
  return [
    {
      name: 'hello',
      schedule: '3-59/4 * * * * *',
      async run(app) {
        if (!app.channels.isConnected()) return;
        const isHere = (serverId: string) => app.channels.arrivalIn(serverId) !== null;
        await settleAll(await takeNewcomers(app, { isHere }), async (newcomer) => {
          await greet(app, newcomer, doors);
          await recordGreeted(app, newcomer);
        });
      },
    },
  ];
}

/** Throws where Discord is away: then it is tried again when the lease ends. A refusal is a refusal. */
async function greet(app: BotApp, newcomer: Newcomer, doors: Doors): Promise<void> {
  const { serverId } = newcomer;
  const arrival = app.channels.arrivalIn(serverId);
  if (!arrival) return;
  const { locale, ownerId, systemChannelId, name: serverName } = arrival;
  const words = await app.languages.ofServer(serverId, locale);
  if (
    systemChannelId !== null &&
    (await greetIn(app, { newcomer, channelId: systemChannelId, doors, words }))
  )
    return;
  const hello = { serverId, serverName, code: codeOf(app, newcomer), doors };
  const post = { message: showDirectHello(words, hello), nonce: `hello-${serverId}` };
  const sent = await app.channels.sendDirect(ownerId, post);
  if (sent.kind === 'unavailable') throw new Error(`no hello to the owner of ${serverId}: ${sent.reason}`);
}

type Place = { newcomer: Newcomer; channelId: string; doors: Doors; words: Words };

/** False where the bot may not write. */
async function greetIn(app: BotApp, { newcomer, channelId, doors, words }: Place): Promise<boolean> {
  const { serverId, createdAt } = newcomer;
  const lacking = await app.channels.missingPermissions({ serverId, channelId, need: 'post' });
  if (lacking.length > 0) return false;
  // Whoever tried before may have been killed right after sending.
  const marker = markerOf(doors);
  if (marker !== null && (await app.channels.findOwn(channelId, marker, createdAt)) !== null) return true;
  const message = showHello(words, { code: codeOf(app, newcomer), doors });
  const sent = await app.channels.send(channelId, { message, nonce: `hello-${serverId}` });
  if (sent.kind === 'unavailable') throw new Error(`no hello in ${serverId}: ${sent.reason}`);
  return sent.kind === 'sent';
}
