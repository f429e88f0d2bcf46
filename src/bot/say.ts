// Puts an answer into words: the member's language where they alone read it, the server's where everybody does.
import { InteractionContextType, type MessageComponentInteraction, MessageFlags } from 'discord.js';
import type { Message } from '#bot/card.ts';
import type { Answer, BotApp, SentMessage, UsedInteraction } from '#bot/feature.ts';
import { serverHere } from '#bot/ground.ts';
import type { Modal } from '#bot/modal.ts';
import type { Words } from '#words/words.ts';

/** An answer whose language is chosen: what is sent to Discord. */
export type Said =
  | {
      kind: 'reply';
      message: Message;
      private: boolean;
      sent?: (message: SentMessage) => Promise<void>;
      refused?: () => Promise<void>;
      note?: Message;
    }
  | { kind: 'update'; message: Message }
  | { kind: 'modal'; modal: Modal };

type Interaction = UsedInteraction;

export async function say(app: BotApp, interaction: Interaction, answer: Answer): Promise<Said> {
  switch (answer.kind) {
    case 'modal':
      return { kind: 'modal', modal: answer.modal(await ofMember(app, interaction)) };
    case 'update': {
      const words = isPrivate(interaction)
        ? await ofMember(app, interaction, answer.language)
        : await ofServer(app, interaction);
      return { kind: 'update', message: answer.message(words) };
    }
    case 'reply': {
      const { message, note, language, ...rest } = answer;
      const words = answer.private
        ? await ofMember(app, interaction, language)
        : await ofServer(app, interaction);
      return {
        ...rest,
        message: message(words),
        ...(note ? { note: note(await ofMember(app, interaction)) } : {}),
      };
    }
  }
}

/** `chosen` is undefined where nobody has read the member's choice yet; null where they made none. */
async function ofMember(
  { languages }: BotApp,
  { user, locale }: Interaction,
  chosen?: string | null,
): Promise<Words> {
  if (chosen === undefined) return languages.ofMember(user.id, locale);
  return chosen === null ? languages.ofLocale(locale) : languages.ofCode(chosen);
}

/** Where no server of ours has a say, that of the place; in a group, that of who asks. */
function ofServer({ languages }: BotApp, interaction: Interaction): Promise<Words> {
  return languages.ofServer(serverHere(interaction), interaction.guildLocale ?? interaction.locale);
}

/** True for a component on a message that only its presser sees, or in a direct message, where nobody else reads. */
function isPrivate(interaction: Interaction): boolean {
  if (interaction.context === InteractionContextType.BotDM) return true;
  const { message } = interaction as Partial<MessageComponentInteraction>;
  return message?.flags.has(MessageFlags.Ephemeral) ?? false;
}
