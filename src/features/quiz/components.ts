// Buttons and menus of questions: answer, close, next, another, reasoning, history.

import { PermissionFlagsBits } from 'discord.js';
import type { Answer, BotApp, Component, ComponentInteraction } from '#bot/feature.ts';
import { Refusal } from '#lib/refusal.ts';
import { type AnswerOutcome, answerQuestion } from './answering.actions.ts';
import { askAnother } from './asking.actions.ts';
import { showFeedback, showReasoning } from './feedback.view.ts';
import { showClosedAlready, showNoSuchQuestion, showNotAsked } from './notices.view.ts';
import { showPost, showReveal } from './post.view.ts';
import { closeEarly, readReveal, recordMessage } from './posting.actions.ts';
import { endPrivateRound, nextPrivateQuestion } from './private.actions.ts';
import { showPrivateStep } from './private.view.ts';
import { touchTally } from './tally.jobs.ts';

const answer: Component = {
  name: 'answer',
  defer: 'none',
  async run(app, { interaction, args }) {
    const outcome = await answerQuestion(app, {
      postId: readId(args[0]),
      memberId: interaction.user.id,
      picked: readPicked(interaction, args[1]),
      pressId: interaction.id,
      at: interaction.createdAt,
    });
    if (outcome.kind === 'no-such-question')
      return { kind: 'reply', private: true, message: showNoSuchQuestion() };
    await afterAnswer(app, interaction, outcome);
    const message = showFeedback(outcome);
    return outcome.post.kind === 'private'
      ? { kind: 'update', message }
      : { kind: 'reply', private: true, message };
  },
};

const close: Component = {
  name: 'close',
  defer: 'none',
  async run(app, { interaction, args }) {
    const isModerator = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
    const outcome = await closeEarly(app, {
      postId: readId(args[0]),
      member: { id: interaction.user.id, isModerator },
    });
    switch (outcome.kind) {
      case 'closed':
        return { kind: 'update', message: showReveal(outcome, outcome.tally) };
      case 'closed-already':
        return { kind: 'reply', private: true, message: showClosedAlready() };
      case 'not-allowed':
        throw new Refusal({ kind: 'not-allowed', needs: 'manage-messages-or-asker' });
    }
  },
};

const next: Component = {
  name: 'next',
  defer: 'none',
  async run(app, { interaction, args }) {
    const step = await nextPrivateQuestion(app, {
      roundId: readId(args[0]),
      memberId: interaction.user.id,
      channelId: interaction.channelId ?? '',
    });
    return { kind: 'update', message: showPrivateStep(step, app.content, false) };
  },
};

const startOver: Component = {
  name: 'startover',
  defer: 'none',
  async run(app, { interaction, args }) {
    const end = await endPrivateRound(app, { roundId: readId(args[0]), memberId: interaction.user.id });
    return { kind: 'update', message: showPrivateStep(end, app.content, false) };
  },
};

const another: Component = {
  name: 'another',
  defer: 'none',
  async run(app, { interaction, args }) {
    const outcome = await askAnother(app, {
      serverId: interaction.guildId,
      channelId: interaction.channelId ?? '',
      memberId: interaction.user.id,
      questionId: args[0] ?? '',
    });
    if (outcome.kind !== 'asked') return { kind: 'reply', private: true, message: showNotAsked(outcome) };
    const pack = app.content.get(outcome.post.exam);
    if (!pack) return { kind: 'reply', private: true, message: showNoSuchQuestion() };
    return { kind: 'reply', private: true, message: showPost({ ...outcome, pack }, 0) };
  },
};

const reasoning: Component = {
  name: 'reasoning',
  defer: 'none',
  async run(app, { interaction, args }) {
    const reveal = await readReveal(app, { postId: readId(args[0]), serverId: interaction.guildId });
    const message = reveal ? showReasoning({ ...reveal, post: { ...reveal.post } }) : showClosedAlready();
    return { kind: 'reply', private: true, message };
  },
};

const history: Component = {
  name: 'history',
  defer: 'none',
  async run(app, { interaction }): Promise<Answer> {
    const postId = readId(interaction.isStringSelectMenu() ? interaction.values[0] : undefined);
    const reveal = await readReveal(app, { postId, serverId: interaction.guildId });
    const message = reveal ? showReveal(reveal, reveal.tally) : showNoSuchQuestion();
    return { kind: 'reply', private: true, message };
  },
};

export const components: readonly Component[] = [answer, close, next, startOver, another, reasoning, history];

/** The public tally moves soon; a message id that never reached us (we were killed) is learned from the press. */
async function afterAnswer(
  app: BotApp,
  interaction: ComponentInteraction,
  outcome: AnswerOutcome,
): Promise<void> {
  if (outcome.kind === 'no-such-question' || outcome.post.kind === 'private') return;
  const { post } = outcome;
  const messageId = interaction.isMessageComponent() ? interaction.message.id : null;
  if (post.messageId === null && messageId) await recordMessage(app, { postId: post.id, messageId });
  if (outcome.kind === 'answered' && post.status === 'open') touchTally(app, post.id);
}

function readId(arg: string | undefined): number {
  const id = Number(arg);
  if (!arg || !Number.isSafeInteger(id)) throw new Refusal({ kind: 'outdated-component' });
  return id;
}

function readPicked(interaction: ComponentInteraction, arg: string | undefined): number[] {
  const picked = interaction.isStringSelectMenu() ? interaction.values.map(Number) : [Number(arg)];
  if (picked.some((index) => !Number.isInteger(index) || index < 0 || index > 5)) {
    throw new Refusal({ kind: 'outdated-component' });
  }
  return picked;
}
