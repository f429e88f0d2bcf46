// The button to private questions about a topic, which lessons, concepts and flashcards show.
import type { Answer, BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { showPost } from '#features/record/post/view.ts';
import { Refusal } from '#lib/refusal.ts';
import { askAlone } from './asking.actions.ts';
import { showNotAsked } from './notices.view.ts';
import { privately } from './pressing.ts';
import { findPrivateRound } from './private.actions.ts';
import { findOpenRound, startPrivately } from './private.commands.ts';
import { showWhichRound } from './private.view.ts';
import { ROUND_SIZES } from './rules.ts';

export const practice: Component = {
  name: 'practice',
  defer: 'none',
  async run(app, { interaction, args: [size = '', how = '', ...rest] }) {
    const count = ROUND_SIZES.find((each) => String(each) === size);
    // A topic is written with a colon of its own: "lesson:4.1".
    const topic = rest.join(':');
    if (!count || topic === '') throw new Refusal({ kind: 'outdated-component' });
    if (count === 1) return askOne(app, interaction, topic);
    const roundId = how === 'sure' ? null : await findOpenRound(app, interaction);
    if (roundId !== null) return privately((words) => showWhichRound(words, { roundId, topic, count }));
    const who = { serverId: interaction.guildId, memberId: interaction.user.id };
    const replaces = (await findPrivateRound(app, who))?.id ?? null;
    return startPrivately(app, interaction, { topic, count, replaces });
  },
};

/** Outside of any round, so that one that is unfinished stays. */
async function askOne(app: BotApp, interaction: ComponentInteraction, topic: string): Promise<Answer> {
  const outcome = await askAlone(app, {
    serverId: interaction.guildId,
    channelId: interaction.channelId ?? '',
    memberId: interaction.user.id,
    pressId: interaction.id,
    topic,
  });
  return outcome.kind === 'asked'
    ? privately((words) => showPost(words, outcome, 0))
    : privately((words) => showNotAsked(words, outcome));
}
