// The button under the feedback that puts a question on the member's list.
import { card, text } from '#bot/card.ts';
import type { Answer, BotApp, Component, MenuCommand } from '#bot/feature.ts';
import { EVERYWHERE } from '#bot/ground.ts';
import { namedMenu } from '#bot/localize.ts';
import { targetOf } from '#bot/target.ts';
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
  {
    data: { type: 3, ...namedMenu(({ review }) => review.menu), ...EVERYWHERE },
    defer: 'none',
    async run(app, interaction) {
      const target = targetOf(interaction);
      const asked = target && (await questionOf(app, target));
      if (!asked)
        return { kind: 'reply', private: true, message: ({ quiz }) => card(null, [text(quiz.menu.notOurs)]) };
      return put(app, { memberId: interaction.user.id, ...asked });
    },
  },
];

export const components: readonly Component[] = [add];
