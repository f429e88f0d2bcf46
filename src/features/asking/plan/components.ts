// The buttons and menus of plans and of the next step.

import type { Answer, BotApp, Component, ComponentInteraction, Shown } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { isOnOldMessage } from '#bot/old-message.ts';
import { privately } from '#bot/pressing.ts';
import { Refusal } from '#lib/refusal.ts';
import { beginPlan, noteBooked, type PlanDeps, readPlan, tickTask, type Who } from './actions.ts';
import { wishDigest } from './digest.actions.ts';
import { listSteps, type Offered } from './next.ts';
import { showStep } from './next.view.ts';
import { showCalendar, showExamDay, showNoExamDay, showTask, showWeeks } from './pages.view.ts';
import type { PlanOutcome } from './seen.rules.ts';
import { showNoWeekLeft, showPlan } from './view.ts';

type Press = { interaction: ComponentInteraction; who: Who; arg: string };
type Act = (deps: PlanDeps, press: Press) => Promise<Answer>;

/** What a press of the component `plan` does, by the first argument of its id. */
const acts: Record<string, Act> = {
  show: async (deps, { who }) => {
    const outcome = await readPlan(deps, who);
    return privately((words) => showPlan(words, outcome));
  },
  week: async (deps, { who }) => updated(await readPlan(deps, who)),
  all: (deps, press) => page(deps, press, (seen) => (words) => showWeeks(words, seen, numberOf(press.arg))),
  task: showOneTask,
  done: (deps, press) => tick(deps, press, true),
  open: (deps, press) => tick(deps, press, false),
  async ics(deps, { who }) {
    const outcome = await readPlan(deps, who);
    if (outcome.kind !== 'plan') return updated(outcome);
    const made = { owner: who.memberId, at: deps.clock.now() };
    return privately((words) => showCalendar(words, outcome.seen, made));
  },
  async remind(deps, { who }) {
    const hasWeeks = await wishDigest(deps, { ...who, wants: true });
    return hasWeeks ? updated(await readPlan(deps, who)) : privately(showNoWeekLeft);
  },
  async silent(deps, { who }) {
    await wishDigest(deps, { ...who, wants: false });
    return updated(await readPlan(deps, who));
  },
  day,
  async booked(deps, { who }) {
    await noteBooked(deps, who);
    return updated(await readPlan(deps, who));
  },
  begin: async (deps, { who, arg }) => updated(await beginPlan(deps, { ...who, planId: arg })),
};

export function planComponents(offered: Offered): readonly Component[] {
  return [
    {
      name: 'plan',
      defer: 'none',
      async run(app, { interaction, args: [act = '', arg = ''] }) {
        const run = Object.hasOwn(acts, act) ? acts[act] : undefined;
        if (!run) throw new Refusal({ kind: 'outdated-component' });
        const deps = { ...app, doings: offered.doings };
        return freshIfOld(await run(deps, { interaction, who: actorOf(interaction), arg }), interaction);
      },
    },
    nextStep(offered),
  ];
}

/** In place of the message it is pressed on: the plan, or the step before. */
function nextStep(offered: Offered): Component {
  return {
    name: 'nextstep',
    defer: 'none',
    async run(app: BotApp, { interaction, args: [index = ''] }) {
      const steps = await listSteps(app, offered, actorOf(interaction));
      const message: Shown = (words) => showStep(words, steps, numberOf(index));
      return freshIfOld({ kind: 'update', message }, interaction);
    },
  };
}

/** A message that soon answers no more is left behind: what was pressed for comes in a new one. */
function freshIfOld(answer: Answer, interaction: ComponentInteraction): Answer {
  return answer.kind === 'update' && isOnOldMessage(interaction) ? privately(answer.message) : answer;
}

type Seen = Extract<PlanOutcome, { kind: 'plan' }>['seen'];

async function page(deps: PlanDeps, { who }: Press, show: (seen: Seen) => Shown): Promise<Answer> {
  const outcome = await readPlan(deps, who);
  return outcome.kind === 'plan' ? { kind: 'update', message: show(outcome.seen) } : updated(outcome);
}

function showOneTask(deps: PlanDeps, press: Press): Promise<Answer> {
  return page(deps, press, (seen) => (words) => {
    const task = seen.plans.tasks.find(({ id }) => id === press.arg);
    return task
      ? showTask(words, task, seen.tasksDone.has(task.id))
      : showPlan(words, { kind: 'plan', seen });
  });
}

async function tick(deps: PlanDeps, press: Press, isDone: boolean): Promise<Answer> {
  await tickTask(deps, { ...press.who, task: press.arg, isDone });
  return showOneTask(deps, press);
}

/** Also on the day itself, when there is no week of the plan any more. */
async function day(deps: PlanDeps, { interaction, who }: Press): Promise<Answer> {
  const outcome = await readPlan(deps, who);
  const pack = outcome.kind === 'plan' ? outcome.seen.pack : 'course' in outcome ? outcome.course.pack : null;
  const examDay = pack?.examDay ?? null;
  const chosen = interaction.isStringSelectMenu() ? numberOf(interaction.values[0] ?? '') : 0;
  return {
    kind: 'update',
    message: (words) => (examDay ? showExamDay(words, examDay, chosen) : showNoExamDay(words)),
  };
}

function updated(outcome: PlanOutcome): Answer {
  return { kind: 'update', message: (words) => showPlan(words, outcome) };
}

function numberOf(arg: string): number {
  if (!/^\d{1,3}$/.test(arg)) throw new Refusal({ kind: 'outdated-component' });
  return Number(arg);
}
