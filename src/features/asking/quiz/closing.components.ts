// Buttons that end a question, or its whole round, before its time.

import { PermissionFlagsBits } from 'discord.js';
import type { Answer, BotApp, Component, ComponentInteraction, Shown } from '#bot/feature.ts';
import { requireServer } from '#bot/ground.ts';
import { privately, readId } from '#bot/pressing.ts';
import { showReveal } from '#features/record/post/reveal.view.ts';
import { Refusal } from '#lib/refusal.ts';
import { endBeforeTime } from './closing.actions.ts';
import { type Ends, showAsk, showClosedAlready, showEnding, showNoSuchQuestion } from './notices.view.ts';
import { fromOf } from './pressing.ts';

export const closingComponents: readonly Component[] = [
  ending('close', 'question'),
  ending('endround', 'round'),
];

function ending(name: string, ends: Ends): Component {
  return {
    name,
    defer: 'none',
    run: (app, { interaction, args }) =>
      end(app, interaction, { postId: readId(args[0]), ends, isSure: args[1] === 'sure' }),
  };
}

type What = { postId: number; ends: Ends; isSure: boolean };

async function end(app: BotApp, interaction: ComponentInteraction, what: What): Promise<Answer> {
  const isModerator = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  const member = { id: interaction.user.id, isModerator };
  const from = what.isSure ? null : fromOf(interaction);
  const outcome = await endBeforeTime(app, { ...what, serverId: requireServer(interaction), from, member });
  switch (outcome.kind) {
    case 'ask':
      return privately((words) => showAsk(words, { ...what, ...outcome }));
    case 'closed':
      // Asked before, the press is on the question about it, and the closing job shows the key in a moment.
      return {
        kind: 'update',
        message: (words) =>
          what.isSure ? showEnding(words, what.ends) : showReveal(words, outcome, outcome.tally),
      };
    case 'closed-already':
      return what.isSure ? { kind: 'update', message: showClosedAlready } : privately(showClosedAlready);
    case 'round-ended': {
      const message: Shown = (words) => showEnding(words, 'round');
      return what.isSure ? { kind: 'update', message } : privately(message);
    }
    case 'gone':
      return what.isSure ? { kind: 'update', message: showNoSuchQuestion } : privately(showNoSuchQuestion);
    case 'not-allowed':
      throw new Refusal({ kind: 'not-allowed', needs: 'manage-messages-or-asker' });
  }
}
