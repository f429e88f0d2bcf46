// The queue of reviewers, the forms of their decisions, and what a changed key would do.

import { ComponentType, TextInputStyle } from 'discord.js';
import { button, buttons, card, type Message, type Part, plain, select, shorten, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { type Modal, modal } from '#bot/modal.ts';
import { keyOf, type Question } from '#content/pack.ts';
import { LETTERS } from '#features/record/post/rules.ts';
import { optionChoices, RIGHT } from '#features/record/post/view.ts';
import type { Words } from '#words/words.ts';
import { MAX_REASON, type RegradeKind, type TicketStatus } from './ticket.rules.ts';
import type { ShownTicket } from './ticket.view.ts';

type Row = { id: number; questionId: string; pack: string; reports: number; status: TicketStatus };

export function showQueue({ report: { queue } }: Words, rows: readonly Row[]): Message {
  if (rows.length === 0) return card(RIGHT, [text(`### ${queue.title}`, queue.empty)]);
  const lines = rows.map(({ questionId, pack, reports, status }) =>
    status === 'open'
      ? queue.line(questionId, plain(pack), reports)
      : `-# ${queue.line(questionId, plain(pack), reports)} · ${queue.state[status]}`,
  );
  return card(null, [
    text(
      `### ${queue.title}`,
      rows.every(({ status }) => status !== 'open') && queue.empty,
      ...lines.slice(0, 15),
    ),
    select(customId('ticketlook', 1), queue.look, {
      choices: rows.map(({ id, questionId, pack }) => ({
        value: String(id),
        label: questionId,
        description: pack,
      })),
    }),
  ]);
}

/** Which options are right: for another key, or which one besides the one that is. */
export function showKeyChoice(words: Words, { ticket, question }: ShownTicket, how: RegradeKind): Message {
  const { queue } = words.report;
  const right = keyOf(question);
  const offered = question.options.filter(({ id }) => how === 'rekeyed' || !right.includes(id));
  const ids = question.options.map(({ id }) => id);
  const choices = optionChoices(ids, question).filter(({ value }) => offered.some(({ id }) => id === value));
  const sizes = how === 'either' ? [1] : [1, 2, 3].filter((size) => size < question.options.length);
  return card(null, [
    text(how === 'either' ? queue.chooseSecond : queue.chooseKey),
    text(
      ...question.options.map(
        (option, index) => `**${LETTERS[index]}.** ${plain(shorten(option.text, 220))}`,
      ),
    ),
    ...sizes.map(
      (pick): Part =>
        select(customId('ticketchose', 1, ticket.id, how, pick), `${words.post.select[pick as 1 | 2 | 3]}`, {
          choices,
          pick,
        }),
    ),
    buttons(button(customId('ticketback', 1, ticket.id), words.authoring.cancel)),
  ]);
}

export type ShownRun = {
  screen: ShownTicket;
  how: RegradeKind;
  key: readonly string[];
  answers: number;
  members: number;
  boards: number;
  places: number;
  mark: string;
};

export function showDryRun(words: Words, run: ShownRun, isStale: boolean): Message {
  const { queue } = words.report;
  const { ticket, question } = run.screen;
  const letters = lettersOf(question, run.key);
  return card(null, [
    text(`### ${queue.dryTitle}`, isStale && `**${queue.stale}**`),
    text(
      `**${words.post.letters(letters)}** – ✅ ${words.post.right}`,
      queue.dry(run.answers, run.members),
      queue.places(run.places, run.boards),
    ),
    text(`-# ${queue.keeps}`, run.how === 'either' && `-# ${queue.eitherRetires}`),
    buttons(
      button(customId('ticketdo', 1, ticket.id, run.how, run.key.join('+'), run.mark), queue.doIt, {
        style: 'success',
      }),
      button(customId('ticketback', 1, ticket.id), words.authoring.cancel),
    ),
  ]);
}

/** As the ticket shows them: options in the order of their ids. */
function lettersOf(question: Question, key: readonly string[]): string[] {
  return question.options.flatMap(({ id }, index) => (key.includes(id) ? [LETTERS[index] ?? ''] : []));
}

export function rejectForm({ report: { queue } }: Words, ticketId: number): Modal {
  return modal(customId('ticketrejectform', 1, ticketId), queue.rejectTitle, [
    {
      label: queue.rejectReason,
      component: {
        type: ComponentType.TextInput,
        custom_id: 'reason',
        style: TextInputStyle.Paragraph,
        required: true,
        min_length: 5,
        max_length: MAX_REASON,
      },
    },
  ]);
}

export function fixForm({ report: { queue } }: Words, ticketId: number, { stem, options }: Question): Modal {
  const field = (id: string, label: string, value: string) => ({
    label,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: id,
      style: TextInputStyle.Paragraph,
      required: true,
      max_length: 4_000,
      value: value.slice(0, 4_000),
    },
  });
  const lines = options.map(({ text: option }) => option.replaceAll('\n', '\\n')).join('\n');
  return modal(customId('tickettextform', 1, ticketId), queue.textTitle, [
    field('stem', queue.stem, stem),
    field('options', queue.options, lines),
  ]);
}

/** A reveal with what was corrected afterwards under it. */
export function withCorrection(
  words: Words,
  reveal: Message,
  {
    question,
    optionOrder,
    key,
  }: { question: Question; optionOrder: readonly string[]; key: readonly string[] },
): Message {
  const letters = optionOrder.flatMap((id, index) =>
    key.includes(id) && question ? [LETTERS[index] ?? ''] : [],
  );
  const [first, ...more] = reveal.components;
  if (!first || !('components' in first) || first.type !== ComponentType.Container) return reveal;
  const noted = {
    ...first,
    components: [...first.components, text(words.report.queue.notedKey(words.post.letters(letters)))],
  };
  return { ...reveal, components: [noted, ...more] };
}
