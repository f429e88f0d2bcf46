// /history.
import type { Command } from '#bot/feature.ts';
import { IN_SERVERS, requireServer } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import { offerTopics } from './drawing.actions.ts';
import { type HistoryInput, lookBack, todayAt } from './history.actions.ts';
import { offerDays } from './history.rules.ts';
import { showHistory } from './history.view.ts';

export const historyCommand: Command = {
  group: 'practise',
  data: {
    ...named(({ quiz }) => quiz.command.history),
    ...IN_SERVERS,
    options: [
      { type: 3, ...named(({ quiz }) => quiz.command.topic), autocomplete: true, max_length: 100 },
      { type: 3, ...named(({ quiz }) => quiz.command.until), autocomplete: true, max_length: 40 },
    ],
  },
  defer: 'none',
  async run(app, interaction) {
    const { options, channelId } = interaction;
    const serverId = requireServer(interaction);
    const typed = options.getString('until');
    const from: HistoryInput['from'] = typed === null ? { kind: 'newest' } : { kind: 'until', typed };
    const topic = options.getString('topic');
    const outcome = await lookBack(app, { serverId, channelId, topic, from });
    return { kind: 'reply', private: true, message: (words) => showHistory(words, outcome) };
  },
  async complete(app, typing, { quiz, forms }) {
    const { serverId, option, typed } = typing;
    if (!serverId) return [];
    if (option === 'until') return offerDays(await todayAt(app, serverId), typed, forms.date);
    const topics = await offerTopics(app, typing);
    return topics.map((topic) => ({
      name: quiz.topic(topic.name, topic.questions).slice(0, 100),
      value: topic.value,
    }));
  },
};
