// Questions that a member asked: they stay in their channels, without the member's id.
import { sharedRows } from '#db/personal.ts';
import { posts } from './table.ts';

export const personal = sharedRows(posts, posts.askedBy, { askedBy: null });
