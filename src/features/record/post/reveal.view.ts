// A question as its channel sees it once it is closed: with key, distribution, and who was right.
import {
  button,
  buttons,
  card,
  divider,
  MAX_TEXT,
  type Message,
  type Part,
  plain,
  text,
  textLength,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { keyOf, selectCount } from '#content/pack.ts';
import { wholePercents } from '#lib/shares.ts';
import type { Words } from '#words/words.ts';
import { letterOf, type Tally } from './rules.ts';
import { accentOf, headingOf, joined, optionText, rememberLine, type ShownQuestion } from './view.ts';

/** The closed question: key, a short explanation, who chose what, and (visible) members who were right. */
export function showReveal(words: Words, shown: ShownQuestion, tally: Tally): Message {
  const { post, question } = shown;
  const build = ({ members, withReasons }: { members: number; withReasons: boolean }) =>
    card(accentOf(shown), [
      text(`-# ${joined(headingOf(words, shown), words.post.closed)}`, plain(question.stem)),
      divider(),
      text(...revealedOptions(words, shown, tally)),
      divider(),
      ...lessonOf(words, shown, withReasons),
      text(resultLine(words, shown, tally), rightMembersLine(words, tally, members)),
      buttons(button(customId('reasoning', 1, post.id), words.post.reasoning)),
    ]);
  // Mentions and reasons are long: show as much as Discord's limit leaves room for.
  const variants = [
    { members: 30, withReasons: true },
    { members: 5, withReasons: true },
    { members: 5, withReasons: false },
  ];
  for (const variant of variants) {
    const message = build(variant);
    if (textLength(message) <= MAX_TEXT) return message;
  }
  throw new Error(`the reveal of ${question.id} does not fit a message`);
}

function revealedOptions({ post: words }: Words, { post, question }: ShownQuestion, tally: Tally): string[] {
  const key = keyOf(question);
  const shareOf = sharesOf({ post, question }, tally);
  return post.optionOrder.map((id) => {
    const mark = key.includes(id) ? `✅ ${words.right}` : tally.answers === 0 && words.wrong;
    const share = tally.answers > 0 && words.chosenBy(tally.picks.get(id) ?? 0, tally.answers, shareOf(id));
    const letter = letterOf(post.optionOrder, id);
    return `**${letter}.** ${plain(optionText(question, id))} — **${joined(mark, share)}**`;
  });
}

/** What is to be learned from it, where anything was written. */
function lessonOf(words: Words, shown: ShownQuestion, withReasons: boolean): Part[] {
  const lines = [rememberLine(words, shown.question), ...(withReasons ? keyReasons(words, shown) : [])];
  return lines.some((line) => line !== null) ? [text(...lines)] : [];
}

function keyReasons({ post: words }: Words, { post, question }: ShownQuestion): string[] {
  const key = question.options.filter((option) => option.correct && option.why !== '');
  return key.map(
    (option) => `**${letterOf(post.optionOrder, option.id)}** ✅ ${words.right} – ${plain(option.why)}`,
  );
}

/**
 * Of each option, how many of the answers chose it. Where an answer is one option, the options share one whole, and
 * what is shown of them adds up to 100 %.
 */
function sharesOf(
  { post, question }: Pick<ShownQuestion, 'question'> & { post: { optionOrder: readonly string[] } },
  { picks, answers }: Tally,
): (id: string) => number {
  const counts = post.optionOrder.map((id) => picks.get(id) ?? 0);
  const isWhole = selectCount(question) === 1;
  const shares = isWhole
    ? wholePercents(counts).map((percent) => percent / 100)
    : counts.map((count) => count / answers);
  return (id) => shares[post.optionOrder.indexOf(id)] ?? 0;
}

/** Where one option is right, its share and that of the right answers are the same number. */
function resultLine({ post: words }: Words, { post, question }: ShownQuestion, tally: Tally): string {
  if (tally.answers === 0) return `-# ${words.nobody}`;
  const [key = '', ...more] = keyOf(question);
  const share = more.length === 0 ? sharesOf({ post, question }, tally)(key) : tally.correct / tally.answers;
  return words.result(tally.correct, tally.answers, share);
}

function rightMembersLine({ post: words }: Words, tally: Tally, limit: number): string | null {
  const named = tally.rightMembers.slice(0, limit).map((id) => `<@${id}>`);
  if (named.length === 0) return null;
  const more = tally.correct - named.length;
  return words.rightMembers(more > 0 ? [...named, words.more(more)] : named);
}
