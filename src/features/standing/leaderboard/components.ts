// The controls of a board. On a board that everybody sees they move it for who asked for it; anybody else who uses
// them gets a board of their own, which only they see, as one expects of a message that is not one's own.

import { MessageFlags } from 'discord.js';
import { nameOfCaller } from '#bot/caller.ts';
import type { Component, ComponentInteraction } from '#bot/feature.ts';
import { requireServer } from '#bot/ground.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Ranking } from '../ranking.ts';
import { type BoardInput, readBoard } from './actions.ts';
import { boardDeps, metricsWith } from './reading.ts';
import { ALL_DOMAINS, parseMetric, parseWindow } from './rules.ts';
import { showBoard } from './view.ts';

export function boardComponent(rankings: readonly Ranking[]): Component {
  return {
    name: 'board',
    defer: 'none',
    async run(app, { interaction, args }) {
      const [what = '', ownerId, ...chosen] = args;
      const board = readChosen(rankings, chosen, readChange(interaction, what));
      const asked = {
        serverId: requireServer(interaction),
        memberId: interaction.user.id,
        memberName: nameOfCaller(interaction),
      };
      const outcome = await readBoard(boardDeps(app, rankings), { ...asked, ...board });
      const isOnlyMine = isPrivate(interaction);
      // Who has hidden themselves since would be seen on a board that everybody reads.
      const maySee = outcome.kind === 'board' && (isOnlyMine || !outcome.isPrivate);
      const kind = maySee && ownerId === interaction.user.id ? 'update' : 'reply';
      const isAlone = kind === 'reply' || isOnlyMine;
      return {
        kind,
        private: true,
        message: (words) => showBoard(words, outcome, { rankings, isAlone }),
      };
    },
  };
}

type Change = { what: string; value: string | null };

function readChange(interaction: ComponentInteraction, what: string): Change {
  return { what, value: interaction.isStringSelectMenu() ? (interaction.values[0] ?? null) : null };
}

/** What the controls say that the board shows, with what was chosen now; another choice begins at the first page. */
function readChosen(
  rankings: readonly Ranking[],
  [window = '', domain = '', metric = '', page = '']: readonly string[],
  { what, value }: Change,
): Omit<BoardInput, 'serverId' | 'memberId' | 'memberName'> {
  if (!/^\d{1,4}$/.test(page)) throw new Refusal({ kind: 'outdated-component' });
  const changed = (name: string, before: string) => (what === name && value !== null ? value : before);
  const wanted = changed('domain', domain);
  return {
    window: parseWindow(changed('window', window)),
    domain: wanted === ALL_DOMAINS ? null : wanted,
    metric: parseMetric(changed('metric', metric), metricsWith(rankings)),
    page: value === null ? Number(page) : 0,
  };
}

function isPrivate(interaction: ComponentInteraction): boolean {
  return interaction.isMessageComponent() && interaction.message.flags.has(MessageFlags.Ephemeral);
}
