// *Explain this question*, on a message.
import type { MenuCommand } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { questionMenu } from '#bot/target.ts';
import { showExplained } from './explained.view.ts';
import { explainPost, explainQuestion } from './explaining.actions.ts';

const explain = questionMenu(
  ({ quiz }) => quiz.menu.explain,
  async (app, interaction, target) => {
    const reader = actorOf(interaction);
    const shown =
      target.kind === 'post'
        ? await explainPost(app, { ...reader, postId: target.postId })
        : await explainQuestion(app, { ...reader, ...target });
    return {
      kind: 'reply',
      private: true,
      message: (words) => showExplained(words, shown),
    };
  },
);

export const menus: readonly MenuCommand[] = [explain];
