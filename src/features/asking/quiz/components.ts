// Buttons and menus of questions: answer, another, reasoning. Those of rounds and of /history are beside.

import type { BotApp, Component, ComponentInteraction, Shown } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import { privately, readId } from '#bot/pressing.ts';
import { isUnavailable } from '#db/connect.ts';
import type { Feedback } from '#features/record/answer/feedback.ts';
import { touchTally } from '#features/record/post/tally.ts';
import { showPost } from '#features/record/post/view.ts';
import { Refusal } from '#lib/refusal.ts';
import { answerQuestion, type QuizAnswer, recordMessage } from './answering.actions.ts';
import { askAnother } from './asking.actions.ts';
import { closingComponents } from './closing.components.ts';
import { showExplained } from './explained.view.ts';
import { explainClosed } from './explaining.actions.ts';
import { showFeedback } from './feedback.view.ts';
import { historyComponents } from './history.components.ts';
import { lessonComponent } from './lesson.components.ts';
import { showNoSuchQuestion, showNotAsked } from './notices.view.ts';
import { practice } from './practice.components.ts';
import { fromOf } from './pressing.ts';
import { privateComponents } from './private.components.ts';
import { roundComponents } from './round.components.ts';
import { goOnWhenAllAnswered } from './rounds.actions.ts';

/** `offered` is what other features add to the feedback. */
export function quizComponents(offered: readonly Feedback[]): readonly Component[] {
  return [
    answerWith(offered),
    ...closingComponents,
    ...roundComponents,
    ...privateComponents,
    another,
    practice,
    reasoning,
    ...historyComponents,
    lessonComponent,
  ];
}

function answerWith(offered: readonly Feedback[]): Component {
  return {
    name: 'answer',
    defer: 'none',
    async run(app, { interaction, args }) {
      const outcome = await answerQuestion(app, {
        postId: readId(args[0]),
        ...actorOf(interaction),
        from: fromOf(interaction),
        picked: readPicked(interaction, args[1]),
        pressId: interaction.id,
        at: interaction.createdAt,
      });
      if (outcome.kind === 'no-such-question') return privately(showNoSuchQuestion);
      await afterAnswer(app, interaction, outcome).catch((err: unknown) => {
        // The answer is saved, and that is what its giver must read; all this is caught up with later.
        if (!isUnavailable(err)) throw err;
        app.log.warn({ err, post: outcome.post.id }, 'saved, but what follows an answer was not');
      });
      const message: Shown = (words) => showFeedback(words, outcome, offered);
      const { language } = outcome;
      return outcome.post.kind === 'private'
        ? { kind: 'update', message, language }
        : { kind: 'reply', private: true, message, language };
    },
  };
}

const another: Component = {
  name: 'another',
  version: 2,
  defer: 'none',
  async run(app, { interaction, version, args }) {
    const [exam, questionId = ''] = version === 1 ? [null, args[0]] : [args[0] ?? null, args[1]];
    const outcome = await askAnother(app, {
      ...actorOf(interaction),
      channelId: interaction.channelId ?? '',
      pressId: interaction.id,
      exam,
      questionId,
    });
    return outcome.kind === 'asked'
      ? privately((words) => showPost(words, outcome, 0))
      : privately((words) => showNotAsked(words, outcome));
  },
};

const reasoning: Component = {
  name: 'reasoning',
  defer: 'none',
  async run(app, { interaction, args }) {
    const shown = await explainClosed(app, readerOf(interaction, readId(args[0])));
    return privately((words) => showExplained(words, shown));
  },
};

function readerOf(interaction: ComponentInteraction, postId: number) {
  return { postId, ...actorOf(interaction) };
}

/** The public tally moves soon; a message id that never reached us (we were killed) is learned from the press. */
async function afterAnswer(
  app: BotApp,
  interaction: ComponentInteraction,
  { kind, post }: QuizAnswer,
): Promise<void> {
  if (post.kind === 'private') return;
  const messageId = interaction.isMessageComponent() ? interaction.message.id : null;
  if (post.messageId === null && messageId) await recordMessage(app, { postId: post.id, messageId });
  if (kind !== 'answered' || post.status !== 'open') return;
  touchTally(app, post.id);
  if (post.kind === 'round') await goOnWhenAllAnswered(app, post);
}

function readPicked(interaction: ComponentInteraction, arg: string | undefined): number[] {
  const picked = interaction.isStringSelectMenu() ? interaction.values : [arg ?? ''];
  if (picked.some((index) => !/^[0-5]$/.test(index))) throw new Refusal({ kind: 'outdated-component' });
  return picked.map(Number);
}
