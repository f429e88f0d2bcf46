// The Report button and its form.

import type { Component, MenuCommand } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { questionMenu } from '#bot/target.ts';
import { Refusal } from '#lib/refusal.ts';
import { questionOf, reportQuestion } from './actions.ts';
import { reportForm, showReported } from './view.ts';

const open: Component = {
  name: 'report',
  defer: 'none',
  async run(_app, { args: [exam = '', id = '', version = '1'] }) {
    return { kind: 'modal', modal: (words) => reportForm(words, { exam, id, version }) };
  },
};

const submit: Component = {
  name: 'reportform',
  defer: 'none',
  async run(app, { interaction, args: [exam = '', questionId = '', version = '1'] }) {
    if (!interaction.isModalSubmit()) throw new Refusal({ kind: 'outdated-component' });
    const outcome = await reportQuestion(app, {
      exam,
      questionId,
      questionVersion: Number(version),
      ...actorOf(interaction),
      kind: interaction.fields.getStringSelectValues('kind')[0] ?? '',
      text: interaction.fields.getTextInputValue('text'),
    });
    return { kind: 'reply', private: true, message: (words) => showReported(words, outcome) };
  },
};

/** *Report*, on a message. */
export const menus: readonly MenuCommand[] = [
  questionMenu(
    ({ report }) => report.button,
    async (app, _interaction, target) => {
      const asked = await questionOf(app, target);
      if (!asked) return null;
      const { exam, questionId: id, version } = asked;
      return { kind: 'modal', modal: (words) => reportForm(words, { exam, id, version: String(version) }) };
    },
  ),
];

export const components: readonly Component[] = [open, submit];
