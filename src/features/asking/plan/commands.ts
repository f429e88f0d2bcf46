// /plan and /next, each for its member alone.
import type { Command } from '#bot/feature.ts';
import { actorOf, EVERYWHERE } from '#bot/ground.ts';
import { named } from '#bot/localize.ts';
import type { Doing } from '#features/standing/doing.ts';
import { makePlan, readPlan } from './actions.ts';
import { MOST_HOURS } from './fit.rules.ts';
import type { Offered } from './next.ts';
import { listSteps } from './next.ts';
import { showStep } from './next.view.ts';
import { showPlan } from './view.ts';

export function planCommand(doings: readonly Doing[]): Command {
  return {
    group: 'learn',
    data: {
      ...named(({ plan }) => plan.command.plan),
      ...EVERYWHERE,
      options: [
        { type: 3, ...named(({ plan }) => plan.command.examDate), max_length: 20 },
        { type: 4, ...named(({ plan }) => plan.command.hours), min_value: 1, max_value: MOST_HOURS },
      ],
    },
    defer: 'none',
    async run(app, interaction) {
      const { options } = interaction;
      const who = actorOf(interaction);
      const wish = { examDate: options.getString('exam-date'), hours: options.getInteger('hours') };
      const isWish = wish.examDate !== null || wish.hours !== null;
      const deps = { ...app, doings };
      const outcome = isWish ? await makePlan(deps, { ...who, ...wish }) : await readPlan(deps, who);
      return { kind: 'reply', private: true, message: (words) => showPlan(words, outcome) };
    },
  };
}

export function nextCommand(offered: Offered): Command {
  return {
    group: 'learn',
    data: { ...named(({ plan }) => plan.command.next), ...EVERYWHERE },
    defer: 'none',
    async run(app, interaction) {
      const steps = await listSteps(app, offered, actorOf(interaction));
      return { kind: 'reply', private: true, message: (words) => showStep(words, steps, 0) };
    },
  };
}
