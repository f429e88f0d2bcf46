// The button to private questions about a topic, wherever something leads to them.
import type { Component } from '#bot/feature.ts';
import { Refusal } from '#lib/refusal.ts';
import { startPrivately } from './private.commands.ts';
import { ROUND_SIZES } from './rules.ts';

export const practice: Component = {
  name: 'practice',
  defer: 'none',
  async run(app, { interaction, args: [size = '', _how, ...rest] }) {
    const count = ROUND_SIZES.find((each) => String(each) === size);
    // A topic is written with a colon of its own: "lesson:4.1".
    const topic = rest.join(':');
    if (!count || topic === '') throw new Refusal({ kind: 'outdated-component' });
    return startPrivately(app, interaction, { topic, count });
  },
};
