// A question as its channel sees it: open, with its tally, and closed, with key and distribution.

import {
  button,
  buttons,
  type Choice,
  card,
  divider,
  MAX_TEXT,
  type Message,
  type Part,
  plain,
  select,
  shorten,
  text,
  textLength,
  timestamp,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { accentColorOf, findDomainOf, keyOf, type Pack, type Question, selectCount } from '#content/pack.ts';
import { wholePercents } from '#lib/shares.ts';
import type { Words } from '#words/words.ts';
import { LETTERS, letterOf, type PostKind, type Tally } from './rules.ts';

/** Accents of what was answered: green and red, always with words beside them. */
export const RIGHT = 0x2e9e6b;
export const WRONG = 0xc8503c;

type ShownPost = {
  id: number;
  kind: PostKind;
  edition: string;
  domain: string | null;
  optionOrder: readonly string[];
  closesAt: Date | null;
  position: number | null;
  size: number;
  /** How many questions were asked for, where there are fewer. */
  wanted?: number | null;
  isLate: boolean;
  pingRole: string | null;
};

export type ShownQuestion = { post: ShownPost; pack: Pack; question: Question };

/** The open question. `answers` is how many members have answered so far. */
export function showPost(words: Words, shown: ShownQuestion, answers: number): Message {
  const { post, question } = shown;
  const isPublic = post.kind !== 'private';
  const message = card(accentOf(shown), [
    // A mention inside a text display is what pings.
    post.pingRole !== null && text(`<@&${post.pingRole}>`),
    post.wanted ? text(`-# ${words.post.fewer(post.size)}`) : null,
    text(`-# ${headingOf(words, shown)}`, plain(question.stem)),
    divider(),
    text(...optionLines(post.optionOrder, question)),
    text(
      `-# ${joined(words.post.select[selectCount(question)], isPublic && openLine(words, post, answers))}`,
    ),
    ...answerControls(words, shown),
  ]);
  return post.pingRole ? { ...message, pingRoles: [post.pingRole] } : message;
}

/** The closed question: key, a short explanation, who chose what, and (visible) members who were right. */
export function showReveal(words: Words, shown: ShownQuestion, tally: Tally): Message {
  const { post, question } = shown;
  const build = ({ members, withReasons }: { members: number; withReasons: boolean }) =>
    card(accentOf(shown), [
      text(`-# ${joined(headingOf(words, shown), words.post.closed)}`, plain(question.stem)),
      divider(),
      text(...revealedOptions(words, shown, tally)),
      divider(),
      text(rememberLine(words, question), ...(withReasons ? keyReasons(shown) : [])),
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

/** Letters with full option texts, in the order in which they are shown. */
export function optionLines(optionOrder: readonly string[], question: Question): string[] {
  return optionOrder.map((id) => `**${letterOf(optionOrder, id)}.** ${plain(optionText(question, id))}`);
}

export function optionText(question: Question, id: string): string {
  const option = question.options.find((candidate) => candidate.id === id);
  if (!option) throw new Error(`${question.id} has no option ${id}`);
  return option.text;
}

/** The options as entries of a menu, named by letter and text. */
export function optionChoices(
  optionOrder: readonly string[],
  question: Question,
  picks: readonly string[] = [],
): Choice[] {
  return optionOrder.map((id) => ({
    value: id,
    label: shorten(`${letterOf(optionOrder, id)}. ${optionText(question, id)}`, 100),
    selected: picks.includes(id),
  }));
}

/** The letters of the key in one post, "B" or "A and D". */
export function keyLetters(words: Words, question: Question, optionOrder: readonly string[]): string {
  const letters = keyOf(question).map((id) => letterOf(optionOrder, id));
  return words.post.letters(letters.toSorted());
}

export function rememberLine(words: Words, question: Question): string {
  return `${words.post.remember} ${plain(question.takeaway)}`;
}

/** Domain, difficulty and where the question came from. */
export function headingOf({ post: words }: Words, { post, pack, question }: ShownQuestion): string {
  const domain = findDomainOf(pack, { ...post, question });
  const source = {
    quiz: null,
    round: words.source.round(post.position ?? 1, post.size),
    daily: post.isLate ? words.source.dailyLate : words.source.daily,
    private: post.size > 1 ? words.source.privateRound(post.position ?? 1, post.size) : words.source.private,
    test: words.source.test,
  }[post.kind];
  const isPractice = post.kind === 'private' || post.kind === 'test';
  const difficulty = words.difficulty[question.difficulty];
  return joined(
    source,
    domain && words.domain(domain.id, domain.name),
    isPractice ? difficulty : words.worth(difficulty, question.difficulty),
  );
}

/** The domain's colour; none for a question whose domain the edition no longer has. */
function accentOf({
  post,
  pack,
  question,
}: Pick<ShownQuestion, 'pack' | 'question'> & { post: { edition: string; domain: string | null } }):
  | number
  | null {
  const domain = findDomainOf(pack, { ...post, question });
  return domain && accentColorOf(domain);
}

/** The thread under a question: of the day by its date, so that one can be told from the next. */
export function threadName({ post: words, forms }: Words, post: { localDate: string | null }): string {
  return post.localDate ? words.thread.daily(forms.date(post.localDate)) : words.thread.question;
}

/** What there is to say in one line. */
export function joined(...parts: (string | null | false)[]): string {
  return parts.filter((part) => part !== null && part !== false).join(' · ');
}

function openLine({ post: words }: Words, post: ShownPost, answers: number): string {
  return joined(post.closesAt && words.closes(timestamp(post.closesAt)), words.answered(answers));
}

function answerControls({ post: words }: Words, { post, question }: ShownQuestion): Part[] {
  const needed = selectCount(question);
  // In a row of their own: nobody who aims at an answer ends the question for all.
  const ends =
    post.kind !== 'private' &&
    buttons(
      button(customId('close', 1, post.id), words.closeNow),
      post.kind === 'round' && button(customId('endround', 1, post.id), words.endRound),
    );
  const withEnds = (answering: Part) => (ends ? [answering, ends] : [answering]);
  if (needed === 1) {
    const letters = post.optionOrder.map((id, index) =>
      button(customId('answer', 1, post.id, index), letterOf(post.optionOrder, id), { style: 'primary' }),
    );
    return withEnds(buttons(...letters));
  }
  const choices = post.optionOrder.map((id, index) => ({
    value: String(index),
    label: LETTERS[index] ?? '',
    // Menus show text as it is: no markup.
    description: shorten(optionText(question, id).replaceAll('`', ''), 100),
  }));
  return withEnds(
    select(customId('answer', 1, post.id, 'menu'), words.choose[needed], { choices, pick: needed }),
  );
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

function keyReasons({ post, question }: ShownQuestion): string[] {
  const key = question.options.filter((option) => option.correct);
  return key.map((option) => `✅ **${letterOf(post.optionOrder, option.id)}** – ${plain(option.why)}`);
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
