// /quiz private: starts a round for the caller alone, or goes on with the one that is unfinished.
import type { Answer, BotApp, CommandInteraction, ComponentInteraction } from '#bot/feature.ts';
import { startPrivateRound } from './asking.actions.ts';
import { showNotAsked } from './notices.view.ts';
import { findPrivateRound, nextPrivateQuestion } from './private.actions.ts';
import { showPrivateStep } from './private.view.ts';

type Interaction = CommandInteraction | ComponentInteraction;

export async function runPrivateQuiz(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const topic = interaction.options.getString('topic');
  const count = interaction.options.getInteger('count');
  const unfinished = await findPrivateRound(app, whoOf(interaction));
  // Asking for something in particular means a new round; plain `/quiz private` goes on with the old one, unless all
  // of its questions are answered.
  if (unfinished && topic === null && count === null) {
    const step = await stepOf(app, interaction, unfinished.id);
    if (step.kind === 'question') return show(step, { isResumed: true });
  }
  return startPrivately(app, interaction, { topic, count: count ?? 1, replaces: unfinished?.id ?? null });
}

/** `replaces` is the unfinished round whose place the new one takes. */
export async function startPrivately(
  app: BotApp,
  interaction: Interaction,
  asked: { topic: string | null; count: number; replaces: number | null },
): Promise<Answer> {
  const started = await startPrivateRound(app, {
    ...whoOf(interaction),
    ...asked,
    pressId: interaction.id,
    channelId: interaction.channelId ?? '',
    openMinutes: 0,
  });
  if (started && started.kind !== 'started')
    return { kind: 'reply', private: true, message: (words) => showNotAsked(words, started) };
  // Null: another of the caller's commands was first, and both show its round.
  const round = started?.round ?? (await findPrivateRound(app, whoOf(interaction)));
  if (!round) throw new Error('a private round was neither made nor found');
  return show(await stepOf(app, interaction, round.id), { isResumed: started === null });
}

/** Null where no round of the member's has a question left. */
export async function findOpenRound(app: BotApp, interaction: Interaction): Promise<number | null> {
  const round = await findPrivateRound(app, whoOf(interaction));
  if (!round) return null;
  const step = await stepOf(app, interaction, round.id);
  return step.kind === 'question' ? round.id : null;
}

function whoOf({ guildId, user }: Interaction) {
  return { serverId: guildId, memberId: user.id };
}

function stepOf(app: BotApp, interaction: Interaction, roundId: number) {
  return nextPrivateQuestion(app, {
    roundId,
    memberId: interaction.user.id,
    channelId: interaction.channelId ?? '',
  });
}

function show(step: Awaited<ReturnType<typeof stepOf>>, { isResumed }: { isResumed: boolean }): Answer {
  return { kind: 'reply', private: true, message: (words) => showPrivateStep(words, step, isResumed) };
}
