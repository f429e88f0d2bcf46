// The "N answered" line of open questions: edited at most once per few seconds and message.
import type { BotApp } from '#bot/feature.ts';
import { showPost } from './post.view.ts';
import { findStaleTallies, readOpenPost } from './posting.actions.ts';

/** Says that a post's tally changed; many answers become one edit. */
export function touchTally(app: BotApp, postId: number): void {
  app.debounce.later(`tally:${postId}`, async () => {
    const open = await readOpenPost(app, { postId });
    if (!open?.post.messageId) return;
    await app.channels.edit(open.post.channelId, open.post.messageId, showPost(open, open.answers));
  });
}

/** After a start: the process that would have edited these is gone. */
export async function refreshTallies(app: BotApp): Promise<void> {
  for (const postId of await findStaleTallies(app)) touchTally(app, postId);
}
