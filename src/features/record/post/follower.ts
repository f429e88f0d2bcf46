// What a feature may add to the life of a post that it asked for. Types only.
import type { BotApp } from '#bot/feature.ts';
import type { NewPost, Post } from './store.ts';

/** What follows a closed post: another to send, nothing, or "ask again later", since Discord cannot be told now. */
export type Follow = { kind: 'next'; post: NewPost } | { kind: 'nothing' } | { kind: 'later' };

export type Follower = {
  /** Asked once a post's reveal is shown, before it is marked closed. */
  closed(app: BotApp, post: Post): Promise<Follow>;
  /** Asked before a post is sent: false where nobody waits for it any more, and then it is given up. */
  isWanted(app: BotApp, post: Post): Promise<boolean>;
  /** Told before a post is given up that never was a message; twice, when the process was killed in between. */
  givenUp(app: BotApp, post: Post, failure: string): Promise<void>;
};
