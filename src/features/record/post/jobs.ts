// The outbox and the closing of questions; both claim rows, so any number of processes may run them.
import { customId } from '#bot/custom-id.ts';
import type { BotApp } from '#bot/feature.ts';
import { drain, type Lanes } from '#schedule/lanes.ts';
import type { Job } from '#schedule/schedule.ts';
import {
  BEGIN_WITHIN_MS,
  type Claimed,
  claimClosings,
  claimSends,
  findThreadsDue,
  isGivenUp,
  isTooLate,
  mayHaveBeenSent,
  type Post,
  type PostedQuestion,
  prepareReveal,
  prepareSend,
  type Reveal,
  type Room,
  recordClosed,
  recordSent,
  recordThreadSettled,
  recordUnclosed,
  recordUnsent,
  TAKE_AGAIN_MS,
  takeAgain,
  type Unsent,
} from './actions.ts';
import type { Follow, Follower } from './follower.ts';
import { showReveal } from './reveal.view.ts';
import { refusalOf, withLivingRole } from './rules.ts';
import { showPost, threadName } from './view.ts';

/** `followers` are asked, in their order, what comes after a closed post; the first that has something is heard. */
export function postJobs(followers: readonly Follower[]): readonly Job<BotApp>[] {
  return [
    {
      name: 'send-posts',
      schedule: '1-59/2 * * * * *',
      run: (app, _firedAt, lanes) =>
        drain(
          lanes,
          () => claimSends(app, roomIn(lanes)),
          (post) => begin(app, lanes, { post, work: () => trySend(app, { post, followers }) }),
        ),
    },
    {
      name: 'close-posts',
      schedule: '1-59/2 * * * * *',
      run: (app, _firedAt, lanes) =>
        drain(
          lanes,
          () => claimClosings(app, roomIn(lanes)),
          (post) => begin(app, lanes, { post, work: () => tryClose(app, { post, followers }) }),
        ),
    },
    {
      name: 'open-threads',
      schedule: '15 * * * * *',
      async run(app, _firedAt, lanes) {
        for (const post of await findThreadsDue(app)) {
          lanes.start(post.channelId, () => openLateThread(app, post), BEGIN_WITHIN_MS);
        }
      },
    },
  ];
}

/** One channel's work goes on in its own lane: a slow one holds up nobody else. */
function roomIn(lanes: Lanes): Room {
  return { limit: lanes.room(), busyChannels: lanes.busy() };
}

type Begun = { post: Post; work: () => Promise<void> };

/** What takes long is taken again and again: whoever finds it free then knows that nobody works on it any more. */
function begin(app: BotApp, lanes: Lanes, { post, work }: Begun): void {
  const again = () =>
    takeAgain(app, post).catch((err) => app.log.warn({ err, post: post.id }, 'a post could not be kept'));
  const kept = async () => {
    const timer = setInterval(again, TAKE_AGAIN_MS);
    await work().finally(() => clearInterval(timer));
  };
  lanes.start(post.channelId, kept, BEGIN_WITHIN_MS);
}

type Followed<P extends Post = Post> = { post: P; followers: readonly Follower[] };

async function trySend(app: BotApp, { post, followers }: Followed<Claimed>): Promise<void> {
  const posted = await prepareSend(app, post);
  const unsent = posted
    ? await sendPost(app, posted, { followers, mayStand: mayHaveBeenSent(app, post) })
    : { post, failure: 'no-question', mayStand: false };
  if (!unsent) return;
  if (isGivenUp(app, unsent)) {
    for (const follower of followers) await follower.givenUp(app, post, unsent.failure);
  }
  await recordUnsent(app, unsent);
}

async function tryClose(app: BotApp, { post, followers }: Followed): Promise<void> {
  const reveal = await prepareReveal(app, post);
  if (reveal) await closePost(app, { reveal, followers });
}

/**
 * Sends one post exactly once: what may have been sent is looked for, and the nonce covers the rest. Null when its
 * message stands, else why it does not.
 */
