// A page of a channel's closed questions: when, about what, the beginning of each; one can be opened.
import { button, buttons, card, type Message, plain, select, shorten, text, timestamp } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { formatTopic, type Topic } from '#content/pack.ts';
import { headingOf, type ShownQuestion } from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';
import { oneLine, plainLine } from './history.rules.ts';
import { type UnknownTopicNotice, unknownTopicSentence } from './notices.view.ts';

export type HistoryShown =
  | {
      kind: 'page';
      questions: readonly ShownQuestion[];
      newer: number | null;
      older: number | null;
      topic: { topic: Topic; name: string } | null;
      until: string | null;
    }
  | UnknownTopicNotice
  | { kind: 'unknown-day'; typed: string };

/** About two lines on a phone. */
const BEGINNING = 100;

export function showHistory(words: Words, shown: HistoryShown): Message {
  switch (shown.kind) {
    case 'unknown-topic':
      return card(null, [text(unknownTopicSentence(words.quiz, shown))]);
    case 'unknown-day':
      return card(null, [text(words.quiz.closedHere.unknownDay(plain(shorten(shown.typed, 80))))]);
    case 'page':
      return showPage(words, shown);
  }
}

type Page = Extract<HistoryShown, { kind: 'page' }>;

function showPage(words: Words, page: Page): Message {
  const { closedHere } = words.quiz;
  const title = `### ${closedHere.title}`;
  const scope = [
    page.topic && plain(nameTopic(words, page.topic)),
    page.until && closedHere.until(words.forms.date(page.until)),
  ].filter((part) => part !== null);
  const about = scope.length > 0 && `**${scope.join(' · ')}**`;
  if (page.questions.length === 0) {
    const isAll = page.topic === null && page.until === null && page.older === null && page.newer === null;
    return card(null, [
      isAll ? text(closedHere.none) : text(title, about, closedHere.noneSuch),
      pageButtons(words, page),
    ]);
  }
  const lines = page.questions.map((shown, index) => {
    const when = shown.post.closesAt && timestamp(shown.post.closesAt, 'D');
    const heading = [when, headingOf(words, shown)].filter((part) => part !== null).join(' · ');
    const beginning = plain(shorten(oneLine(shown.question.stem), BEGINNING));
    return `-# ${heading}\n${closedHere.entry(index + 1, beginning)}`;
  });
  const choices = page.questions.map((shown, index) => ({
    value: String(shown.post.id),
    // Menus show text as it is: no markup.
    label: shorten(`${index + 1}. ${plainLine(shown.question.stem)}`, 100),
    description: shorten(headingOf(words, shown), 100),
  }));
  return card(null, [
    text(title, about, `-# ${closedHere.hint}`),
    text(...lines),
    select(customId('history', 1), closedHere.choose, { choices }),
    pageButtons(words, page),
  ]);
}

export function nameTopic(
  { common }: Words,
  { topic: { kind, id }, name }: { topic: Topic; name: string },
): string {
  if (kind === 'domain') return common.domain(id, name);
  return kind === 'module' ? common.module(id, name) : name;
}

function pageButtons({ quiz: { closedHere } }: Words, { newer, older, topic }: Page) {
  if (newer === null && older === null) return null;
  const about = topic ? [formatTopic(topic.topic)] : [];
  const idOf = (way: 'newer' | 'older', postId: number) => customId('historypage', 1, way, postId, ...about);
  return buttons(
    newer !== null && button(idOf('newer', newer), `◀ ${closedHere.newer}`),
    older !== null && button(idOf('older', older), `${closedHere.older} ▶`),
  );
}
