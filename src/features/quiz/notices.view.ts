// Short private notices of the quiz: why nothing was asked, a round's end, a channel's history.
import { button, buttons, card, type Message, plain, select, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { headingOf, type ShownQuestion, shorten, timestamp } from './post.view.ts';

export type NotAskedNotice =
  | { kind: 'unknown-topic'; typed: string }
  | { kind: 'no-questions' }
  | { kind: 'cooling-down'; untilAt: Date };

export function showNotAsked(notice: NotAskedNotice): Message {
  return card(null, [text(notAskedSentence(notice))]);
}

function notAskedSentence(notice: NotAskedNotice): string {
  switch (notice.kind) {
    case 'unknown-topic':
      return `I have no questions on “${plain(shorten(notice.typed, 80))}” in this server’s exam edition: start typing in \`topic\` and choose from the list.`;
    case 'no-questions':
      return 'There is no question for this server’s exam edition yet: an admin can choose another edition with `/setup server`.';
    case 'cooling-down':
      return `One question at a time: you can start the next one ${timestamp(notice.untilAt)}. Meanwhile, answer the one above!`;
  }
}

/** Said privately under a public question when all questions of its pool have been asked in the channel before. */
export function showExhausted(): Message {
  return card(null, [
    text('All questions of this choice have been asked here, so the one asked longest ago came again.'),
  ]);
}

export function showRoundEnd(end: { right: number; size: number }): Message {
  return card(null, [
    text(
      `### Round finished: ${end.right} of ${end.size} right`,
      'Private questions are practice: they count for your streak, not for the leaderboard.',
      '-# `/quiz private:True` starts the next round.',
    ),
  ]);
}

export function showNoSuchQuestion(): Message {
  return card(null, [text('This question is no longer available: please start a new one with `/quiz`.')]);
}

export function showClosedAlready(): Message {
  return card(null, [text('This question is closed already: its key appears within a few seconds.')]);
}

/** Closed questions of a channel; choosing one shows its reveal again. */
export function showHistory(closed: readonly ShownQuestion[]): Message {
  if (closed.length === 0) {
    return card(null, [
      text(
        'No question has been closed in this channel yet: start one with `/quiz`, and find it here afterwards.',
      ),
    ]);
  }
  const choices = closed.map((shown) => ({
    value: String(shown.post.id),
    // Menus show text as it is: no markup.
    label: shorten(shown.question.stem.replaceAll('`', ''), 100),
    description: shorten(headingOf(shown), 100),
  }));
  return card(null, [
    text(
      '### Closed questions in this channel',
      '-# Choose one to see its key, the reasoning and how everybody answered.',
    ),
    select(customId('history', 1), 'Choose a question', { choices }),
  ]);
}

/** Under a resumed private round: the way to a new one. */
export function startOverRow(roundId: number) {
  return buttons(button(customId('startover', 1, roundId), 'End this round'));
}
