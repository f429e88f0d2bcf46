// /plan and /next, each for its member alone.
import type { Command } from '#bot/feature.ts';
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
      contexts: [0],
      integration_types: [0],
      options: [
        { type: 3, ...named(({ plan }) => plan.command.examDate), max_length: 20 },
        { type: 4, ...named(({ plan }) => plan.command.hours), min_value: 1, max_value: MOST_HOURS },
      ],
    },
    defer: 'none',
    async run(app, { options, guildId, user }) {
      const who = { memberId: user.id, serverId: guildId };
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
    data: { ...named(({ plan }) => plan.command.next), contexts: [0], integration_types: [0] },
    defer: 'none',
    async run(app, { guildId, user }) {
      const steps = await listSteps(app, offered, { memberId: user.id, serverId: guildId });
      return { kind: 'reply', private: true, message: (words) => showStep(words, steps, 0) };
    },
  };
}
