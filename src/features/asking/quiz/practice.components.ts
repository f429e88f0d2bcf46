// The button to private questions about a topic, which lessons, concepts and flashcards show.

import type { Answer, BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { privately } from '#bot/pressing.ts';
import { showPost } from '#features/record/post/view.ts';
import { Refusal } from '#lib/refusal.ts';
import { askAlone } from './asking.actions.ts';
import { showNotAsked } from './notices.view.ts';
import { goOnOrStart } from './private.commands.ts';
import { ANY_TOPIC } from './private.view.ts';
import { ROUND_SIZES } from './rules.ts';

export const practice: Component = {
  name: 'practice',
  defer: 'none',
  async run(app, { interaction, args: [size = '', ...rest] }) {
    const count = ROUND_SIZES.find((each) => String(each) === size);
    // A topic is written with a colon of its own: "lesson:4.1". What follows an @ only tells its message from others.
    const [about = ''] = rest.join(':').split('@');
    if (!count || about === '') throw new Refusal({ kind: 'outdated-component' });
    const topic = about === ANY_TOPIC ? null : about;
    return count === 1 ? askOne(app, interaction, topic) : goOnOrStart(app, interaction, { topic, count });
  },
};

/** Outside of any round, so that one that is unfinished stays. */
async function askOne(app: BotApp, interaction: ComponentInteraction, topic: string | null): Promise<Answer> {
  const outcome = await askAlone(app, {
    ...actorOf(interaction),
    channelId: interaction.channelId ?? '',
    pressId: interaction.id,
    topic,
  });
  return outcome.kind === 'asked'
    ? privately((words) => showPost(words, outcome, 0))
    : privately((words) => showNotAsked(words, outcome));
}