async function sendPost(
  app: BotApp,
  posted: PostedQuestion,
  { followers, mayStand }: { followers: readonly Follower[]; mayStand: boolean },
): Promise<Unsent | null> {
  const { post } = posted;
  const found = mayStand ? await findMessage(app, post) : null;
  if (!found && isTooLate(app, post)) return { post, failure: 'too-late', mayStand: false };
  if (!found && !(await isWanted(app, { post, followers })))
    return { post, failure: 'not-wanted', mayStand: false };
  const words = await app.languages.ofServer(post.serverId);
  const outcome = found
    ? { kind: 'sent' as const, messageId: found }
    : await app.channels.send(post.channelId, {
        message: showPost(words, withLivingRole(posted, app.channels.hasRole), 0),
        nonce: `p${post.id}`,
      });
  switch (outcome.kind) {
    case 'sent':
      await finishSend(app, post, outcome.messageId);
      return null;
    case 'no-channel':
      return { post, failure: 'no-channel', mayStand: false };
    case 'no-permission': {
      const failure = `no-permission:${outcome.missing.join(',')}`;
      return { post, failure, mayStand: false };
    }
    case 'refused':
      return { post, failure: refusalOf(outcome), mayStand: false };
    case 'unavailable': {
      const { reason: failure, retryAfterMs } = outcome;
      return { post, failure, retryAfterMs, mayStand: true };
    }
  }
}

async function isWanted(app: BotApp, { post, followers }: Followed): Promise<boolean> {
  for (const follower of followers) {
    if (!(await follower.isWanted(app, post))) return false;
  }
  return true;
}

/** Open from now on: a thread that cannot be opened just now is opened later, and takes the question nothing away. */
async function finishSend(app: BotApp, post: Post, messageId: string): Promise<void> {
  const { id, closesAt } = post;
  const isThreadLate = post.wantsThread && (await openThread(app, { ...post, messageId })) === 'later';
  await recordSent(app, { id, messageId, closesAt, threadDue: isThreadLate });
}

async function openThread(app: BotApp, post: Post): Promise<'settled' | 'later'> {
  const name = threadName(await app.languages.ofServer(post.serverId), post);
  const opened = await app.channels.openThread(post.channelId, post.messageId ?? '', name);
  return opened.kind === 'unavailable' ? 'later' : 'settled';
}

async function openLateThread(app: BotApp, post: Post): Promise<void> {
  if ((await openThread(app, post)) === 'settled') await recordThreadSettled(app, post);
}

type Closing = { reveal: Reveal; followers: readonly Follower[] };

async function closePost(app: BotApp, { reveal, followers }: Closing): Promise<void> {
  const { post, tally } = reveal;
  const words = await app.languages.ofServer(post.serverId);
  // Killed right after the reply, we never learned the message's id: it is looked for.
  const messageId = await findMessage(app, post);
  const edited = messageId
    ? await app.channels.edit(post.channelId, messageId, showReveal(words, reveal, tally))
    : { kind: 'no-message' as const };
  if (edited.kind === 'unavailable') {
    return recordUnclosed(app, { post, failure: edited.reason, retryAfterMs: edited.retryAfterMs });
  }
  const follow = await askFollowers(app, { post: { ...post, messageId }, followers });
  if (follow.kind === 'later') return recordUnclosed(app, { post, failure: 'discord-unavailable' });
  const next = follow.kind === 'next' ? follow.post : null;
  await recordClosed(app, { post, failure: failureOf(edited), next });
}

async function askFollowers(app: BotApp, { post, followers }: Followed): Promise<Follow> {
  for (const follower of followers) {
    const follow = await follower.closed(app, post);
    if (follow.kind !== 'nothing') return follow;
  }
  return { kind: 'nothing' };
}

function failureOf(
  edited:
    | { kind: 'edited' | 'no-message' | 'no-permission' }
    | ({ kind: 'refused' } & Parameters<typeof refusalOf>[0]),
) {
  if (edited.kind === 'edited') return null;
  return edited.kind === 'refused' ? refusalOf(edited) : edited.kind;
}

async function findMessage(app: BotApp, post: Post): Promise<string | null> {
  // Learned from a press, while nobody had recorded the sending.
  return (
    post.messageId ?? app.channels.findOwn(post.channelId, customId('answer', 1, post.id, ''), post.createdAt)
  );
}
