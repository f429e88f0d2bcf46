// /quiz and /history.

import { lackingPermissions } from '#bot/channel-permissions.ts';
import type { Answer, BotApp, Command, CommandInteraction } from '#bot/feature.ts';
import { choice, named } from '#bot/localize.ts';
import { showPost } from '#features/record/post/view.ts';
import { Refusal } from '#lib/refusal.ts';
import { readHistory, recordMessage } from './answering.actions.ts';
import { askInChannel, takeBack } from './asking.actions.ts';
import { offerTopics } from './drawing.actions.ts';
import { showBadOpenFor, showExhausted, showHistory, showNotAsked } from './notices.view.ts';
import { runPrivateQuiz } from './private.commands.ts';
import { DEFAULT_OPEN_MINUTES, parseOpenFor, ROUND_SIZES } from './rules.ts';

const quizCommand: Command = {
  data: {
    ...named(({ quiz }) => quiz.command.quiz),
    contexts: [0],
    integration_types: [0],
    options: [
      { type: 3, ...named(({ quiz }) => quiz.command.topic), autocomplete: true, max_length: 100 },
      {
        type: 4,
        ...named(({ quiz }) => quiz.command.count),
        choices: ROUND_SIZES.map((size) => choice(size, ({ quiz }) => quiz.counts[size])),
      },
      { type: 3, ...named(({ quiz }) => quiz.command.openFor), max_length: 20 },
      { type: 5, ...named(({ quiz }) => quiz.command.private) },
    ],
  },
  defer: 'none',
  run: (app, interaction) =>
    interaction.options.getBoolean('private')
      ? runPrivateQuiz(app, interaction)
      : askPublicly(app, interaction),
  async complete(app, interaction, { quiz }) {
    if (!interaction.guildId) return [];
    const typed = interaction.options.getFocused();
    const topics = await offerTopics(app, { serverId: interaction.guildId, typed });
    return topics.map(({ name, value, questions }) => ({
      name: quiz.topic(name, questions),
      value,
    }));
  },
};

const historyCommand: Command = {
  data: {
    ...named(({ quiz }) => quiz.command.history),
    contexts: [0],
    integration_types: [0],
  },
  defer: 'none',
  async run(app, interaction) {
    const closed = await readHistory(app, { channelId: interaction.channelId });
    return { kind: 'reply', private: true, message: (words) => showHistory(words, closed) };
  },
};

export const commands: readonly Command[] = [quizCommand, historyCommand];

async function askPublicly(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const openMinutes = readOpenFor(interaction.options.getString('open-for'));
  if (openMinutes === null) return { kind: 'reply', private: true, message: showBadOpenFor };
  const count = interaction.options.getInteger('count') ?? 1;
  requirePermissions(interaction, count);
  const outcome = await askInChannel(app, {
    serverId: interaction.guildId,
    channelId: interaction.channelId,
    memberId: interaction.user.id,
    pressId: interaction.id,
    topic: interaction.options.getString('topic'),
    count,
    openMinutes,
  });
  if (outcome.kind !== 'asked') {
    return { kind: 'reply', private: true, message: (words) => showNotAsked(words, outcome) };
  }
  const postId = outcome.post.id;
  return {
    kind: 'reply',
    private: false,
    message: (words) => showPost(words, outcome, 0),
    sent: ({ messageId }) => recordMessage(app, { postId, messageId }),
    refused: () => takeBack(app, { postId, memberId: interaction.user.id, pressId: interaction.id }),
    ...(outcome.isExhausted ? { note: showExhausted } : {}),
  };
}

function readOpenFor(typed: string | null): number | null {
  return typed === null ? DEFAULT_OPEN_MINUTES : parseOpenFor(typed);
}

/** The reveal edits the message later, without an interaction: that needs permissions in the channel. */
function requirePermissions(interaction: CommandInteraction, count: number): void {
  const isThread = interaction.channel?.isThread() ?? false;
  // In a thread a round stays where it is: there are no threads in threads.
  const need = isThread ? 'post-in-thread' : count > 1 ? 'post-and-thread' : 'post';
  const missing = lackingPermissions(interaction.appPermissions, need);
  if (missing.length > 0)
    throw new Refusal({ kind: 'bot-lacks-permission', channelId: interaction.channelId, missing });
}
