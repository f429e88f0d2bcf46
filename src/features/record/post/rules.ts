// What a post is and may do when: its kinds and states, its options' letters, its closing, its tally. Pure.
import { domainIdOf, type Pack, type Question } from '#content/pack.ts';
import { type Random, shuffle } from '#lib/random.ts';

/** Where a posted question came from. Only `quiz`, `round` and `daily` are rated. */
export type PostKind = 'quiz' | 'round' | 'daily' | 'private' | 'test';

/** pending: to be sent by the outbox; open: answerable; closed: revealed; dropped: never sent, or gone. */
export type PostStatus = 'pending' | 'open' | 'closed' | 'dropped';

/** More questions open in one channel than anybody reads are refused. */
export const MAX_OPEN_IN_CHANNEL = 25;
/** Of one member in one channel, so that nobody fills it up for the others. */
export const MAX_OPEN_OF_MEMBER = 10;

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Options in the order in which one post shows them, drawn once. */
export function drawOptionOrder(question: Question, random: Random): string[] {
  return shuffle(
    question.options.map((option) => option.id),
    random,
  );
}

export type PostedAs = {
  exam: string;
  edition: string;
  domain: string | null;
  questionId: string;
  questionVersion: number;
  optionOrder: string[];
};

/** What every post keeps of its question: which one, as it stood in which edition, with its options in drawn order. */
export function postedAs(
  question: Question,
  { pack, edition }: { pack: Pack; edition: string },
  random: Random,
): PostedAs {
  return {
    exam: pack.exam.id,
    edition,
    domain: domainIdOf(pack, edition, question),
    questionId: question.id,
    questionVersion: question.version,
    optionOrder: drawOptionOrder(question, random),
  };
}

/** True when a question has just the options that a post shows: then it can be graded and revealed by it. */
export function hasOptionsOf(question: Question, optionOrder: readonly string[]): boolean {
  const ids = new Set(question.options.map((option) => option.id));
  return ids.size === optionOrder.length && optionOrder.every((id) => ids.has(id));
}

/** Shorter than this, a question's time begins when it is sent; longer, it ends when it was said to. */
const BEGINS_WITH_SENDING_MS = 12 * 3_600_000;

/** When a post closes that is sent now: waiting for its turn, or for Discord, takes nothing off a short time to answer. */
export function closesWhenSent(post: { createdAt: Date; closesAt: Date | null }, now: Date): Date | null {
  if (!post.closesAt) return null;
  const open = post.closesAt.getTime() - post.createdAt.getTime();
  return open > BEGINS_WITH_SENDING_MS ? post.closesAt : new Date(now.getTime() + open);
}

/** Where a press comes from; null when it comes from no message of ours. */
export type From = { messageId: string; channelId: string } | null;

/**
 * Ids come back, with a restored or a new database: a public post is meant only by its own message. What is private
 * moves from message to message; the id of one that was just sent may not be known yet.
 */
export function isMeantBy(
  post: { kind: PostKind; messageId: string | null; channelId: string },
  from: From,
): boolean {
  if (post.kind === 'private' || from === null) return true;
  return from.channelId === post.channelId && (post.messageId ?? from.messageId) === from.messageId;
}

/** A post is closed from its closing instant on, whether or not the reveal has been shown yet. */
export function isClosedAt(post: { closesAt: Date | null }, instant: Date): boolean {
  return post.closesAt !== null && instant >= post.closesAt;
}

/** The asker, and whoever may delete others' messages, may close a question early; a private one nobody can. */
export function mayClose(
  post: { kind: PostKind; askedBy: string | null },
  member: { id: string; isModerator: boolean },
): boolean {
  return post.kind !== 'private' && (member.isModerator || post.askedBy === member.id);
}

/** The letter under which a post shows an option; throws for an option that the post does not have. */
export function letterOf(optionOrder: readonly string[], optionId: string): string {
  const letter = LETTERS[optionOrder.indexOf(optionId)];
  if (!letter) throw new Error(`option ${optionId} is not in this post`);
  return letter;
}

export type Tally = {
  answers: number;
  correct: number;
  /** How many members picked each option, by option id. */
  picks: ReadonlyMap<string, number>;
  /** Members who were right and let themselves be named, in order of answering. */
  rightMembers: readonly string[];
};

export type Picked = { memberId: string; picks: readonly string[]; isCorrect: boolean; isNamed: boolean };

/** Counts the answers to one post, given in order of answering. */
export function tallyOf(answers: readonly Picked[]): Tally {
  const picks = new Map<string, number>();
  for (const id of answers.flatMap((answer) => answer.picks)) picks.set(id, (picks.get(id) ?? 0) + 1);
  const right = answers.filter((answer) => answer.isCorrect);
  const rightMembers = right.filter((answer) => answer.isNamed).map((answer) => answer.memberId);
  return { answers: answers.length, correct: right.length, picks, rightMembers };
}

type Pinging = { serverId: string | null; pingRole: string | null };

/** A post as it is shown: a role that was deleted since would read as unknown. */
export function withLivingRole<T extends { post: Pinging }>(
  shown: T,
  hasRole: (serverId: string, roleId: string) => boolean,
): T {
  const { serverId, pingRole } = shown.post;
  if (serverId === null || pingRole === null || hasRole(serverId, pingRole)) return shown;
  return { ...shown, post: { ...shown.post, pingRole: null } };
}

/**
 * A lasting no of Discord's, as a post keeps it in `failure`: no such channel, a permission with what is missing (where
 * it could be named), or Discord's code for anything else. For SQL too.
 */
export const REFUSAL = '^(no-channel|no-permission|refused)(:|$)';

export function isRefusal(failure: string | null): boolean {
  return failure !== null && new RegExp(REFUSAL).test(failure);
}

/** What is neither gone nor too fast: it will be refused the next time as well. */
export function refusalOf(refused: { meaning?: string | null; code?: number; reason: string }): string {
  // "You may not", without a permission that could be named: an admin can mend it all the same.
  return refused.meaning === 'may-not' ? 'no-permission:' : `refused:${refused.code ?? refused.reason}`;
}

/** Backing off a post that could not be sent: 1 minute, doubling, an hour at most. */
export function retryDelayMs(attempts: number): number {
  return Math.min(60, 2 ** Math.max(0, attempts - 1)) * 60_000;
}
