// A leaderboard in words: ten lines, the caller's own place, when it starts anew.
import { time } from 'discord.js';
import { card, divider, type Message, plain, text } from '#bot/card.ts';
import { accentColorOf } from '#content/pack.ts';
import { type Board, type BoardOutcome, type Entry, nameDomain, type OwnPlace } from './board.rules.ts';
import { accuracyOf, type Metric, MIN_RATED_FOR_ACCURACY, type Ranked, type WindowKind } from './rules.ts';

const ACCENT = 0xf0e442;

export function showBoard(outcome: BoardOutcome): Message {
  switch (outcome.kind) {
    case 'unknown-domain': {
      const names = outcome.domains.map((domain) => plain(nameDomain(domain))).join('; ');
      return card(null, [
        text(
          `This server’s exam has no domain “${plain(outcome.typed)}”: please choose one of the list (${names}).`,
        ),
      ]);
    }
    case 'board':
      return showPage(outcome);
  }
}

function showPage(board: Board): Message {
  return card(board.domain ? accentColorOf(board.domain) : ACCENT, [
    text(`### Leaderboard: ${metricWords[board.metric]}`, scopeLine(board)),
    divider(),
    board.rows.length > 0
      ? text(...board.rows.map((row, index) => rowLine(board, row, index)))
      : text(emptyLine(board)),
    divider(),
    text(ownLine(board), `-# ${footLine(board)}`),
  ]);
}

const metricWords: Record<Metric, string> = { points: 'points', accuracy: 'accuracy', streak: 'streaks' };
const windowWords: Record<WindowKind, string> = {
  today: 'Today',
  week: 'This week',
  month: 'This month',
  all: 'All time',
};

function scopeLine({ metric, window, domain, resetsAt }: Board): string {
  if (metric === 'streak') return 'As of today, each in their own time zone';
  const where = domain ? plain(nameDomain(domain)) : 'all domains';
  return `${windowWords[window]} · ${where}${resetsAt ? ` · resets ${time(resetsAt, 'R')}` : ''}`;
}

function rowLine({ rows, metric, callerId }: Board, row: Ranked<Entry>, index: number): string {
  const isTied = [rows[index - 1], rows[index + 1]].some((other) => other?.rank === row.rank);
  const isNamed = row.visibility === 'visible';
  const own = row.memberId === callerId && !isNamed ? ' (you)' : '';
  const name = isNamed ? `<@${row.memberId}>` : `Anonymous${own}`;
  return `**${row.rank}.** ${name} – ${worth(metric, row)}${isTied ? ' · tied' : ''}`;
}

function worth(metric: Metric, entry: Entry): string {
  const right = `${entry.right} of ${entry.rated} right`;
  switch (metric) {
    case 'points':
      return `**${entry.points} ${entry.points === 1 ? 'point' : 'points'}**, ${right}`;
    case 'accuracy':
      return `**${accuracyOf(entry)} %**, ${right}`;
    case 'streak':
      return `**${entry.streak} ${entry.streak === 1 ? 'day' : 'days'}**`;
  }
}

function emptyLine({ metric }: Board): string {
  switch (metric) {
    case 'points':
      return 'Nobody has a rated answer here yet. Be the first: ask the group a question with `/quiz`.';
    case 'accuracy':
      return `Nobody has ${MIN_RATED_FOR_ACCURACY} rated answers here yet, which this board needs. Ask the group a question with \`/quiz\`.`;
    case 'streak':
      return 'Nobody has a streak at the moment. One answer starts one: ask a question with `/quiz`.';
  }
}

/** In the open the caller is named, since others read it too; alone they are "you". */
function ownLine({ metric, own, callerId, isPrivate }: Board): string {
  const name = isPrivate ? 'You' : `<@${callerId}>`;
  return `${name}: ${ownPlace(metric, own)}`;
}

function ownPlace(metric: Metric, own: OwnPlace): string {
  switch (own.kind) {
    case 'ranked':
      return `rank **${own.entry.rank}** with ${worth(metric, own.entry)}.`;
    case 'too-few':
      return `${own.rated} of the ${own.needed} rated answers that a rank needs; \`/quiz\` brings the next.`;
    case 'nothing-yet':
      return metric === 'streak'
        ? 'no streak at the moment; one answer to a `/quiz` question starts one.'
        : 'no rated answer in this window yet; answer a `/quiz` question to enter.';
  }
}

function footLine({ metric, isPrivate }: Board): string {
  const rules: Record<Metric, string> = {
    points:
      'Easy 1, medium 2, hard 3 points for a right rated answer; ties go by accuracy, then fewer answers.',
    accuracy: `Share of right answers among at least ${MIN_RATED_FOR_ACCURACY} rated ones; ties go by points.`,
    streak: 'Streaks count answers everywhere, so domain and window do not apply.',
  };
  const hint = 'Only you see this, since you are not visible to others (`/settings visibility`).';
  return isPrivate ? `${rules[metric]} ${hint}` : rules[metric];
}
