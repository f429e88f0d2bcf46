// The report button, its form and its answers.

import { ComponentType, TextInputStyle } from 'discord.js';
import { button, card, type Message, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { type Modal, modal } from '#bot/modal.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import type { Words } from '#words/words.ts';
import { MAX_REPORT_TEXT, type ReportOutcome, reportKinds } from './rules.ts';
import { MAX_REPORTS_A_DAY } from './ticket.rules.ts';

/** Under the feedback on a question. */
export const feedback: Feedback = {
  buttons: ({ report }, { exam, id, version }) => [
    button(customId('report', 1, exam, id, version), report.button),
  ],
};

export function reportForm(
  { report }: Words,
  question: { exam: string; id: string; version: string },
): Modal {
  const id = customId('reportform', 1, question.exam, question.id, question.version);
  return modal(id, report.title(question.id), [
    {
      label: report.what,
      component: {
        type: ComponentType.StringSelect,
        custom_id: 'kind',
        required: true,
        options: reportKinds.map((kind) => ({ value: kind, label: report.kinds[kind] })),
      },
    },
    {
      label: report.how,
      description: report.howHint,
      component: {
        type: ComponentType.TextInput,
        custom_id: 'text',
        style: TextInputStyle.Paragraph,
        required: true,
        min_length: 5,
        max_length: MAX_REPORT_TEXT,
      },
    },
  ]);
}

export function showReported({ report }: Words, outcome: ReportOutcome): Message {
  const sentences = {
    reported: report.reported,
    'no-such-question': report.gone,
    blank: report.blank,
    'no-kind': report.chooseKind,
    'too-many': report.tooMany(MAX_REPORTS_A_DAY),
  };
  return card(null, [text(sentences[outcome.kind])]);
}
