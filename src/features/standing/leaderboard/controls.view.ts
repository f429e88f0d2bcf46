// The menus and buttons under a board. Their ids carry all that the board shows, so that they work for ever.
import { button, buttons, type Part, select, shorten } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Words } from '#words/words.ts';
import type { Ranking } from '../ranking.ts';
import { type Board, PAGE_SIZE, pageOfRank } from './board.rules.ts';
import { ALL_DOMAINS, scoreMetrics, windowKinds } from './rules.ts';

export function showControls(words: Words, board: Board, rankings: readonly Ranking[]): (Part | false)[] {
  // Another standing's measure is of today and of all that somebody did: there is nothing else to choose.
  const isScore = !rankings.some(({ metric }) => metric === board.metric);
  return [
    pageButtons(words, board),
    isScore && windowMenu(words, board),
    isScore && board.domains.length > 1 && domainMenu(words, board),
    metricMenu(words, board, rankings),
  ];
}

function idOf(board: Board, what: string, page = 0): string {
  const { callerId, window, metric } = board;
  return customId('board', 1, what, callerId, window, subjectOf(board, board.domain?.id), metric, page);
}

/** The domain, with a pack of the server's own before it. */
function subjectOf({ pack }: Board, domain: string | undefined): string {
  if (!pack) return domain ?? ALL_DOMAINS;
  return domain === undefined ? pack.exam : `${pack.exam}/${domain}`;
}

function pageButtons({ leaderboard: { pages } }: Words, board: Board): Part | false {
  const { page, hasMore, own } = board;
  const mine = own.kind === 'ranked' && !own.isOnPage && !board.isPrivate ? pageOfRank(own.entry.rank) : page;
  if (page === 0 && !hasMore && mine === page) return false;
  const ranks = (of: number) => pages.places(of * PAGE_SIZE + 1, (of + 1) * PAGE_SIZE);
  return buttons(
    page > 0 && button(idOf(board, 'back', page - 1), `◀ ${ranks(page - 1)}`),
    hasMore && button(idOf(board, 'on', page + 1), `${ranks(page + 1)} ▶`),
    mine !== page && button(idOf(board, 'mine', mine), pages.mine),
  );
}

function windowMenu({ leaderboard }: Words, board: Board): Part {
  const choices = windowKinds.map((kind) => ({
    value: kind,
    label: leaderboard.windows[kind],
    selected: kind === board.window,
  }));
  return select(idOf(board, 'window'), leaderboard.command.window.description, { choices });
}

function domainMenu({ leaderboard, common }: Words, board: Board): Part {
  const all = {
    value: subjectOf(board, undefined),
    label: leaderboard.everyDomain,
    selected: board.domain === null,
  };
  const choices = board.domains.map(({ id, name }) => ({
    value: subjectOf(board, id),
    label: shorten(common.domain(id, name), 100),
    selected: id === board.domain?.id,
  }));
  return select(idOf(board, 'domain'), leaderboard.command.domain.description, {
    choices: [all, ...choices],
  });
}

function metricMenu(words: Words, board: Board, rankings: readonly Ranking[]): Part {
  const { leaderboard } = words;
  const own = scoreMetrics.map((metric) => ({ metric, label: leaderboard.by(leaderboard.metrics[metric]) }));
  const others = rankings.map((ranking) => ({
    metric: ranking.metric,
    label: leaderboard.by(ranking.words(words).title),
  }));
  const choices = [...own, ...others].map(({ metric, label }) => ({
    value: metric,
    label,
    selected: metric === board.metric,
  }));
  return select(idOf(board, 'metric'), leaderboard.command.metric.description, { choices });
}
