// /quiz; /history is beside.

import type { Answer, BotApp, Command, CommandInteraction } from '#bot/feature.ts';
import { actorIn, EVERYWHERE, serverHere } from '#bot/ground.ts';
import { choice, named } from '#bot/localize.ts';
import { answerAsked, requirePermissions } from './asked.ts';
import { askInChannel } from './asking.actions.ts';
import { offerTopics } from './drawing.actions.ts';
import { historyCommand } from './history.commands.ts';
import { showBadOpenFor } from './notices.view.ts';
import { PACES, timingOf } from './pace.rules.ts';
import { runPrivateQuiz } from './private.commands.ts';
import { DEFAULT_OPEN_MINUTES, parseOpenFor, ROUND_SIZES } from './rules.ts';

const quizCommand: Command = {
  group: 'practise',
  data: {
    ...named(({ quiz }) => quiz.command.quiz),
    ...EVERYWHERE,
    options: [
      { type: 3, ...named(({ quiz }) => quiz.command.topic), autocomplete: true, max_length: 100 },
      {
        type: 4,
        ...named(({ quiz }) => quiz.command.count),
        choices: ROUND_SIZES.map((size) => choice(size, ({ quiz }) => quiz.counts[size])),
      },
      {
        type: 3,
        ...named(({ quiz }) => quiz.command.pace),
        choices: PACES.map((pace) => choice(pace, ({ quiz }) => quiz.paces[pace])),
      },
      { type: 3, ...named(({ quiz }) => quiz.command.openFor), max_length: 20 },
      { type: 5, ...named(({ quiz }) => quiz.command.private) },
    ],
  },
  defer: 'none',
  // Where the bot is not, nothing can be revealed later: there everybody asks for themself.
  run: (app, interaction) =>
    interaction.options.getBoolean('private') || serverHere(interaction) === null
      ? runPrivateQuiz(app, interaction)
      : askPublicly(app, interaction),
  async complete(app, typing, { quiz }) {
    const topics = await offerTopics(app, typing);
    return topics.map(({ name, value, questions }) => ({
      name: quiz.topic(name, questions),
      value,
    }));
  },
};

export const commands: readonly Command[] = [quizCommand, historyCommand];

async function askPublicly(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const { options } = interaction;
  const openFor = options.getString('open-for');
  const openMinutes = openFor === null ? null : parseOpenFor(openFor);
  if (openFor !== null && openMinutes === null) {
    return { kind: 'reply', private: true, message: showBadOpenFor };
  }
  const count = options.getInteger('count') ?? 1;
  requirePermissions(interaction, count);
  const asked = { count, pace: options.getString('pace'), openMinutes };
  const outcome = await askInChannel(app, {
    ...actorIn(interaction),
    channelId: interaction.channelId,
    pressId: interaction.id,
    topic: options.getString('topic'),
    count,
    ...timingOf(asked, DEFAULT_OPEN_MINUTES),
  });
  return answerAsked(app, interaction, outcome);
}
