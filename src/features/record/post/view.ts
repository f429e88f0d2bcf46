// A question as its channel sees it: open, with its tally, and closed, with key and distribution.

import {
  button,
  buttons,
  type Choice,
  card,
  divider,
  type Message,
  type Part,
  plain,
  select,
  shorten,
  text,
  timestamp,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { accentColorOf, findDomainOf, keyOf, type Pack, type Question, selectCount } from '#content/pack.ts';
import type { Words } from '#words/words.ts';
import { LETTERS, letterOf, type PostKind } from './rules.ts';

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

/** Null where nobody wrote one. */
export function rememberLine(words: Words, question: Question): string | null {
  return hasTakeaway(question) ? `${words.post.remember} ${plain(question.takeaway)}` : null;
}

/** A server's own questions may have none. */
export function hasTakeaway({ takeaway }: Question): boolean {
  return takeaway !== '';
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
export function accentOf({
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
