// A leaderboard in words: ten lines, the caller's own place, when it starts anew.
import { card, divider, type Message, plain, text, timestamp } from '#bot/card.ts';
import { accentColorOf, type Domain } from '#content/pack.ts';
import type { Words } from '#words/words.ts';
import type { Ranking, RankingWords } from '../ranking.ts';
import type { Board, BoardOutcome, Entry, OwnPlace } from './board.rules.ts';
import { accuracyOf, isScoreMetric, MIN_RATED_FOR_ACCURACY, type Ranked } from './rules.ts';

const ACCENT = 0xf0e442;

export function showBoard(words: Words, outcome: BoardOutcome, rankings: readonly Ranking[]): Message {
  switch (outcome.kind) {
    case 'unknown-domain': {
      const names = outcome.domains.map((domain) => plain(nameDomain(words, domain)));
      return card(null, [text(words.leaderboard.unknownDomain(plain(outcome.typed), names))]);
    }
    case 'board': {
      const ranking = rankings.find(({ metric }) => metric === outcome.metric);
      return showPage({ words, board: outcome, said: measureOf(words, outcome, ranking) });
    }
  }
}

/** What autocomplete offers for a domain. */
export function offerDomains(words: Words, domains: readonly Domain[], typed: string) {
  return domains
    .map((domain) => ({ name: nameDomain(words, domain).slice(0, 100), value: domain.id }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}

type Measure = Omit<RankingWords, 'worth' | 'choice'> & { worth(entry: Entry): string };
type Page = { words: Words; board: Board; said: Measure };

/** A measure in words: another standing's own, or one of ours. */
function measureOf(words: Words, board: Board, ranking: Ranking | undefined): Measure {
  if (ranking) {
    const own = ranking.words(words);
    return { ...own, worth: (entry) => `**${own.worth(entry.worth)}**` };
  }
  const { leaderboard } = words;
  const metric = isScoreMetric(board.metric) ? board.metric : 'points';
  const needed = MIN_RATED_FOR_ACCURACY;
  return {
    title: leaderboard.metrics[metric],
    scope: scopeLine(words, board),
    empty: metric === 'points' ? leaderboard.empty.points : leaderboard.empty.accuracy(needed),
    nothing: leaderboard.nothingYet,
    rule: metric === 'points' ? leaderboard.rules.points : leaderboard.rules.accuracy(needed),
    worth(entry) {
      const what =
        metric === 'points' ? leaderboard.points(entry.points) : words.forms.percent(accuracyOf(entry) / 100);
      return `**${what}**, ${leaderboard.right(entry.right, entry.rated)}`;
    },
  };
}

function showPage(page: Page): Message {
  const { words, board, said } = page;
  return card(board.domain ? accentColorOf(board.domain) : ACCENT, [
    text(`### ${words.leaderboard.title(said.title)}`, said.scope),
    divider(),
    board.rows.length > 0
      ? text(...board.rows.map((row, index) => rowLine(page, row, index)))
      : text(said.empty),
    divider(),
    text(ownLine(page), `-# ${board.isPrivate ? `${said.rule} ${words.leaderboard.privately}` : said.rule}`),
  ]);
}

function scopeLine(words: Words, { window, domain, resetsAt }: Board): string {
  const { leaderboard } = words;
  const where = domain ? plain(nameDomain(words, domain)) : leaderboard.allDomains;
  const parts = [leaderboard.windows[window], where, resetsAt && leaderboard.resets(timestamp(resetsAt))];
  return parts.filter((part) => part !== null).join(' · ');
}

function rowLine({ words, board, said }: Page, row: Ranked<Entry>, index: number): string {
  const { leaderboard } = words;
  const isTied = [board.rows[index - 1], board.rows[index + 1]].some((other) => other?.rank === row.rank);
  const isNamed = row.visibility === 'visible';
  const isOwn = row.memberId === board.callerId && !isNamed;
  const anonymous = isOwn ? `${leaderboard.anonymous} ${leaderboard.you}` : leaderboard.anonymous;
  const name = isNamed ? `<@${row.memberId}>` : anonymous;
  return `**${row.rank}.** ${name} – ${said.worth(row)}${isTied ? ` · ${leaderboard.tied}` : ''}`;
}

/** In the open the caller is named, since others read it too; alone they are "you". */
function ownLine({ words, board, said }: Page): string {
  const { leaderboard } = words;
  const name = board.isPrivate ? leaderboard.ownName : `<@${board.callerId}>`;
  return leaderboard.own(name, ownPlace(words, board.own, said));
}

function ownPlace({ leaderboard }: Words, own: OwnPlace, said: Measure): string {
  switch (own.kind) {
    case 'ranked':
      return leaderboard.rank(own.entry.rank, said.worth(own.entry));
    case 'too-few':
      return leaderboard.tooFew(own.rated, own.needed);
    case 'nothing-yet':
      return said.nothing;
  }
}

function nameDomain({ common }: Words, { id, name }: Domain): string {
  return common.domain(id, name);
}
