// A leaderboard in words: ten lines, the caller's own place, when it starts anew; controls.view.ts is what moves it.
import { card, divider, type Message, plain, text, timestamp } from '#bot/card.ts';
import { accentColorOf, type Domain } from '#content/pack.ts';
import type { Words } from '#words/words.ts';
import type { Ranking, RankingWords } from '../ranking.ts';
import type { Board, BoardOutcome, Entry, OwnPlace } from './board.rules.ts';
import { showControls } from './controls.view.ts';
import { accuracyOf, isScoreMetric, MIN_RATED_FOR_ACCURACY, type Ranked } from './rules.ts';

export const ACCENT = 0xf0e442;

/** `isAlone`: only the caller reads it. */
type Shown = { rankings: readonly Ranking[]; isAlone: boolean };

export function showBoard(words: Words, outcome: BoardOutcome, { rankings, isAlone }: Shown): Message {
  switch (outcome.kind) {
    case 'unknown-domain': {
      const names = outcome.domains.map((domain) => plain(nameDomain(words, domain)));
      return card(null, [text(words.leaderboard.unknownDomain(plain(outcome.typed), names))]);
    }
    case 'board': {
      const ranking = rankings.find(({ metric }) => metric === outcome.metric);
      return showPage({ words, board: outcome, said: measureOf(words, outcome, ranking), rankings, isAlone });
    }
  }
}

/** What autocomplete offers for a domain. */
export function offerDomains(words: Words, domains: readonly Domain[], typed: string) {
  return domains
    .map((domain) => ({ name: nameDomain(words, domain).slice(0, 100), value: domain.id }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}

type Measure = Omit<RankingWords, 'worth' | 'choice' | 'mark'> & { worth(entry: Entry): string };
type Page = Shown & { words: Words; board: Board; said: Measure };

/** A measure in words: another standing's own, or one of ours. */
function measureOf(words: Words, board: Board, ranking: Ranking | undefined): Measure {
  if (ranking) {
    const own = ranking.words(words);
    return { ...own, worth: (entry) => `${own.mark} **${own.worth(entry.worth)}**` };
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
  const { leaderboard } = words;
  return card(board.domain ? accentColorOf(board.domain) : ACCENT, [
    text(`### ${leaderboard.title(said.title)}`, said.scope),
    divider(),
    board.rows.length > 0
      ? text(...board.rows.map((row, index) => rowLine(page, row, index)))
      : text(said.empty),
    divider(),
    text(
      ownLine(page),
      `-# ${board.isPrivate ? `${said.rule} ${leaderboard.privately}` : said.rule}`,
      !board.isChecked && `-# ${leaderboard.unchecked}`,
    ),
    ...showControls(words, board, page.rankings),
  ]);
}

function scopeLine(words: Words, { window, domain, resetsAt }: Board): string {
  const { leaderboard } = words;
  const where = domain ? plain(nameDomain(words, domain)) : leaderboard.allDomains;
  const parts = [leaderboard.windows[window], where, resetsAt && leaderboard.resets(timestamp(resetsAt))];
  return parts.filter((part) => part !== null).join(' · ');
}

export const MEDALS: Readonly<Record<number, string>> = { 1: '🥇 ', 2: '🥈 ', 3: '🥉 ' };

function rowLine(page: Page, row: Ranked<Entry>, index: number): string {
  const { words, board, said } = page;
  const { leaderboard } = words;
  const isTied = [board.rows[index - 1], board.rows[index + 1]].some((other) => other?.rank === row.rank);
  const isNamed = row.visibility === 'visible';
  const isOwn = row.memberId === board.callerId && !isNamed;
  const anonymous = isOwn ? `${leaderboard.anonymous} ${leaderboard.you}` : leaderboard.anonymous;
  const name = isNamed ? `<@${row.memberId}>` : anonymous;
  const medal = MEDALS[row.rank] ?? '';
  const parts = [said.worth(row), ...besidesOf(page, row), ...(isTied ? [leaderboard.tied] : [])];
  return `${medal}**${row.rank}.** ${name} – ${parts.join(' · ')}`;
}

/** What else they are worth, in a sign and a number: "🔥 12". */
function besidesOf({ words, board, rankings }: Page, { memberId }: Entry): string[] {
  return rankings.flatMap((ranking) => {
    const worth = board.besides.get(ranking.metric)?.get(memberId) ?? 0;
    return worth > 0 ? [`${ranking.words(words).mark} ${words.forms.number(worth)}`] : [];
  });
}

/** In the open the caller is named, since others read it too; alone they are "you". */
function ownLine({ words, board, said, isAlone }: Page): string {
  const { leaderboard } = words;
  const name = isAlone ? leaderboard.ownName : `<@${board.callerId}>`;
  return leaderboard.own(name, ownPlace(words, board.own, said));
}

function ownPlace({ leaderboard }: Words, own: OwnPlace, said: Measure): string {
  switch (own.kind) {
    case 'ranked':
      return (own.isExact ? leaderboard.rank : leaderboard.aboutRank)(own.entry.rank, said.worth(own.entry));
    case 'too-few':
      return leaderboard.tooFew(own.rated, own.needed);
    case 'nothing-yet':
      return said.nothing;
  }
}

function nameDomain({ common }: Words, { id, name }: Domain): string {
  return common.domain(id, name);
}
