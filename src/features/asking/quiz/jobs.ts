// Saying how questions and rounds went; claims rows, so any number of processes may run it.
import { customId } from '#bot/custom-id.ts';
import type { BotApp } from '#bot/feature.ts';
import { drain } from '#schedule/lanes.ts';
import type { Job } from '#schedule/schedule.ts';
import {
  type Afterword,
  claimWords,
  prepareWord,
  recordSaid,
  recordShutOut,
  recordUnsaid,
  type Said,
} from './afterword.actions.ts';
import { showClosedReply, showRoundResult } from './outcome.view.ts';

/** Work whose turn does not come this soon is left out: its lease could end while it is being done. */
const BEGIN_WITHIN_MS = 30_000;

export const jobs: readonly Job<BotApp>[] = [
  {
    name: 'say-outcomes',
    schedule: '1-59/2 * * * * *',
    async run(app, _firedAt, lanes) {
      await drain(
        lanes,
        (limit) => claimWords(app, { limit, busyChannels: lanes.busy() }),
        (word) => lanes.start(word.channelId, () => say(app, word.postId), BEGIN_WITHIN_MS),
      );
    },
  },
];

async function say(app: BotApp, postId: number): Promise<void> {
  const prepared = await prepareWord(app, { postId });
  if (!prepared) return;
  const { word, said } = prepared;
  // Tried before, it may stand although we never learned it; soon after, the nonce tells Discord as much.
  const found = word.attempts > 1 ? await findSaid(app, word) : null;
  const sent = found ? { kind: 'sent' as const, messageId: found } : await send(app, word, said);
  if (sent.kind === 'unavailable') return recordUnsaid(app, { ...word, retryAfterMs: sent.retryAfterMs });
  if (sent.kind !== 'sent') return recordShutOut(app, word);
  await recordSaid(app, { postId: word.postId, messageId: sent.messageId });
}

async function send(app: BotApp, { channelId, serverId, postId }: Afterword, said: Said) {
  const words = await app.languages.ofServer(serverId);
  const nonce = `w${postId}`;
  return said.kind === 'round'
    ? app.channels.send(channelId, { message: showRoundResult(words, said.result), nonce })
    : app.channels.send(channelId, { message: showClosedReply(words, said), nonce, replyTo: said.messageId });
}

/** A round's table is known by its button; a reply has none, and is given up before its nonce is forgotten. */
function findSaid(app: BotApp, { channelId, roundId, createdAt }: Afterword): Promise<string | null> {
  if (roundId === null) return Promise.resolve(null);
  return app.channels.findOwn(channelId, customId('round', 1, roundId, 'again'), createdAt);
}
