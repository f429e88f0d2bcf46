// Questions that a member asked: they stay in their channels, without the member's id. And where they answered last.
import { and, eq, isNull } from 'drizzle-orm';
import { allOf, ownRows, type Personal, sharedRows } from '#db/personal.ts';
import { ERASED } from '#features/people/server/rules.ts';
import { keptPlaces, posts } from './table.ts';

const asked = sharedRows(posts, posts.askedBy, { askedBy: null });

const ofPosts: Personal = {
  ...asked,
  async erase(tx, memberId) {
    // Outside of servers a channel may be the one between the member and the bot: its id would name them.
    await tx
      .update(posts)
      .set({ channelId: ERASED, homeChannelId: ERASED })
      .where(and(eq(posts.askedBy, memberId), isNull(posts.serverId)));
    await asked.erase(tx, memberId);
  },
};

export const personal = allOf(ofPosts, ownRows(keptPlaces, keptPlaces.memberId));
