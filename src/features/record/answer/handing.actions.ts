// Answers that were given in a sitting of one's own, an exam or a diagnosis, and become facts afterwards.
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { insertPosts, type NewPost, postsOfPresses } from '../post/store.ts';
import type { Projection } from '../projection.ts';
import { markStale } from '../stale/mark.ts';
import { answerQuestion } from './actions.ts';

export type HandedAnswer = {
  /** Unique for ever: handed in twice, it is one answer. */
  pressId: string;
  questionId: string;
  questionVersion: number;
  domain: string;
  /** Option ids in the order in which they were shown. */
  optionOrder: string[];
  /** Option ids. */
  picks: readonly string[];
  seconds: number;
  at: Date;
};

export type Handed = {
  memberId: string;
  serverId: string;
  exam: string;
  edition: string;
  /** Stands for the channel of its posts, which no channel is. */
  place: string;
  startedAt: Date;
  answers: readonly HandedAnswer[];
};

type Deps = { db: Db; content: Library; clock: Clock; projections: readonly Projection[] };

/**
 * Each answer becomes a private post and the answer to it, given when it was given: practice, which feeds streak,
 * memory and estimate as any other. Cut off and begun again, nothing is counted twice; `settle` says that it is done.
 */
export async function handIn(deps: Deps, handed: Handed, settle: (tx: Db) => Promise<void>): Promise<void> {
  const { answers, memberId } = handed;
  await insertPosts(
    deps.db,
    answers.map((answer) => postOf(handed, answer)),
  );
  const posts = await postsOfPresses(
    deps.db,
    answers.map(({ pressId }) => pressId),
  );
  for (const answer of answers.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    await record(deps, handed, { ...answer, postId: posts.get(answer.pressId) });
  const { db, projections, clock } = deps;
  await db.transaction(async (tx) => {
    await settle(tx);
    // Handed in late, a day may come after one that was counted already.
    const scope = { kind: 'member', id: memberId } as const;
    await markStale({ db: tx, projections }, { by: 'zone-moved', scope, since: clock.now() });
  });
}

async function record(
  deps: Deps,
  { memberId, serverId }: Handed,
  answer: HandedAnswer & { postId: number | undefined },
): Promise<void> {
  const { postId, pressId, at, seconds, picks, optionOrder } = answer;
  if (postId === undefined) throw new Error(`no post for ${pressId}`);
  const picked = picks.map((id) => optionOrder.indexOf(id));
  await answerQuestion(deps, { postId, memberId, serverId, from: null, picked, pressId, at, seconds });
}

function postOf(
  { place, startedAt, memberId, serverId, exam, edition }: Handed,
  answer: HandedAnswer,
): NewPost {
  const { pressId, domain, questionId, questionVersion, optionOrder } = answer;
  return {
    kind: 'private',
    status: 'open',
    serverId,
    channelId: place,
    homeChannelId: place,
    askedBy: memberId,
    ...{ pressId, exam, edition, domain, questionId, questionVersion, optionOrder },
    createdAt: startedAt,
    closesAt: null,
  };
}
