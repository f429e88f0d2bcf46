// Questions that a member asked: they stay in their channels, without the member's id.
import { and, eq, isNull } from 'drizzle-orm';
import { type Personal, sharedRows } from '#db/personal.ts';
import { ERASED } from '#features/people/server/rules.ts';
import { posts } from './table.ts';

const asked = sharedRows(posts, posts.askedBy, { askedBy: null });

export const personal: Personal = {
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
