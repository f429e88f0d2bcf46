// *Explain this question*, on a message.
import { card, text } from '#bot/card.ts';
import type { Answer, MenuCommand } from '#bot/feature.ts';
import { actorOf, EVERYWHERE } from '#bot/ground.ts';
import { namedMenu } from '#bot/localize.ts';
import { targetOf } from '#bot/target.ts';
import { explainPost, explainQuestion } from './explaining.actions.ts';
import { showReasoning } from './feedback.view.ts';
import { showStillOpen } from './notices.view.ts';

const explain: MenuCommand = {
  data: { type: 3, ...namedMenu(({ quiz }) => quiz.menu.explain), ...EVERYWHERE },
  defer: 'none',
  async run(app, interaction) {
    const target = targetOf(interaction);
    if (!target) return notOurs();
    const reader = actorOf(interaction);
    const shown =
      target.kind === 'post'
        ? await explainPost(app, { ...reader, postId: target.postId })
        : await explainQuestion(app, { ...reader, ...target });
    return {
      kind: 'reply',
      private: true,
      message: (words) => (shown ? showReasoning(words, shown) : showStillOpen(words)),
    };
  },
};

/** On a message that is no question of ours. */
function notOurs(): Answer {
  return { kind: 'reply', private: true, message: ({ quiz }) => card(null, [text(quiz.menu.notOurs)]) };
}

export const menus: readonly MenuCommand[] = [explain];
