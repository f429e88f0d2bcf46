// The outbox and the closing of questions; both claim rows, so any number of processes may run them.
import { customId } from '#bot/custom-id.ts';
import type { BotApp } from '#bot/feature.ts';
import { settleAll } from '#lib/settle.ts';
import type { Job } from '#schedule/schedule.ts';
import { showPost, showReveal } from './post.view.ts';
import {
  claimClosings,
  claimSends,
  isTooLate,
  mayHaveBeenSent,
  type PostedQuestion,
  recordClosed,
  recordSent,
  recordUnclosed,
  recordUnsent,
} from './posting.actions.ts';

const sendPosts: Job<BotApp> = {
  name: 'send-posts',
  schedule: '*/2 * * * * *',
  async run(app) {
    // All at once: discord.js itself keeps to Discord's 50 requests per second.
    await settleAll(await claimSends(app), (posted) => sendPost(app, posted));
  },
};

const closePosts: Job<BotApp> = {
  name: 'close-posts',
  schedule: '*/2 * * * * *',
  async run(app) {
    await settleAll(await claimClosings(app), (closing) =>
      closing.question ? closePost(app, closing) : giveUp(app, closing.post),
    );
  },
};

export const jobs: readonly Job<BotApp>[] = [sendPosts, closePosts];

/** Sends one post exactly once: what may have been sent before is looked for, and the nonce covers the rest. */
async function sendPost(app: BotApp, posted: PostedQuestion): Promise<void> {
  const { post } = posted;
  const found = mayHaveBeenSent(app, post) ? await findMessage(app, posted) : null;
  if (!found && isTooLate(app, post)) return recordUnsent(app, { post, failure: 'too-late' });
  const outcome = found
    ? { kind: 'sent' as const, messageId: found }
    : await app.channels.send(post.channelId, { message: showPost(posted, 0), nonce: `p${post.id}` });
  switch (outcome.kind) {
    case 'sent':
      return finishSend(app, posted, outcome.messageId);
    case 'no-channel':
      return recordUnsent(app, { post, failure: 'no-channel' });
    case 'no-permission':
      return recordUnsent(app, { post, failure: `no-permission:${outcome.missing.join(',')}` });
    case 'refused':
    case 'unavailable':
      return recordUnsent(app, { post, failure: outcome.reason });
  }
}

/** The thread first: after a crash in between, the message is found again and its thread opened after all. */
async function finishSend(app: BotApp, posted: PostedQuestion, messageId: string): Promise<void> {
  const { post } = posted;
  if (post.wantsThread) {
    const thread = await app.channels.openThread(post.channelId, messageId, threadName(posted));
    if (thread.kind === 'unavailable') return recordUnsent(app, { post, failure: thread.reason });
  }
  await recordSent(app, { id: post.id, messageId });
}

type Closing = Extract<Awaited<ReturnType<typeof claimClosings>>[number], { tally: unknown }>;

async function closePost(app: BotApp, closing: Closing): Promise<void> {
  const { post, tally } = closing;
  // Killed right after the reply, we never learned the message's id: it is looked for.
  const messageId = post.messageId ?? (await findMessage(app, closing));
  const edited = messageId
    ? await app.channels.edit(post.channelId, messageId, showReveal(closing, tally))
    : { kind: 'no-message' as const };
  if (edited.kind === 'unavailable') return recordUnclosed(app, { post, failure: edited.reason });
  const next = await nextPlace(app, { ...closing, post: { ...post, messageId } });
  if (next === 'later') return recordUnclosed(app, { post, failure: 'discord-unavailable' });
  await recordClosed(app, { post, failure: failureOf(edited), goesOnIn: next });
}

function failureOf(
  edited: { kind: 'edited' | 'no-message' | 'no-permission' } | { kind: 'refused'; reason: string },
) {
  if (edited.kind === 'edited') return null;
  return edited.kind === 'refused' ? edited.reason : edited.kind;
}

/** Where a round goes on: in the thread of its first message, opened when the second question is due. */
async function nextPlace(app: BotApp, { post, size }: PostedQuestion): Promise<string | null | 'later'> {
  if (post.kind !== 'round' || post.position === null || post.position >= size) return null;
  if (post.position > 1) return post.channelId;
  if (!post.messageId) return null;
  const opened = await app.channels.openThread(post.channelId, post.messageId, `Quiz: ${size} questions`);
  switch (opened.kind) {
    case 'opened':
      return opened.threadId;
    case 'in-thread':
      return post.channelId;
    case 'unavailable':
      return 'later';
    case 'no-permission':
    case 'no-message':
    case 'refused':
      return null;
  }
}

function findMessage(app: BotApp, { post }: PostedQuestion): Promise<string | null> {
  return app.channels.findOwn(post.channelId, customId('answer', 1, post.id, ''));
}

async function giveUp(app: BotApp, post: PostedQuestion['post']): Promise<void> {
  await recordClosed(app, { post, failure: 'no-question', goesOnIn: null });
}

function threadName({ post }: PostedQuestion): string {
  return post.localDate ? `Question of the day ${post.localDate}` : 'Question';
}
