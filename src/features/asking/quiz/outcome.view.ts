// How a question or a round went, as its channel reads it at the end; and what one member got wrong, for them alone.
import { button, buttons, card, divider, type Message, plain, select, shorten, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Question, Topic } from '#content/pack.ts';
import { headingOf, type ShownQuestion } from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';
import type { Share, Standing } from './afterword.rules.ts';
import { nameTopic } from './history.view.ts';
import type { Ending } from './pace.rules.ts';

export type ShownResult = {
  roundId: number;
  serverId: string;
  ending: Ending;
  size: number;
  standings: readonly Standing[];
  hardest: (Share & Place & { question: Question }) | null;
  fastest: { memberId: string; position: number; tookMs: number } | null;
};

type Place = { channelId: string; messageId: string | null };

/** Beside the number, which says the same. */
const MEDALS = ['🥇 ', '🥈 ', '🥉 '];
/** A table, and not a list of everybody. */
const MAX_ROWS = 15;
const MAX_WINNERS = 5;

/** The thread of a round: by topic and day, so that one can be told from the next. */
export function threadName(
  words: Words,
  { topic, date, size }: { topic: { topic: Topic; name: string } | null; date: string; size: number },
): string {
  const { quiz, forms } = words;
  const day = forms.date(date);
  return topic ? quiz.thread.topic(nameTopic(words, topic), day) : quiz.thread.exam(size, day);
}

export function showClosedReply(
  { quiz }: Words,
  { right, answers }: { right: number; answers: number },
): Message {
  return card(null, [text(quiz.closedReply(right, answers))]);
}

export function showRoundResult(words: Words, result: ShownResult): Message {
  const { outcome } = words.quiz;
  const { standings, roundId } = result;
  return card(null, [
    text(`### ${outcome[result.ending]}`, winnerLine(words, result)),
    standings.length > 0 && divider(),
    standings.length > 0 && text(...tableLines(words, result)),
    standings.length > 0 && notes(words, result),
    buttons(
      button(customId('round', 1, roundId, 'again'), outcome.again, { style: 'primary' }),
      standings.length > 0 && button(customId('mistakes', 1, roundId), outcome.mistakes),
    ),
  ]);
}

function winnerLine(words: Words, { standings, size }: ShownResult): string | null {
  const { outcome } = words.quiz;
  if (standings.length === 0) return outcome.nobody;
  const winners = standings.filter(({ rank, right }) => rank === 1 && right > 0);
  const [first] = winners;
  if (!first || winners.length > MAX_WINNERS) return null;
  return outcome.winner(
    winners.map((winner) => nameOf(words, winner)),
    first.right,
    size,
  );
}

function tableLines(words: Words, { standings, size }: ShownResult): string[] {
  const { outcome } = words.quiz;
  const rows = standings.slice(0, MAX_ROWS).map((standing) => {
    const place = `${MEDALS[standing.rank - 1] ?? ''}**${standing.rank}.**`;
    const worth = outcome.row(standing.right, size, outcome.points(standing.points));
    return `${place} ${nameOf(words, standing)} – ${worth}`;
  });
  const left = standings.length - rows.length;
  return left > 0 ? [...rows, `-# ${outcome.more(left)}`] : rows;
}

/** Below the table: the hardest question with the way to it, and as a footnote who was fastest. */
function notes(words: Words, { serverId, hardest, fastest }: ShownResult) {
  const { outcome } = words.quiz;
  const lines = [
    ...(hardest
      ? [
          outcome.hardest(linkTo(words, serverId, hardest), hardest.right, hardest.answers),
          stemLine(hardest.question),
        ]
      : []),
    fastest && `-# ${fastestLine(words, fastest)}`,
  ].filter((line) => line !== null);
  return lines.length > 0 && text(...lines);
}

function nameOf({ leaderboard }: Words, { memberId, isNamed }: Standing): string {
  return isNamed ? `<@${memberId}>` : leaderboard.anonymous;
}

function fastestLine({ quiz }: Words, { memberId, tookMs, position }: NonNullable<ShownResult['fastest']>) {
  const seconds = Math.max(1, Math.round(tookMs / 1000));
  return quiz.outcome.fastest(`<@${memberId}>`, seconds, position);
}

/** "Question 3", as the way to where it stands. */
function linkTo(
  { quiz }: Words,
  serverId: string | null,
  { channelId, messageId, ...post }: Place & { position: number | null },
): string {
  const name = quiz.outcome.question(post.position ?? 1);
  return messageId
    ? `[${name}](https://discord.com/channels/${serverId ?? '@me'}/${channelId}/${messageId})`
    : name;
}

function stemLine(question: Question): string {
  return `-# ${plain(shorten(question.stem, 110))}`;
}

export type ShownMistakes =
  | { kind: 'mistakes'; wrong: readonly (ShownQuestion & { post: Place & { serverId: string | null } })[] }
  | { kind: 'none-wrong' }
  | { kind: 'took-no-part' }
  | { kind: 'no-such-round' };

export function showMistakes(words: Words, shown: ShownMistakes): Message {
  const { mistakes, gone } = words.quiz;
  switch (shown.kind) {
    case 'mistakes':
      return showWrong(words, shown.wrong);
    case 'none-wrong':
      return card(null, [text(mistakes.none)]);
    case 'took-no-part':
      return card(null, [text(mistakes.tookNoPart)]);
    case 'no-such-round':
      return card(null, [text(gone)]);
  }
}

/** Each with the way to it; choosing one shows its reveal again. */
function showWrong(words: Words, wrong: Extract<ShownMistakes, { kind: 'mistakes' }>['wrong']): Message {
  const { mistakes } = words.quiz;
  const lines = wrong.flatMap(({ post, question }) => [
    linkTo(words, post.serverId, post),
    stemLine(question),
  ]);
  const choices = wrong.map((shown) => ({
    value: String(shown.post.id),
    label: words.quiz.outcome.question(shown.post.position ?? 1),
    description: shorten(headingOf(words, shown), 100),
  }));
  return card(null, [
    text(`### ${mistakes.title(wrong.length)}`, ...lines),
    select(customId('history', 1), mistakes.choose, { choices }),
  ]);
}
