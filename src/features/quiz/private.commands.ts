// /quiz private: starts a round for the caller alone, or goes on with the one that is unfinished.
import type { Answer, BotApp, CommandInteraction } from '#bot/feature.ts';
import { startPrivateRound } from './asking.actions.ts';
import { showNotAsked } from './notices.view.ts';
import { endPrivateRound, findPrivateRound, nextPrivateQuestion } from './private.actions.ts';
import { showPrivateStep } from './private.view.ts';

export async function runPrivateQuiz(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const who = { serverId: interaction.guildId, memberId: interaction.user.id };
  const topic = interaction.options.getString('topic');
  const count = interaction.options.getInteger('count');
  const unfinished = await findPrivateRound(app, who);
  // Asking for something in particular means a new round; plain `/quiz private` goes on with the old one.
  const isNew = topic !== null || count !== null;
  if (unfinished && !isNew) return showRound(app, interaction, { roundId: unfinished.id, isResumed: true });
  if (unfinished) await endPrivateRound(app, { roundId: unfinished.id });
  const started = await startPrivateRound(app, {
    ...who,
    channelId: interaction.channelId,
    topic,
    count: count ?? 1,
    openMinutes: 0,
  });
  // Another of the caller's commands was first: both then show the same round.
  const round = started ?? (await findPrivateRound(app, who));
  if (!round) throw new Error('a private round was neither made nor found');
  if ('id' in round) return showRound(app, interaction, { roundId: round.id, isResumed: true });
  if (round.kind !== 'started') return { kind: 'reply', private: true, message: showNotAsked(round) };
  return showRound(app, interaction, { roundId: round.round.id, isResumed: false });
}

async function showRound(
  app: BotApp,
  interaction: CommandInteraction,
  { roundId, isResumed }: { roundId: number; isResumed: boolean },
): Promise<Answer> {
  const step = await nextPrivateQuestion(app, {
    roundId,
    memberId: interaction.user.id,
    channelId: interaction.channelId,
  });
  return { kind: 'reply', private: true, message: showPrivateStep(step, app.content, isResumed) };
}
