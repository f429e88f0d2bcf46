// From an interaction to its answer. The one catch for everything that commands and components throw.

import { setTimeout } from 'node:timers/promises';
import { DiscordAPIError, type Interaction } from 'discord.js';
import { sayAsides } from '#bot/asides.ts';
import { completeOption } from '#bot/autocomplete.ts';
import type { Message } from '#bot/card.ts';
import { drawAnswer } from '#bot/drawing.ts';
import type { BotApp, Defer, Feature, UsedInteraction } from '#bot/feature.ts';
import { serverHere } from '#bot/ground.ts';
import { welcoming } from '#bot/newcomer.ts';
import { showFault, showRefusal, showUnavailable } from '#bot/refusal-view.ts';
import { deferAnswer, sendAfterAll, sendAnswer } from '#bot/respond.ts';
import { commandWork, componentWork, menuWork, type Work } from '#bot/routes.ts';
import { type Said, say } from '#bot/say.ts';
import { isUnavailable, isUncertain } from '#db/connect.ts';
import { Refusal } from '#lib/refusal.ts';

type InteractionOutcome = 'answered' | 'refused' | 'unavailable' | 'failed' | 'too-late';
/** Told after every interaction, for metrics. */
export type Observe = (what: { name: string; outcome: InteractionOutcome; seconds: number }) => void;

export type Router = {
  handle(interaction: Interaction): Promise<void>;
  /** Resolves when everything that was taken on is answered. */
  idle(): Promise<void>;
};

export function createRouter(app: BotApp, features: readonly Feature[], observe: Observe): Router {
  const commands = indexBy(
    features.flatMap((feature) => feature.commands ?? []),
    (command) => command.data.name,
  );
  const menus = indexBy(
    features.flatMap((feature) => feature.menus ?? []),
    (menu) => menu.data.name,
  );
  const components = indexBy(
    features.flatMap((feature) => feature.components ?? []),
    (component) => component.name,
  );
  const welcome = welcoming(app, features.find(({ newcomer }) => newcomer)?.newcomer);
  const routes = { app, commands, menus, components, welcome };
  const told = { observe, features };
  const underway = new Set<Promise<void>>();

  const handle = async (interaction: Interaction) => {
    if (interaction.isAutocomplete())
      return completeOption(app, commands.get(interaction.commandName), interaction);
    if (interaction.isChatInputCommand()) {
      return answer(app, interaction, { ...told, work: commandWork(routes, interaction) });
    }
    if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
      return answer(app, interaction, { ...told, work: componentWork(routes, interaction) });
    }
    if (interaction.isMessageContextMenuCommand()) {
      return answer(app, interaction, { ...told, work: menuWork(routes, interaction) });
    }
  };

  return {
    handle(interaction) {
      const work = handle(interaction);
      underway.add(work);
      return work.finally(() => underway.delete(work));
    },
    async idle() {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

async function answer(
  app: BotApp,
  interaction: UsedInteraction,
  { work, observe, features }: { work: Work; observe: Observe; features: readonly Feature[] },
): Promise<void> {
  const started = performance.now();
  let outcome: InteractionOutcome = 'answered';
  let hasMessage = false;
  try {
    await deferAnswer(interaction, work.defer);
    const said = await inTime(app, interaction, work);
    await sendAnswer(interaction, said);
    // Discord takes nothing more for what was answered by a form: it waits for what the form sends.
    hasMessage = said.kind !== 'modal';
  } catch (error) {
    outcome = outcomeOf(error);
    logFailure(app, { interaction, error, outcome, name: work.name });
    await explain(app, interaction, { error, defer: work.defer });
  }
  observe({ name: work.name, outcome, seconds: (performance.now() - started) / 1000 });
  if (hasMessage) await sayAsides(app, features, interaction);
}

/** Discord waits three seconds for a first answer, and the way there takes its time as well. */
const ANSWER_WITHIN_MS = 2_600;

/** Pictures are drawn until so long after the beginning, and not for longer than that: the text does not wait for them. */
const DRAW_UNTIL_MS = 2_200;
const DRAW_WITHIN_MS = { first: 1_000, deferred: 3_000 };

/** The work goes on without us; whether it is done, nobody can say then. */
class TooSlow extends Error {}

/** One deadline for all that comes before the first answer: each statement has its own, but there are several. */
async function inTime(app: BotApp, interaction: UsedInteraction, { defer, run }: Work): Promise<Said> {
  const started = performance.now();
  const working = run().then(async (done) => {
    const said = await say(app, interaction, done);
    const leftMs = Math.max(0, started + DRAW_UNTIL_MS - performance.now());
    const milliseconds = defer === 'none' ? Math.min(DRAW_WITHIN_MS.first, leftMs) : DRAW_WITHIN_MS.deferred;
    return drawAnswer(said, { pictures: app.pictures, milliseconds });
  });
  if (defer !== 'none') return working;
  const late = Symbol('late');
  const deadline = setTimeout(ANSWER_WITHIN_MS, late, { ref: false });
  const first = await Promise.race([working, deadline]);
  if (first !== late) return first as Said;
  void working
    .then(takeBack)
    .catch((err) => app.log.warn({ interaction: interaction.id, err }, 'failed too late'));
  throw new TooSlow('no answer in time');
}

/** A question that nobody is shown any more is not asked. */
async function takeBack(said: Said): Promise<void> {
  if (said.kind === 'reply') await said.refused?.();
}

const UNKNOWN_INTERACTION = 10062;

function outcomeOf(error: unknown): InteractionOutcome {
  if (error instanceof Refusal) return 'refused';
  if (isUnavailable(error) || error instanceof TooSlow) return 'unavailable';
  if (error instanceof DiscordAPIError && error.code === UNKNOWN_INTERACTION) return 'too-late';
  return 'failed';
}

type Failure = {
  interaction: UsedInteraction;
  error: unknown;
  outcome: InteractionOutcome;
  name: string;
};

function logFailure(app: BotApp, { interaction, error, outcome, name }: Failure): void {
  const facts = {
    interaction: interaction.id,
    server: serverHere(interaction),
    member: interaction.user.id,
    name,
  };
  if (outcome === 'refused') app.log.debug({ ...facts, reason: (error as Refusal).reason }, 'refused');
  else app.log.error({ ...facts, err: error }, `interaction ${outcome}`);
}

/** Tells the member, if Discord still lets us; a second failure is only logged. */
async function explain(
  app: BotApp,
  interaction: UsedInteraction,
  { error, defer }: { error: unknown; defer: Defer },
): Promise<void> {
  // Not the member's chosen language: the database that knows it may be what has failed.
  const words = app.languages.ofLocale(interaction.locale);
  const message: Message =
    error instanceof Refusal
      ? showRefusal(words, error.reason)
      : isUnavailable(error) || error instanceof TooSlow
        ? showUnavailable(words, error instanceof TooSlow || isUncertain(error))
        : showFault(words, interaction.id);
  try {
    await sendAfterAll(interaction, defer, message);
  } catch (second) {
    app.log.warn({ interaction: interaction.id, err: second }, 'could not tell the member');
  }
}

function indexBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const index = new Map<string, T>();
  for (const item of items) {
    if (index.has(key(item))) throw new Error(`two features answer to ${key(item)}`);
    index.set(key(item), item);
  }
  return index;
}
