// The button under the feedback that puts a question on the member's list.
import type { Answer, BotApp, Component, MenuCommand } from '#bot/feature.ts';
import { questionMenu } from '#bot/target.ts';
import { addQuestions, questionOf } from './actions.ts';
import { showAdded } from './view.ts';

const add: Component = {
  name: 'reviewadd',
  defer: 'none',
  async run(app, { interaction, args: [exam = '', questionId = ''] }) {
    return put(app, { memberId: interaction.user.id, exam, questionId });
  },
};

async function put(
  app: BotApp,
  { memberId, exam, questionId }: { memberId: string; exam: string; questionId: string },
): Promise<Answer> {
  const isKnown = (await app.content.packOf(exam))?.questions.has(questionId) ?? false;
  const added = isKnown ? await addQuestions(app, { memberId, exam, questionIds: [questionId] }) : null;
  return { kind: 'reply', private: true, message: (words) => showAdded(words, added) };
}

/** *Add to my review*, on a message. */
export const menus: readonly MenuCommand[] = [
  questionMenu(
    ({ review }) => review.menu,
    async (app, interaction, target) => {
      const asked = await questionOf(app, target);
      return asked && put(app, { memberId: interaction.user.id, ...asked });
    },
  ),
];

export const components: readonly Component[] = [add];
