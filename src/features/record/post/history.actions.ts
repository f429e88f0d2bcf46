// What was asked in a channel and is closed, page by page.
import type { Library } from '#content/library.ts';
import type { Db } from '#db/connect.ts';
import type { PostedQuestion } from './actions.ts';
import { closedPosts, type Edge, edgeAt, type HistoryPart } from './history.store.ts';
import { findQuestion } from './question.ts';

const PAGE_SIZE = 10;

export type HistoryWanted = Pick<HistoryPart, 'channelId' | 'only'> & {
  /** The newest page, the page next to a post, or the newest page up to an instant. */
  from:
    | { kind: 'newest' }
    | { kind: 'beside'; postId: number; way: 'older' | 'newer' }
    | { kind: 'until'; instant: Date };
};

export type HistoryPage = {
  /** The newest first. */
  questions: PostedQuestion[];
  /** The posts at which the pages beside this one begin; null where there is none. */
  newer: number | null;
  older: number | null;
};

/** A page that nothing is left on begins at the newest again. */
export async function readHistory(
  deps: { db: Db; content: Library },
  wanted: HistoryWanted,
): Promise<HistoryPage> {
  const page = await readPage(deps, wanted);
  const isEmpty = page.questions.length === 0 && page.newer === null && page.older === null;
  return isEmpty && wanted.from.kind === 'beside'
    ? readPage(deps, { ...wanted, from: { kind: 'newest' } })
    : page;
}

async function readPage(
  { db, content }: { db: Db; content: Library },
  { from, channelId, only }: HistoryWanted,
): Promise<HistoryPage> {
  const way = from.kind === 'beside' ? from.way : 'older';
  const edge = await edgeOf(db, from);
  const found = await closedPosts(db, { channelId, only, way, edge, limit: PAGE_SIZE + 1 });
  const shown = found.slice(0, PAGE_SIZE);
  const goesOn = found.length > PAGE_SIZE;
  const posts = way === 'older' ? shown : shown.toReversed();
  const asked = await Promise.all(
    posts.map(async (post) => {
      const question = await findQuestion(content, post);
      return question && { post, ...question };
    }),
  );
  const isBehind = (beside: 'older' | 'newer') => (beside === way ? goesOn : edge !== null);
  return {
    questions: asked.filter((one) => one !== null),
    newer: isBehind('newer') ? (posts[0]?.id ?? null) : null,
    older: isBehind('older') ? (posts.at(-1)?.id ?? null) : null,
  };
}

async function edgeOf(db: Db, from: HistoryWanted['from']): Promise<Edge | null> {
  switch (from.kind) {
    case 'newest':
      return null;
    case 'beside':
      return edgeAt(db, from.postId);
    case 'until':
      // Before every post of that instant.
      return { closesAt: from.instant.toISOString(), postId: 0 };
  }
}
