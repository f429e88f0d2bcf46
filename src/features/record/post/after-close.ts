// What a feature may add to the life of a post that it asked for. Types only.
import type { BotApp } from '#bot/feature.ts';
import type { NewPost, Post } from './store.ts';

/** What follows a closed post: another to send, nothing, or "ask again later", since Discord cannot be told now. */
export type Follow = { kind: 'next'; post: NewPost } | { kind: 'nothing' } | { kind: 'later' };

/** Asked once a post's reveal is shown, before it is marked closed. */
export type AfterClose = (app: BotApp, closed: Post) => Promise<Follow>;
