// What a board compares, in words; and what else its lines and its picture say alike.
import { plain, timestamp } from '#bot/card.ts';
import type { Domain } from '#content/pack.ts';
import type { Words } from '#words/words.ts';
import type { Ranking, RankingWords } from '../ranking.ts';
import type { Board, Entry } from './board.rules.ts';
import { accuracyOf, isScoreMetric, MIN_RATED_FOR_ACCURACY } from './rules.ts';

/** `isAlone`: only the caller reads it. */
export type Shown = { rankings: readonly Ranking[]; isAlone: boolean };
export type Page = Shown & { words: Words; board: Board; said: Measure };

export type Measure = Omit<RankingWords, 'worth' | 'beside' | 'choice' | 'mark'> & {
  worth(entry: Entry): string;
  /** Without marks, times and details, for a picture. */
  inPicture: string;
  short(entry: Entry): string;
};

/** A measure in words: another standing's own, or one of ours. */
export function measureOf(words: Words, board: Board, ranking: Ranking | undefined): Measure {
  if (ranking) {
    const own = ranking.words(words);
    const short = (entry: Entry) => own.worth(entry.worth);
    return { ...own, inPicture: own.scope, short, worth: (entry) => `${own.mark} **${short(entry)}**` };
  }
  const { leaderboard } = words;
  const metric = isScoreMetric(board.metric) ? board.metric : 'points';
  const needed = MIN_RATED_FOR_ACCURACY;
  const short = (entry: Entry) =>
    metric === 'points' ? leaderboard.points(entry.points) : words.forms.percent(accuracyOf(entry) / 100);
  return {
    title: leaderboard.metrics[metric],
    scope: scopeLine(words, board),
    inPicture: scopeOf(words, board, (name) => name).join(' · '),
    empty: metric === 'points' ? leaderboard.empty.points : leaderboard.empty.accuracy(needed),
    nothing: leaderboard.nothingYet,
    rule: metric === 'points' ? leaderboard.rules.points : leaderboard.rules.accuracy(needed),
    worth: (entry) => `**${short(entry)}**, ${leaderboard.right(entry.right, entry.rated)}`,
    short,
  };
}

function scopeLine(words: Words, board: Board): string {
  const resets = board.resetsAt && words.leaderboard.resets(timestamp(board.resetsAt));
  return [...scopeOf(words, board, plain), ...(resets === null ? [] : [resets])].join(' · ');
}

function scopeOf(words: Words, { window, domain, pack }: Board, shown: (name: string) => string): string[] {
  const { leaderboard } = words;
  const about = domain ? [shown(nameDomain(words, domain))] : pack ? [] : [leaderboard.allDomains];
  return [leaderboard.windows[window], ...(pack ? [shown(pack.name)] : []), ...about];
}

/** Who is not named, save to themselves. */
export function nameNobody({ leaderboard }: Words, { callerId }: Board, { memberId }: Entry): string {
  return memberId === callerId ? `${leaderboard.anonymous} ${leaderboard.you}` : leaderboard.anonymous;
}

/** What else they are worth: "🔥 12 days in a row", and short, where the words stand elsewhere: "🔥 12". */
export function besidesOf(
  { words, board, rankings }: Page,
  { memberId }: Entry,
): { whole: string; short: string }[] {
  return rankings.flatMap((ranking) => {
    const worth = board.besides.get(ranking.metric)?.get(memberId) ?? 0;
    if (worth === 0) return [];
    const { mark, beside } = ranking.words(words);
    // No phone's line break takes sign and number apart.
    return { whole: `${mark}\u00a0${beside(worth)}`, short: `${mark}\u00a0${words.forms.number(worth)}` };
  });
}

/** Whose colour a board has: no other standing goes by domains, and then nothing says what the colour means. */
export function domainOf({ domain, metric }: Board): Domain | null {
  return isScoreMetric(metric) ? domain : null;
}

export function nameDomain({ common }: Words, { id, name }: Domain): string {
  return common.domain(id, name);
}
