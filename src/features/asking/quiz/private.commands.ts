// /quiz private: starts a round for the caller alone, or goes on with the one that is unfinished.
import type { Answer, BotApp, CommandInteraction } from '#bot/feature.ts';
import { startPrivateRound } from './asking.actions.ts';
import { showNotAsked } from './notices.view.ts';
import { findPrivateRound, nextPrivateQuestion } from './private.actions.ts';
import { showPrivateStep } from './private.view.ts';

export async function runPrivateQuiz(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const pressId = interaction.id;
  const who = { serverId: interaction.guildId, memberId: interaction.user.id };
  const topic = interaction.options.getString('topic');
  const count = interaction.options.getInteger('count');
  const unfinished = await findPrivateRound(app, who);
  // Asking for something in particular means a new round; plain `/quiz private` goes on with the old one, unless all
  // of its questions are answered.
  if (unfinished && topic === null && count === null) {
    const step = await stepOf(app, interaction, unfinished.id);
    if (step.kind === 'question') return show(step, { isResumed: true });
  }
  const started = await startPrivateRound(app, {
    ...who,
    pressId,
    channelId: interaction.channelId,
    topic,
    count: count ?? 1,
    openMinutes: 0,
    replaces: unfinished?.id ?? null,
  });
  if (started && started.kind !== 'started')
    return { kind: 'reply', private: true, message: (words) => showNotAsked(words, started) };
  // Null: another of the caller's commands was first, and both show its round.
  const round = started?.round ?? (await findPrivateRound(app, who));
  if (!round) throw new Error('a private round was neither made nor found');
  return show(await stepOf(app, interaction, round.id), { isResumed: started === null });
}

function stepOf(app: BotApp, interaction: CommandInteraction, roundId: number) {
  return nextPrivateQuestion(app, {
    roundId,
    memberId: interaction.user.id,
    channelId: interaction.channelId,
  });
}

function show(step: Awaited<ReturnType<typeof stepOf>>, { isResumed }: { isResumed: boolean }): Answer {
  return { kind: 'reply', private: true, message: (words) => showPrivateStep(words, step, isResumed) };
}
