// A question as its channel sees it: open, with its tally, and closed, with key and distribution.

import {
  button,
  buttons,
  card,
  divider,
  type Message,
  type Part,
  plain,
  select,
  text,
  textLength,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { accentColorOf, domainOf, keyOf, type Pack, type Question, selectCount } from '#content/pack.ts';
import { LETTERS, letterOf, type PostKind, type Tally } from './rules.ts';

export type ShownPost = {
  id: number;
  kind: PostKind;
  edition: string;
  optionOrder: readonly string[];
  closesAt: Date | null;
  position: number | null;
  isLate: boolean;
  pingRole: string | null;
};

export type ShownQuestion = { post: ShownPost; pack: Pack; question: Question; size: number };

const SELECT_WORDS = { 1: 'ONE', 2: 'TWO', 3: 'THREE' } as const;
const DIFFICULTY_WORDS = { 1: 'easy', 2: 'medium', 3: 'hard' } as const;
/** Discord's limit for all text displays of one message together. */
const MAX_TEXT = 4000;

/** The open question. `answers` is how many members have answered so far. */
export function showPost(shown: ShownQuestion, answers: number): Message {
  const { post, question } = shown;
  const isPublic = post.kind !== 'private';
  const message = card(accentOf(shown), [
    // A mention inside a text display is what pings.
    post.pingRole !== null && text(`<@&${post.pingRole}>`),
    text(`-# ${headingOf(shown)}`, plain(question.stem)),
    divider(),
    text(...optionLines(shown)),
    text(
      `-# Select ${SELECT_WORDS[selectCount(question)]}${isPublic ? ` · ${openLine(post, answers)}` : ''}`,
    ),
    ...answerControls(shown),
  ]);
  return post.pingRole ? { ...message, pingRoles: [post.pingRole] } : message;
}

/** The closed question: key, a short explanation, who chose what, and (visible) members who were right. */
export function showReveal(shown: ShownQuestion, tally: Tally): Message {
  const { post, question } = shown;
  const build = ({ members, withReasons }: { members: number; withReasons: boolean }) =>
    card(accentOf(shown), [
      text(`-# ${headingOf(shown)} · closed`, plain(question.stem)),
      divider(),
      text(...revealedOptions(shown, tally)),
      divider(),
      text(`**Remember:** ${plain(question.takeaway)}`, ...(withReasons ? keyReasons(shown) : [])),
      text(resultLine(tally), rightMembersLine(tally, members)),
      buttons(button(customId('reasoning', 1, post.id), 'Reasoning for every option')),
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

/** Letters with full option texts, in the order of this post. */
function optionLines({
  post,
  question,
}: Pick<ShownQuestion, 'question'> & { post: Pick<ShownPost, 'optionOrder'> }): string[] {
  return post.optionOrder.map(
    (id) => `**${letterOf(post.optionOrder, id)}.** ${plain(optionText(question, id))}`,
  );
}

export function optionText(question: Question, id: string): string {
  const option = question.options.find((candidate) => candidate.id === id);
  if (!option) throw new Error(`${question.id} has no option ${id}`);
  return option.text;
}

/** The letters of the key in one post, "B" or "A and D". */
export function keyLetters(question: Question, optionOrder: readonly string[]): string {
  const letters = keyOf(question).map((id) => letterOf(optionOrder, id));
  return joinWords(letters.toSorted());
}

export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Domain, difficulty and where the question came from. */
export function headingOf({ post, pack, question, size }: ShownQuestion): string {
  const domain = domainOf(pack, post.edition, question);
  const points = question.difficulty === 1 ? '1 point' : `${question.difficulty} points`;
  const source = {
    quiz: null,
    round: `Question ${post.position ?? 1} of ${size}`,
    daily: post.isLate ? 'Question of the day (posted late)' : 'Question of the day',
    private: size > 1 ? `Question ${post.position ?? 1} of ${size}, only for you` : 'Only for you',
    test: 'Test post, counts for nothing',
  }[post.kind];
  const worth = post.kind === 'private' || post.kind === 'test' ? '' : ` (${points})`;
  return [source, `Domain ${domain.id}: ${domain.name}`, `${DIFFICULTY_WORDS[question.difficulty]}${worth}`]
    .filter((part) => part !== null)
    .join(' · ');
}

export function accentOf({
  post,
  pack,
  question,
}: Pick<ShownQuestion, 'pack' | 'question'> & { post: { edition: string } }): number {
  return accentColorOf(domainOf(pack, post.edition, question));
}

export function timestamp(at: Date, style: 'R' | 'F' | 't' | 'D' = 'R'): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:${style}>`;
}

function openLine(post: ShownPost, answers: number): string {
  const count = answers === 0 ? 'nobody has answered yet' : `${answers} answered`;
  return post.closesAt ? `closes ${timestamp(post.closesAt)} · ${count}` : count;
}

function answerControls(shown: ShownQuestion): Part[] {
  const { post, question } = shown;
  const needed = selectCount(question);
  const close = post.kind === 'private' ? null : button(customId('close', 1, post.id), 'Close now');
  if (needed === 1) {
    const letters = post.optionOrder.map((id, index) =>
      button(customId('answer', 1, post.id, index), letterOf(post.optionOrder, id), { style: 'primary' }),
    );
    return [buttons(...letters, close)];
  }
  const choices = post.optionOrder.map((id, index) => ({
    value: String(index),
    label: LETTERS[index] ?? '',
    // Menus show text as it is: no markup.
    description: shorten(optionText(question, id).replaceAll('`', ''), 100),
  }));
  const menu = select(customId('answer', 1, post.id, 'menu'), `Choose ${SELECT_WORDS[needed]} options`, {
    choices,
    pick: needed,
  });
  return close ? [menu, buttons(close)] : [menu];
}

function revealedOptions({ post, question }: ShownQuestion, tally: Tally): string[] {
  const key = keyOf(question);
  return post.optionOrder.map((id) => {
    const chosen = tally.picks.get(id) ?? 0;
    const mark = key.includes(id) ? '✅ right · ' : '';
    const share =
      tally.answers === 0 ? '' : `${mark}${chosen} of ${tally.answers} (${percent(chosen, tally.answers)})`;
    return `**${letterOf(post.optionOrder, id)}.** ${plain(optionText(question, id))} — **${share || mark.replace(' · ', '') || 'wrong'}**`;
  });
}

function keyReasons({ post, question }: ShownQuestion): string[] {
  const key = question.options.filter((option) => option.correct);
  return key.map((option) => `✅ **${letterOf(post.optionOrder, option.id)}** – ${plain(option.why)}`);
}

function resultLine(tally: Tally): string {
  if (tally.answers === 0) return '-# Nobody answered this one.';
  return `**${tally.correct} of ${tally.answers}** ${tally.answers === 1 ? 'answer was' : 'answers were'} right (${percent(tally.correct, tally.answers)}).`;
}

function rightMembersLine(tally: Tally, limit: number): string | null {
  const named = tally.rightMembers.slice(0, limit).map((id) => `<@${id}>`);
  if (named.length === 0) return null;
  const more = tally.correct - named.length;
  return `Right: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}

/** Shortens for a label, on a character that a reader can tell was cut. */
export function shorten(content: string, limit: number): string {
  return content.length <= limit ? content : `${content.slice(0, limit - 1).trimEnd()}…`;
}
