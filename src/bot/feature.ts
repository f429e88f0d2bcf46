// What a feature hands to the bot: plain objects. Types only.

import type {
  APIModalInteractionResponseCallbackData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { App } from '#app.ts';
import type { Message } from '#bot/card.ts';
import type { Channels } from '#bot/channels.ts';
import type { Debounce } from '#bot/debounce.ts';
import type { Job } from '#schedule/schedule.ts';

/** What commands, components and jobs get: the product's dependencies and the ways out to Discord. */
export type BotApp = App & { channels: Channels; debounce: Debounce };

export type SentMessage = { channelId: string; messageId: string };

/** What a command or component answers with; the router alone sends it. */
export type Answer =
  | {
      kind: 'reply';
      message: Message;
      private: boolean;
      /** Learns which message the answer became; asked of Discord only when given. */
      sent?: (message: SentMessage) => Promise<void>;
      /** Said to the asker alone, after the answer. */
      note?: Message;
    }
  /** Replaces the message that the pressed component is on. */
  | { kind: 'update'; message: Message }
  | { kind: 'modal'; modal: APIModalInteractionResponseCallbackData };

/**
 * `defer` is 'none' wherever the work surely fits Discord's 3 seconds: the answer is then the callback itself,
 * which discord.js does not throttle (a deferred edit is held to 50/s per process).
 */
export type Defer = 'none' | 'private' | 'public';

export type CommandInteraction = ChatInputCommandInteraction<'cached' | 'raw'>;
export type ComponentInteraction = (MessageComponentInteraction | ModalSubmitInteraction) & {
  guildId: string;
};

export type Command = {
  data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  defer: Defer;
  run(app: BotApp, interaction: CommandInteraction): Promise<Answer>;
  complete?(app: BotApp, interaction: AutocompleteInteraction): Promise<{ name: string; value: string }[]>;
};

export type Component = {
  /** First part of the custom ids it answers; unique over all features. */
  name: string;
  defer: Defer;
  run(
    app: BotApp,
    press: { interaction: ComponentInteraction; version: number; args: string[] },
  ): Promise<Answer>;
};

export type Feature = {
  commands?: readonly Command[];
  components?: readonly Component[];
  jobs?: readonly Job<BotApp>[];
};
