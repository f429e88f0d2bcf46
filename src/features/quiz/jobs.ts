// The outbox and the closing of questions; both claim rows, so any number of processes may run them.
import { customId } from '#bot/custom-id.ts';
import type { BotApp } from '#bot/feature.ts';
import type { Job } from '#schedule/schedule.ts';
import { showPost, showReveal } from './post.view.ts';
import {
  claimClosings,
  claimSends,
  mayHaveBeenSent,
  type PostedQuestion,
  recordClosed,
  recordSent,
  recordUnsent,
} from './posting.actions.ts';

const sendPosts: Job<BotApp> = {
  name: 'send-posts',
  schedule: '*/2 * * * * *',
  async run(app) {
    const claimed = await claimSends(app);
    // In parallel: discord.js itself keeps to Discord's 50 requests per second.
    await Promise.all(claimed.map((posted) => sendPost(app, posted)));
  },
};

const closePosts: Job<BotApp> = {
  name: 'close-posts',
  schedule: '*/2 * * * * *',
  async run(app) {
    const claimed = await claimClosings(app);
    await Promise.all(
      claimed.map((closing) => (closing.question ? closePost(app, closing) : giveUp(app, closing.post))),
    );
  },
};

export const jobs: readonly Job<BotApp>[] = [sendPosts, closePosts];

/** Sends one post exactly once: what may have been sent before is looked for, and the nonce covers the rest. */
async function sendPost(app: BotApp, posted: PostedQuestion): Promise<void> {
  const { post } = posted;
  const marker = customId('answer', 1, post.id, '');
  const found = mayHaveBeenSent(app, post) ? await app.channels.findOwn(post.channelId, marker) : null;
  const outcome = found
    ? { kind: 'sent' as const, messageId: found }
    : await app.channels.send(post.channelId, { message: showPost(posted, 0), nonce: `p${post.id}` });
  switch (outcome.kind) {
    case 'sent':
      await recordSent(app, { id: post.id, messageId: outcome.messageId });
      if (post.wantsThread)
        await app.channels.openThread(post.channelId, outcome.messageId, threadName(posted));
      return;
    case 'no-channel':
      return recordUnsent(app, { post, failure: 'no-channel' });
    case 'no-permission':
      return recordUnsent(app, { post, failure: `no-permission:${outcome.missing.join(',')}` });
  }
}

type Closing = Extract<Awaited<ReturnType<typeof claimClosings>>[number], { tally: unknown }>;

async function closePost(app: BotApp, closing: Closing): Promise<void> {
  const { post, tally } = closing;
  // Without a message id nobody ever saw the question, or Discord never told us: there is nothing to edit.
  const edited = post.messageId
    ? await app.channels.edit(post.channelId, post.messageId, showReveal(closing, tally))
    : { kind: 'no-message' as const };
  const failure = edited.kind === 'edited' ? null : edited.kind;
  await recordClosed(app, { post, failure, canGoOn: await hasThread(app, closing) });
}

/** A round goes on in the thread of its first message, opened when the second question is due. */
async function hasThread(app: BotApp, { post, size }: PostedQuestion): Promise<boolean> {
  if (post.kind !== 'round' || post.position === null || post.position >= size) return false;
  if (post.position > 1) return true;
  if (!post.messageId) return false;
  const opened = await app.channels.openThread(post.channelId, post.messageId, `Quiz: ${size} questions`);
  return opened.kind === 'opened';
}

async function giveUp(app: BotApp, post: PostedQuestion['post']): Promise<void> {
  await recordClosed(app, { post, failure: 'no-question', canGoOn: false });
}

function threadName({ post }: PostedQuestion): string {
  return post.localDate ? `Question of the day ${post.localDate}` : 'Question';
}
