// The report form and its answers.

import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { card, type Message, text } from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import { MAX_REPORT_TEXT, type ReportKind, reportKinds } from './rules.ts';

const kindLabels: Record<ReportKind, string> = {
  'wrong-key': 'The answer marked right is wrong',
  outdated: 'It is outdated',
  unclear: 'It is unclear, or two answers fit',
  typo: 'A typo or layout fault',
  other: 'Something else',
};

export function reportForm(question: {
  exam: string;
  id: string;
  version: string;
}): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId('reportform', 1, question.exam, question.id, question.version),
    title: `Report question ${question.id}`,
    components: [
      {
        type: ComponentType.Label,
        label: 'What is wrong?',
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'kind',
          required: true,
          options: reportKinds.map((kind) => ({ value: kind, label: kindLabels[kind] })),
        },
      },
      {
        type: ComponentType.Label,
        label: 'What should it say, and how do you know?',
        description: 'A link to the documentation helps most.',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'text',
          style: TextInputStyle.Paragraph,
          required: true,
          min_length: 5,
          max_length: MAX_REPORT_TEXT,
        },
      },
    ],
  };
}

export function showReported(outcome: { kind: 'reported' | 'no-such-question' }): Message {
  switch (outcome.kind) {
    case 'reported':
      return card(null, [
        text('Thank you: your report is saved and goes to the people who keep this question bank.'),
      ]);
    case 'no-such-question':
      return card(null, [
        text('This question is no longer in the bank, so there is nothing left to report.'),
      ]);
  }
}
