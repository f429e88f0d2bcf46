// The controls of /history: opening a closed question, and the pages beside the one that is shown.

import type { Component } from '#bot/feature.ts';
import { requireServer } from '#bot/ground.ts';
import { privately, readId } from '#bot/pressing.ts';
import { showReveal } from '#features/record/post/reveal.view.ts';
import { Refusal } from '#lib/refusal.ts';
import { openReveal } from './answering.actions.ts';
import { lookBack } from './history.actions.ts';
import { showHistory } from './history.view.ts';
import { showNoSuchQuestion } from './notices.view.ts';

const open: Component = {
  name: 'history',
  defer: 'none',
  async run(app, { interaction }) {
    const postId = readId(interaction.isStringSelectMenu() ? interaction.values[0] : undefined);
    const reader = { postId, serverId: requireServer(interaction), memberId: interaction.user.id };
    const reveal = await openReveal(app, reader);
    return reveal
      ? privately((words) => showReveal(words, reveal, reveal.tally))
      : privately(showNoSuchQuestion);
  },
};

const turn: Component = {
  name: 'historypage',
  defer: 'none',
  async run(app, { interaction, args: [way, post, ...topic] }) {
    if (way !== 'older' && way !== 'newer') throw new Refusal({ kind: 'outdated-component' });
    const outcome = await lookBack(app, {
      serverId: requireServer(interaction),
      channelId: interaction.channelId ?? '',
      // A topic is written with a colon of its own: "lesson:4.1".
      topic: topic.length > 0 ? topic.join(':') : null,
      from: { kind: 'beside', postId: readId(post), way },
    });
    return { kind: 'update', message: (words) => showHistory(words, outcome) };
  },
};

export const historyComponents: readonly Component[] = [open, turn];
