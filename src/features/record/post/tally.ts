// The "N answered" line of open questions: edited at most once per few seconds and message.
import type { BotApp } from '#bot/feature.ts';
import { findStaleTallies, readOpenPost, readReveal } from './actions.ts';
import { showReveal } from './reveal.view.ts';
import { withLivingRole } from './rules.ts';
import { showPost } from './view.ts';

/** Says that a post's tally changed; many answers become one edit. */
export function touchTally(app: BotApp, postId: number): void {
  app.debounce.later(`tally:${postId}`, () => editTally(app, postId));
}

/** After a start: the process that would have edited these is gone. */
export async function refreshTallies(app: BotApp): Promise<void> {
  for (const postId of await findStaleTallies(app)) touchTally(app, postId);
}

async function editTally(app: BotApp, postId: number): Promise<void> {
  const open = await readOpenPost(app, { postId });
  if (!open?.post.messageId) return;
  const { channelId, messageId, serverId } = open.post;
  const words = await app.languages.ofServer(serverId);
  await app.channels.edit(
    channelId,
    messageId,
    showPost(words, withLivingRole(open, app.channels.hasRole), open.answers),
  );
  // While this edit waited its turn, another process may have shown the reveal: then it is shown again.
  const closed = await readReveal(app, { postId, serverId });
  if (closed) await app.channels.edit(channelId, messageId, showReveal(words, closed, closed.tally));
}
