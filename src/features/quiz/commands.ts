// /quiz and /history.

import { lackingPermissions } from '#bot/channel-permissions.ts';
import type { Answer, BotApp, Command, CommandInteraction } from '#bot/feature.ts';
import { findTopics, formatTopic, listTopics } from '#content/pack.ts';
import { Refusal } from '#lib/refusal.ts';
import { askInChannel, serverSettings } from './asking.actions.ts';
import { showExhausted, showHistory, showNotAsked } from './notices.view.ts';
import { showPost } from './post.view.ts';
import { readHistory, recordMessage } from './posting.actions.ts';
import { runPrivateQuiz } from './private.commands.ts';
import { DEFAULT_OPEN_MINUTES, parseOpenFor, ROUND_SIZES } from './rules.ts';

const quizCommand: Command = {
  data: {
    name: 'quiz',
    description: 'Ask a scenario question: for everybody here, or only for you',
    contexts: [0],
    integration_types: [0],
    options: [
      {
        type: 3,
        name: 'topic',
        description: 'A domain, module, lesson or concept',
        autocomplete: true,
        max_length: 100,
      },
      {
        type: 4,
        name: 'count',
        description: 'How many questions (1 by default; more go on in a thread)',
        choices: ROUND_SIZES.map((size) => ({
          name: { 1: '1', 5: '5 – quick quiz', 10: '10 – study mode' }[size],
          value: size,
        })),
      },
      {
        type: 3,
        name: 'open-for',
        description: 'How long each question stays open: 30m, 2h, 3d (30 minutes by default)',
        max_length: 20,
      },
      { type: 5, name: 'private', description: 'Only you see the questions: practice at your own pace' },
    ],
  },
  defer: 'none',
  run: (app, interaction) =>
    interaction.options.getBoolean('private')
      ? runPrivateQuiz(app, interaction)
      : askPublicly(app, interaction),
  async complete(app, interaction) {
    if (!interaction.guildId) return [];
    const server = await serverSettings(app, interaction.guildId);
    const pack = app.content.get(server.exam);
    if (!pack) return [];
    const topics = findTopics(listTopics(pack, server.edition), interaction.options.getFocused(), 25);
    return topics.map((entry) => ({
      name: `${entry.name} (${entry.questions})`.slice(0, 100),
      value: formatTopic(entry.topic),
    }));
  },
};

const historyCommand: Command = {
  data: {
    name: 'history',
    description: 'Closed questions of this channel, with key, reasoning and answers',
    contexts: [0],
    integration_types: [0],
  },
  defer: 'none',
  async run(app, interaction) {
    const closed = await readHistory(app, { channelId: interaction.channelId });
    return { kind: 'reply', private: true, message: showHistory(closed) };
  },
};

export const commands: readonly Command[] = [quizCommand, historyCommand];

async function askPublicly(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const openMinutes = readOpenFor(interaction.options.getString('open-for'));
  const count = interaction.options.getInteger('count') ?? 1;
  requirePermissions(interaction, count);
  const outcome = await askInChannel(app, {
    serverId: interaction.guildId,
    channelId: interaction.channelId,
    memberId: interaction.user.id,
    topic: interaction.options.getString('topic'),
    count,
    openMinutes,
  });
  if (outcome.kind !== 'asked') return { kind: 'reply', private: true, message: showNotAsked(outcome) };
  const { post, question } = outcome;
  const pack = app.content.get(post.exam);
  if (!pack) throw new Error(`exam pack ${post.exam} is not loaded`);
  return {
    kind: 'reply',
    private: false,
    message: showPost({ post, pack, question, size: outcome.size }, 0),
    sent: (message) => recordMessage(app, { postId: post.id, messageId: message.messageId }),
    ...(outcome.isExhausted ? { note: showExhausted() } : {}),
  };
}

function readOpenFor(typed: string | null): number {
  if (typed === null) return DEFAULT_OPEN_MINUTES;
  const minutes = parseOpenFor(typed);
  if (minutes !== null) return minutes;
  throw new Refusal({
    kind: 'bad-input',
    field: 'open-for',
    problem: 'please give a time from 1 minute to 7 days, such as `30m`, `2h` or `3d`.',
  });
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
