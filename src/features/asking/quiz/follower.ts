// What follows a question: in a public round the next one, in the thread of the first, or the round's end.
import type { BotApp } from '#bot/feature.ts';
import type { Follow, Follower } from '#features/record/post/follower.ts';
import type { Post } from '#features/record/post/store.ts';
import { threadName } from './outcome.view.ts';
import { endingWithout } from './pace.rules.ts';
import {
  describeRound,
  endRound,
  isRoundOver,
  nextOfRound,
  noteClose,
  readEnding,
} from './rounds.actions.ts';

export const follower: Follower = {
  async closed(app, post) {
    if (post.kind === 'round') return goOn(app, post);
    if (post.kind === 'quiz') await noteClose(app, post);
    return { kind: 'nothing' };
  },
  // Whoever ends a round at the very moment of a close does so before its next question is sent.
  isWanted: async (app, post) => post.kind !== 'round' || !(await isRoundOver(app, post)),
  async givenUp(app, post, failure) {
    if (post.kind === 'round') await endRound(app, { post, ending: endingWithout(failure) });
  },
};

async function goOn(app: BotApp, post: Post): Promise<Follow> {
  const ending = await readEnding(app, post);
  const place = ending === null ? await placeOf(app, post) : null;
  if (place === 'later') return { kind: 'later' };
  const next = place === null ? null : await nextOfRound(app, { post, channelId: place });
  if (next) return { kind: 'next', post: next };
  await endRound(app, { post, ending: ending ?? 'stuck' });
  return { kind: 'nothing' };
}

/** Where a round goes on: in the thread of its first message, opened when the second question is due. */
async function placeOf(app: BotApp, post: Post): Promise<string | null | 'later'> {
  if (post.position !== 1) return post.channelId;
  if (!post.messageId) return null;
  const words = await app.languages.ofServer(post.serverId);
  const name = threadName(words, await describeRound(app, post));
  const opened = await app.channels.openThread(post.channelId, post.messageId, name);
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
