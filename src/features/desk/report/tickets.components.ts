// What reviewers press on the queue and on a ticket.
import { card, text } from '#bot/card.ts';
import type { Answer, BotApp, Component, ComponentInteraction, Shown } from '#bot/feature.ts';
import { keyOf } from '#content/pack.ts';
import type { Points } from '#features/standing/points.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Words } from '#words/words.ts';
import {
  amendText,
  type Decided,
  type Decision,
  regrade,
  rejectTicket,
  retireQuestion,
} from './deciding.actions.ts';
import { type DryRun, tryRegrade } from './dry-run.actions.ts';
import type { RegradeKind } from './ticket.rules.ts';
import { showTicket } from './ticket.view.ts';
import { lookAtTicket, queueOf } from './tickets.actions.ts';
import { reachOf } from './tickets.commands.ts';
import { fixForm, rejectForm, showDryRun, showKeyChoice, showQueue } from './tickets.view.ts';
import { undoRegrade } from './undoing.actions.ts';

type Press = Parameters<Component['run']>[1];
type Queue = Words['report']['queue'];

const say =
  (pick: (queue: Queue) => string): Shown =>
  (words) =>
    card(null, [text(pick(words.report.queue))]);
const update = (message: Shown): Answer => ({ kind: 'update', message });

/** Who may not review (any more) is told so. */
async function decisionOf(app: BotApp, { interaction, args: [id = '0'] }: Press): Promise<Decision> {
  const reach = await reachOf(app, interaction);
  if (!reach) throw new Refusal({ kind: 'not-allowed', needs: 'manage-server' });
  return { id: Number(id), reach, memberId: interaction.user.id };
}

/** The ticket as it is now, with what has just come of it. */
async function showAgain(
  app: BotApp,
  decision: Decision,
  note: ((queue: Queue) => string) | null,
): Promise<Answer> {
  const screen = await lookAtTicket(app, decision);
  if (screen.kind === 'no-ticket') return update(say((queue) => queue.gone));
  return update((words) => showTicket(words, screen, note?.(words.report.queue)));
}

function noteOf(decided: Decided): (queue: Queue) => string {
  return (queue) => {
    switch (decided.kind) {
      case 'decided':
        return queue.done[decided.status];
      case 'decided-before':
        return queue.decidedBefore;
      case 'no-ticket':
        return queue.gone;
      case 'faulty':
        return queue.optionsMustStay;
      default:
        return queue.changedSince;
    }
  };
}

async function afterwards(app: BotApp, decision: Decision, decided: Decided): Promise<Answer> {
  return showAgain(app, decision, noteOf(decided));
}

function component(
  name: string,
  run: (app: BotApp, press: Press, decision: Decision) => Promise<Answer>,
): Component {
  return { name, defer: 'none', run: async (app, press) => run(app, press, await decisionOf(app, press)) };
}

function valuesOf(interaction: ComponentInteraction): string[] {
  if (!interaction.isStringSelectMenu()) throw new Refusal({ kind: 'outdated-component' });
  return interaction.values;
}

function fieldsOf(interaction: ComponentInteraction) {
  if (!interaction.isModalSubmit()) throw new Refusal({ kind: 'outdated-component' });
  return interaction.fields;
}

function kindOf(typed: string | undefined): RegradeKind {
  if (typed !== 'rekeyed' && typed !== 'either') throw new Refusal({ kind: 'outdated-component' });
  return typed;
}

const opens = (name: string, form: 'reject' | 'text') =>
  component(name, async (app, _press, decision) => {
    const screen = await lookAtTicket(app, decision);
    if (screen.kind === 'no-ticket') return update(say((queue) => queue.gone));
    return {
      kind: 'modal',
      modal: (words) =>
        form === 'reject' ? rejectForm(words, decision.id) : fixForm(words, decision.id, screen.question),
    };
  });

const chooses = (name: string, how: RegradeKind) =>
  component(name, async (app, _press, decision) => {
    const screen = await lookAtTicket(app, decision);
    if (screen.kind === 'no-ticket') return update(say((queue) => queue.gone));
    return update((words) => showKeyChoice(words, screen, how));
  });

const showRun = (run: DryRun, isStale: boolean) => update((words) => showDryRun(words, run, isStale));

/** On the card of a channel, which stays as it is. */
const opened = component('ticketopen', async (app, _press, decision) => {
  const screen = await lookAtTicket(app, decision);
  const message: Shown =
    screen.kind === 'no-ticket' ? say((queue) => queue.gone) : (words) => showTicket(words, screen);
  return { kind: 'reply', private: true, message };
});

/** `points`: what boards there are would show of a changed key. */
export const ticketComponents = (points: Points | null): readonly Component[] => [
  component('ticketqueue', async (app, _press, { reach }) => {
    const rows = await queueOf(app, reach);
    return update((words) => showQueue(words, rows));
  }),
  component('ticketlook', async (app, { interaction }, decision) =>
    showAgain(app, { ...decision, id: Number(valuesOf(interaction)[0] ?? 0) }, null),
  ),
  opened,
  component('ticketback', async (app, _press, decision) => showAgain(app, decision, null)),
  opens('ticketreject', 'reject'),
  opens('tickettext', 'text'),
  component('ticketrejectform', async (app, { interaction }, decision) => {
    const reason = fieldsOf(interaction).getTextInputValue('reason');
    return afterwards(app, decision, await rejectTicket(app, { ...decision, reason }));
  }),
  component('tickettextform', async (app, { interaction }, decision) => {
    const fields = fieldsOf(interaction);
    const options = fields
      .getTextInputValue('options')
      .split('\n')
      .map((line) => line.trim().replaceAll('\\n', '\n'));
    const stem = fields.getTextInputValue('stem');
    return afterwards(
      app,
      decision,
      await amendText(app, { ...decision, stem, options: options.filter(Boolean) }),
    );
  }),
  component('ticketretire', async (app, _press, decision) =>
    afterwards(app, decision, await retireQuestion(app, decision)),
  ),
  chooses('ticketkey', 'rekeyed'),
  chooses('ticketeither', 'either'),
  component('ticketchose', async (app, { interaction, args: [, typed] }, decision) => {
    const how = kindOf(typed);
    const chosen = valuesOf(interaction);
    const screen = await lookAtTicket(app, decision);
    if (screen.kind === 'no-ticket') return update(say((queue) => queue.gone));
    const key = how === 'either' ? [...keyOf(screen.question), ...chosen] : chosen;
    const run = await tryRegrade({ ...app, points }, { ...decision, how, key });
    if (run.kind === 'no-such-key') return showAgain(app, decision, (queue) => queue.noKey);
    return run.kind === 'no-ticket' ? update(say((queue) => queue.gone)) : showRun(run, false);
  }),
  component('ticketdo', async (app, { args: [, typed, key = '', mark = ''] }, decision) => {
    const done = await regrade(
      { ...app, points },
      { ...decision, how: kindOf(typed), key: key.split('+'), mark },
    );
    return done.kind === 'dry-run' ? showRun(done, true) : afterwards(app, decision, done);
  }),
  component('ticketundo', async (app, _press, decision) => {
    const undone = await undoRegrade(app, decision);
    return showAgain(app, decision, (queue) =>
      undone.kind === 'undone' ? queue.undone : undone.kind === 'too-late' ? queue.tooLate : queue.gone,
    );
  }),
];
