// /leaderboard: points, accuracy or another standing's measure of a server's members.
import { nameOfCaller } from '#bot/caller.ts';
import type { Command } from '#bot/feature.ts';
import { actorIn, IN_SERVERS } from '#bot/ground.ts';
import { choice, named } from '#bot/localize.ts';
import type { Ranking } from '../ranking.ts';
import { domainsOfServer, packsOfServer, readBoard } from './actions.ts';
import { boardDeps, metricsWith } from './reading.ts';
import { parseMetric, parseWindow, scoreMetrics, windowKinds } from './rules.ts';
import { offerDomains, offerPacks, showBoard } from './view.ts';

export function leaderboardCommand(rankings: readonly Ranking[]): Command {
  return {
    group: 'group',
    data: definitionWith(rankings),
    // Whether the answer is private is known only after reading, and a deferred answer could not change it any more.
    defer: 'none',
    async run(app, interaction) {
      const { options } = interaction;
      const outcome = await readBoard(boardDeps(app, rankings), {
        ...actorIn(interaction),
        memberName: nameOfCaller(interaction),
        domain: options.getString('domain'),
        window: parseWindow(options.getString('window')),
        metric: parseMetric(options.getString('metric'), metricsWith(rankings)),
        page: 0,
      });
      const isAlone = outcome.kind !== 'board' || outcome.isPrivate;
      return {
        kind: 'reply',
        private: isAlone,
        message: (words) => showBoard(words, outcome, { rankings, isAlone }),
      };
    },
    async complete(app, { serverId, typed }, words) {
      if (!serverId) return [];
      const [domains, packs] = await Promise.all([
        domainsOfServer(app, { serverId }),
        packsOfServer(app, { serverId }),
      ]);
      return [...offerPacks(packs, typed), ...offerDomains(words, domains, typed)];
    },
  };
}

function definitionWith(rankings: readonly Ranking[]): Command['data'] {
  return {
    ...named(({ leaderboard }) => leaderboard.command.leaderboard),
    ...IN_SERVERS,
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
