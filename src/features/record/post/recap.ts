// What a feature may add to the recap of a question of the day. Types only.
import type { BotApp } from '#bot/feature.ts';
import type { Words } from '#words/words.ts';

/** Lines in the server's language; none when there is nothing to celebrate. */
export type RecapLines = (
  app: BotApp,
  post: { postId: number; serverId: string },
  words: Words,
) => Promise<readonly string[]>;
