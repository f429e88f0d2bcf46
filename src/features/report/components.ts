// The Report button and its form.
import type { Component } from '#bot/feature.ts';
import { Refusal } from '#lib/refusal.ts';
import { reportQuestion } from './actions.ts';
import { isReportKind } from './rules.ts';
import { reportForm, showReported } from './view.ts';

const open: Component = {
  name: 'report',
  defer: 'none',
  async run(_app, { args: [exam = '', id = '', version = '1'] }) {
    return { kind: 'modal', modal: reportForm({ exam, id, version }) };
  },
};

const submit: Component = {
  name: 'reportform',
  defer: 'none',
  async run(app, { interaction, args: [exam = '', questionId = '', version = '1'] }) {
    if (!interaction.isModalSubmit()) throw new Refusal({ kind: 'outdated-component' });
    const [kind] = interaction.fields.getStringSelectValues('kind');
    if (!isReportKind(kind))
      throw new Refusal({ kind: 'bad-input', field: 'What is wrong?', problem: 'please choose one.' });
    const outcome = await reportQuestion(app, {
      exam,
      questionId,
      questionVersion: Number(version),
      memberId: interaction.user.id,
      serverId: interaction.guildId,
      kind,
      text: interaction.fields.getTextInputValue('text'),
    });
    return { kind: 'reply', private: true, message: showReported(outcome) };
  },
};

export const components: readonly Component[] = [open, submit];
