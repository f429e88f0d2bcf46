// /quiz private: starts a round for the caller alone, or goes on with the one that is unfinished.
import type { Answer, BotApp, CommandInteraction } from '#bot/feature.ts';
import { startPrivateRound } from './asking.actions.ts';
import { showNotAsked } from './notices.view.ts';
import { findPrivateRound, nextPrivateQuestion } from './private.actions.ts';
import { showPrivateStep } from './private.view.ts';

export async function runPrivateQuiz(app: BotApp, interaction: CommandInteraction): Promise<Answer> {
  const asked = askerOf(interaction);
  const topic = interaction.options.getString('topic');
  const count = interaction.options.getInteger('count');
  // Asking for something in particular means a new round; plain `/quiz private` goes on with the old one, unless all
  // of its questions are answered.
  if (topic === null && count === null) {
    const unfinished = await findPrivateRound(app, asked);
    const step = unfinished && (await nextPrivateQuestion(app, { ...asked, roundId: unfinished.id }));
    if (step?.kind === 'question') return show(step, { isResumed: true });
  }
  return startPrivately(app, { ...asked, topic, count: count ?? 1 });
}

export type Asker = { serverId: string; memberId: string; pressId: string; channelId: string };

export function askerOf({
  guildId,
  user,
  id,
  channelId,
}: Pick<CommandInteraction, 'guildId' | 'user' | 'id'> & { channelId: string | null }): Asker {
  return { serverId: guildId, memberId: user.id, pressId: id, channelId: channelId ?? '' };
}

/** A new round for the asker alone; it takes the place of the unfinished one. */
export async function startPrivately(
  app: BotApp,
  { topic, count, ...asker }: Asker & { topic: string | null; count: number },
): Promise<Answer> {
  const unfinished = await findPrivateRound(app, asker);
  const replaces = unfinished?.id ?? null;
  const started = await startPrivateRound(app, { ...asker, topic, count, openMinutes: 0, replaces });
  if (started && started.kind !== 'started')
    return { kind: 'reply', private: true, message: (words) => showNotAsked(words, started) };
  // Null: another of the caller's commands was first, and both show its round.
  const round = started?.round ?? (await findPrivateRound(app, asker));
  if (!round) throw new Error('a private round was neither made nor found');
  const step = await nextPrivateQuestion(app, { ...asker, roundId: round.id });
  return show(step, { isResumed: started === null });
}

function show(
  step: Awaited<ReturnType<typeof nextPrivateQuestion>>,
  { isResumed }: { isResumed: boolean },
): Answer {
  return { kind: 'reply', private: true, message: (words) => showPrivateStep(words, step, isResumed) };
}
