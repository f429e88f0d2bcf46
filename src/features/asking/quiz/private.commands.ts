// /quiz private: starts a round for the caller alone, or goes on with the one that is unfinished.

import type { Answer, BotApp, CommandInteraction, ComponentInteraction, Shown } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { privately } from '#bot/pressing.ts';
import { startPrivateRound } from './asking.actions.ts';
import { findWanted } from './drawing.actions.ts';
import { showNotAsked } from './notices.view.ts';
import { findPrivateRound, findUnfinished, nextPrivateQuestion } from './private.actions.ts';
import { showPrivateStep, showWhich } from './private.view.ts';

export function runPrivateQuiz(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const { options } = interaction;
  const asked = { topic: options.getString('topic'), count: options.getInteger('count') };
  return goOnOrStart(app, interaction, asked);
}

/** Without topic and count it goes on with the round that is unfinished. */
export async function goOnOrStart(
  app: BotApp,
  interaction: CommandInteraction | ComponentInteraction,
  { topic, count }: { topic: string | null; count: number | null },
): Promise<Answer> {
  const before = await findUnfinished(app, { ...whoOf(interaction), pressId: interaction.id });
  if (!before) return startPrivately(app, interaction, { topic, count, replaces: null, as: 'reply' });
  if (topic === null && count === null) return privately((words) => showPrivateStep(words, before, true));
  // Something in particular is a new round: which of the two is meant, only the member knows.
  const wanted = await findWanted(app, { ...actorOf(interaction), topic });
  if (wanted.kind !== 'found') return privately((words) => showNotAsked(words, wanted));
  return privately((words) => showWhich(words, { before, topic: wanted.topic, count }));
}

export type Start = {
  topic: string | null;
  count: number | null;
  /** The unfinished round that it takes the place of. */
  replaces: number | null;
  /** Whether its first question replaces the message that was pressed. */
  as: 'reply' | 'update';
};

export async function startPrivately(
  app: BotApp,
  interaction: CommandInteraction | ComponentInteraction,
  { count, as, ...start }: Start,
): Promise<Answer> {
  const who = whoOf(interaction);
  const asked = { ...who, ...start, pressId: interaction.id, count: count ?? 1, openMinutes: 0 };
  const started = await startPrivateRound(app, asked);
  if (started && started.kind !== 'started') return privately((words) => showNotAsked(words, started));
  // Null: another of the caller's commands was first, and both show its round.
  const round = started?.round ?? (await findPrivateRound(app, who));
  if (!round) throw new Error('a private round was neither made nor found');
  const step = await nextPrivateQuestion(app, { ...who, roundId: round.id });
  const message: Shown = (words) => showPrivateStep(words, step, started === null);
  return as === 'update' ? { kind: 'update', message } : privately(message);
}

function whoOf(interaction: CommandInteraction | ComponentInteraction) {
  return {
    ...actorOf(interaction),
    channelId: interaction.channelId ?? '',
  };
}
