// The button under the feedback that puts a question on the member's list.
import type { Component } from '#bot/feature.ts';
import { addQuestions } from './actions.ts';
import { showAdded } from './view.ts';

const add: Component = {
  name: 'reviewadd',
  defer: 'none',
  async run(app, { interaction, args: [exam = '', questionId = ''] }) {
    const memberId = interaction.user.id;
    const isKnown = (await app.content.packOf(exam))?.questions.has(questionId) ?? false;
    const added = isKnown ? await addQuestions(app, { memberId, exam, questionIds: [questionId] }) : null;
    return { kind: 'reply', private: true, message: (words) => showAdded(words, added) };
  },
};

export const components: readonly Component[] = [add];
