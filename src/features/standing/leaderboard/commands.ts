// /leaderboard: points, accuracy or another standing's measure of a server's members.
import type { Channels } from '#bot/channels.ts';
import type { BotApp, Command } from '#bot/feature.ts';
import { choice, named } from '#bot/localize.ts';
import type { Ranking } from '../ranking.ts';
import { type BoardDeps, domainsOfServer, readBoard } from './actions.ts';
import { rememberPresence, type StillMembers } from './presence.ts';
import { parseMetric, parseWindow, scoreMetrics, windowKinds } from './rules.ts';
import { offerDomains, showBoard } from './view.ts';

export function leaderboardCommand(rankings: readonly Ranking[]): Command {
  const metrics = [...scoreMetrics, ...rankings.map(({ metric }) => metric)];
  return {
    data: definitionWith(rankings),
    // Whether the answer is private is known only after reading, and a deferred answer could not change it any more.
    defer: 'none',
    async run(app, { options, user, guildId }) {
      const outcome = await readBoard(boardDeps(app, rankings), {
        serverId: guildId,
        memberId: user.id,
        domain: options.getString('domain'),
        window: parseWindow(options.getString('window')),
        metric: parseMetric(options.getString('metric'), metrics),
      });
      const isPrivate = outcome.kind !== 'board' || outcome.isPrivate;
      return { kind: 'reply', private: isPrivate, message: (words) => showBoard(words, outcome, rankings) };
    },
    async complete(app, interaction, words) {
      if (!interaction.guildId) return [];
      const domains = await domainsOfServer(app, { serverId: interaction.guildId });
      return offerDomains(words, domains, interaction.options.getFocused());
    },
  };
}

function definitionWith(rankings: readonly Ranking[]): Command['data'] {
  return {
    ...named(({ leaderboard }) => leaderboard.command.leaderboard),
    contexts: [0],
    integration_types: [0],
    options: [
      {
        type: 3,
        ...named(({ leaderboard }) => leaderboard.command.domain),
        autocomplete: true,
        max_length: 100,
      },
      {
        type: 3,
        ...named(({ leaderboard }) => leaderboard.command.window),
        choices: windowKinds.map((kind) => choice(kind, ({ leaderboard }) => leaderboard.windowChoice[kind])),
      },
      {
        type: 3,
        ...named(({ leaderboard }) => leaderboard.command.metric),
        choices: [
          ...scoreMetrics.map((metric) =>
            choice(metric, ({ leaderboard }) => leaderboard.metricChoice[metric]),
          ),
          ...rankings.map(({ metric, words }) => choice(metric, (all) => words(all).choice)),
        ],
      },
    ],
  };
}

/** Discord waits three seconds for the answer: what it has not said by then about who left, the board does without. */
const MEMBERS_WITHIN_MS = 1_500;

function boardDeps(app: BotApp, rankings: readonly Ranking[]): BoardDeps {
  const { db, content, clock } = app;
  const timeUp = Promise.withResolvers<null>();
  setTimeout(() => timeUp.resolve(null), MEMBERS_WITHIN_MS).unref();
  const stillMembers = presenceOf(app);
  return {
    db,
    content,
    clock,
    rankings,
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
