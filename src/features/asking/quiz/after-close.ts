// A public round goes on: the next question follows the one that closed, in the thread of the first.
import type { BotApp } from '#bot/feature.ts';
import type { AfterClose, Follow } from '#features/record/post/after-close.ts';
import type { Post } from '#features/record/post/store.ts';
import { nextOfRound } from './rounds.actions.ts';

export const afterClose: AfterClose = async (app, post) => {
  if (post.kind !== 'round' || post.position === null || post.position >= post.size) {
    return { kind: 'nothing' };
  }
  const place = await placeOf(app, post);
  if (place === 'later') return { kind: 'later' };
  const next = place === null ? null : await nextOfRound(app, { post, channelId: place });
  return next ? { kind: 'next', post: next } : ({ kind: 'nothing' } satisfies Follow);
};

/** Where a round goes on: in the thread of its first message, opened when the second question is due. */
async function placeOf(app: BotApp, post: Post): Promise<string | null | 'later'> {
  if (post.position !== 1) return post.channelId;
  if (!post.messageId) return null;
  const { quiz } = await app.languages.ofServer(post.serverId);
  const opened = await app.channels.openThread(post.channelId, post.messageId, quiz.thread(post.size));
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
