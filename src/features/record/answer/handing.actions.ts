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
  serverId: string | null;
  exam: string;
  edition: string;
  /** Stands for the channel of its posts, which no channel is. */
  place: string;
  startedAt: Date;
  answers: readonly HandedAnswer[];
};

/** Where the answers come from. */
export type Source = {
  /** Keeps its row from being deleted until the transaction ends; false when it has been. */
  hold(tx: Db): Promise<boolean>;
  /** Notes that all of it was handed in. */
  settle(tx: Db): Promise<void>;
};

type Deps = { db: Db; content: Library; clock: Clock; projections: readonly Projection[] };

/**
 * Each answer becomes a private post and the answer to it, given when it was given: practice, which feeds streak,
 * memory and estimate as any other. Cut off and begun again, nothing is counted twice. Of several, one after another:
 * each holds a connection while its answers are written on others.
 */
export async function handIn(deps: Deps, handed: Handed, source: Source): Promise<void> {
  const { answers, memberId } = handed;
  const { db, projections, clock } = deps;
  await whileThere(db, source, async (tx) => {
    await insertPosts(
      tx,
      answers.map((answer) => postOf(handed, answer)),
    );
  });
  const posts = await postsOfPresses(
    db,
    answers.map(({ pressId }) => pressId),
  );
  for (const answer of answers.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const postId = posts.get(answer.pressId);
    if (!(await whileThere(db, source, () => record(deps, handed, { ...answer, postId })))) return;
  }
  await whileThere(db, source, async (tx) => {
    await source.settle(tx);
    // Handed in late, a day may come after one that was counted already.
    const scope = { kind: 'member', id: memberId } as const;
    await markStale({ db: tx, projections }, { by: 'zone-moved', scope, since: clock.now() });
  });
}

/**
 * False, and nothing done, once their giver has deleted their data. Whoever does so just now waits for this step, and
 * deletes what it has written.
 */
async function whileThere(db: Db, { hold }: Source, step: (tx: Db) => Promise<void>): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await hold(tx))) return false;
    await step(tx);
    return true;
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
