// Buttons of private rounds: the next question, the end, and which of two rounds is meant.
import type { Component } from '#bot/feature.ts';
import { readId } from '#bot/pressing.ts';
import { Refusal } from '#lib/refusal.ts';
import { endPrivateRound, nextPrivateQuestion } from './private.actions.ts';
import { startPrivately } from './private.commands.ts';
import { showPrivateStep } from './private.view.ts';
import { ROUND_SIZES } from './rules.ts';

const next: Component = {
  name: 'next',
  defer: 'none',
  async run(app, { interaction, args }) {
    const step = await nextPrivateQuestion(app, {
      roundId: readId(args[0]),
      memberId: interaction.user.id,
      channelId: interaction.channelId ?? '',
    });
    return { kind: 'update', message: (words) => showPrivateStep(words, step, false) };
  },
};

const startOver: Component = {
  name: 'startover',
  defer: 'none',
  async run(app, { interaction, args }) {
    const end = await endPrivateRound(app, { roundId: readId(args[0]), memberId: interaction.user.id });
    return { kind: 'update', message: (words) => showPrivateStep(words, end, false) };
  },
};

/** The new round instead of the unfinished one; going on with that is `next`. */
const instead: Component = {
  name: 'instead',
  defer: 'none',
  async run(app, { interaction, args: [before, size, ...topic] }) {
    const count = ROUND_SIZES.find((known) => String(known) === size);
    if (!count) throw new Refusal({ kind: 'outdated-component' });
    return startPrivately(app, interaction, {
      // A topic is written with a colon of its own: "lesson:4.1".
      topic: topic.length > 0 ? topic.join(':') : null,
      count,
      replaces: readId(before),
      as: 'update',
    });
  },
};

export const privateComponents: readonly Component[] = [next, startOver, instead];
