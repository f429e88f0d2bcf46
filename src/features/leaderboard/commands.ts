// /leaderboard: points, accuracy or streaks of a server's members.
import type { Channels } from '#bot/channels.ts';
import type { BotApp, Command } from '#bot/feature.ts';
import { type BoardDeps, completeDomain, readBoard } from './actions.ts';
import { rememberPresence, type StillMembers } from './presence.actions.ts';
import { parseMetric, parseWindow } from './rules.ts';
import { showBoard } from './view.ts';

const leaderboardCommand: Command = {
  data: {
    name: 'leaderboard',
    description: 'Who leads in this server, and where you stand',
    contexts: [0],
    integration_types: [0],
    options: [
      {
        type: 3,
        name: 'domain',
        description: 'One domain of the exam (all by default)',
        autocomplete: true,
        max_length: 100,
      },
      {
        type: 3,
        name: 'window',
        description: 'Since when (this week by default)',
        choices: [
          { name: 'today', value: 'today' },
          { name: 'this week', value: 'week' },
          { name: 'this month', value: 'month' },
          { name: 'all time', value: 'all' },
        ],
      },
      {
        type: 3,
        name: 'metric',
        description: 'What is compared (points by default)',
        choices: [
          { name: 'points', value: 'points' },
          { name: 'accuracy', value: 'accuracy' },
          { name: 'streak', value: 'streak' },
        ],
      },
    ],
  },
  // Whether the answer is private is known only after reading, and a deferred answer could not change it any more.
  defer: 'none',
  async run(app, { options, user, guildId }) {
    const outcome = await readBoard(boardDeps(app), {
      serverId: guildId,
      memberId: user.id,
      domain: options.getString('domain'),
      window: parseWindow(options.getString('window')),
      metric: parseMetric(options.getString('metric')),
    });
    const isPrivate = outcome.kind !== 'board' || outcome.isPrivate;
    return { kind: 'reply', private: isPrivate, message: showBoard(outcome) };
  },
  async complete(app, interaction) {
    if (!interaction.guildId) return [];
    return completeDomain(app, { serverId: interaction.guildId, typed: interaction.options.getFocused() });
  },
};

export const commands: readonly Command[] = [leaderboardCommand];

/** Discord waits three seconds for the answer: what it has not said by then about who left, the board does without. */
const MEMBERS_WITHIN_MS = 1_500;

function boardDeps(app: BotApp): BoardDeps {
  const { db, content, clock } = app;
  const timeUp = Promise.withResolvers<null>();
  setTimeout(() => timeUp.resolve(null), MEMBERS_WITHIN_MS).unref();
  const stillMembers = presenceOf(app);
  return {
    db,
    content,
    clock,
    stillMembers: (serverId, memberIds) => Promise.race([stillMembers(serverId, memberIds), timeUp.promise]),
  };
}

/** One memory for each way out to Discord: the composition knows no feature, so it cannot hold ours. */
const memories = new WeakMap<Channels, StillMembers>();

function presenceOf({ channels, clock }: BotApp): StillMembers {
  const known = memories.get(channels);
  if (known) return known;
  const made = rememberPresence({ clock, ask: (...asked) => channels.stillMembers(...asked) });
  memories.set(channels, made);
  return made;
}
