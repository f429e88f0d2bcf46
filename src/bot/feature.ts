// What a feature hands to the bot: plain objects. Types only.

import type {
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { App } from '#app.ts';
import type { Call } from '#bot/call.ts';
import type { Message } from '#bot/card.ts';
import type { ChannelCheck } from '#bot/channel-permissions.ts';
import type { Channels } from '#bot/channels.ts';
import type { CommandIds } from '#bot/command-ids.ts';
import type { Debounce } from '#bot/debounce.ts';
import type { Actor } from '#bot/ground.ts';
import type { FindLanguage, Languages } from '#bot/languages.ts';
import type { Modal } from '#bot/modal.ts';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import type { Personal } from '#db/personal.ts';
import type { Pictures } from '#pictures/picture.ts';
import type { Job } from '#schedule/schedule.ts';
import type { Words } from '#words/words.ts';

/** What commands, components and jobs get: the product's dependencies and the ways out to Discord. */
export type BotApp = App & {
  channels: Channels;
  commandIds: CommandIds;
  debounce: Debounce;
  languages: Languages;
  links: Links;
  team: Team;
  /** After how many months old answers are deleted; null for never. */
  keepMonths: number | null;
  /** Null where this installation cannot draw: messages are sent without their pictures. */
  pictures: Pictures | null;
};

/** Pages about this bot that its operator may name; null where there is none. */
export type Links = { privacy: string | null; terms: string | null; source: string | null };

/** Those whom the operator named for reviewing official questions, and where they are told of new tickets. */
export type Team = {
  memberIds: readonly string[];
  channelId: string | null;
  /** Whoever has this role in this server is one of them. */
  role: { serverId: string; roleId: string } | null;
};

export type SentMessage = { channelId: string; messageId: string };

/** A message before its language is known: the router says it in the member's, or in the server's where all read it. */
export type Shown = (words: Words) => Message;
export type ShownModal = (words: Words) => Modal;

/** What a command or component answers with; the router alone sends it, and chooses the language. */
export type Answer =
  | {
      kind: 'reply';
      message: Shown;
      private: boolean;
      /** The member's own language, where it was read already; null when they chose none. */
      language?: string | null;
      /** Learns which message the answer became; asked of Discord only when given. */
      sent?: (message: SentMessage) => Promise<void>;
      /** Discord took no message, for good: what was made for it is taken back. */
      refused?: () => Promise<void>;
      /** Said to the asker alone, after the answer. */
      note?: Shown;
    }
  /** Replaces the message that the pressed component is on. */
  | { kind: 'update'; message: Shown; language?: string | null }
  | { kind: 'modal'; modal: ShownModal };

/** Said to a member alone after whatever they did; `said` is called once Discord has it, `refused` when it surely has not. */
export type Aside = { message: Shown; said(): Promise<void>; refused(): Promise<void> };

/**
 * `defer` is 'none' wherever the work surely fits Discord's 3 seconds: the answer is then the callback itself,
 * which discord.js does not throttle (a deferred edit is held to 50/s per process). 'update' is for a component that
 * takes longer and then replaces its own message.
 */
export type Defer = 'none' | 'private' | 'public' | 'update';

/**
 * In any place: a server that has the bot, one that has not, a direct message, a group. Which server's rules hold is for
 * `bot/ground.ts` to say, never for `guildId`.
 */
export type CommandInteraction = ChatInputCommandInteraction;
export type ComponentInteraction = MessageComponentInteraction | ModalSubmitInteraction;
export type MenuInteraction = MessageContextMenuCommandInteraction;
/** Whatever a member did that is answered. */
export type UsedInteraction = CommandInteraction | MenuInteraction | ComponentInteraction;

export type Choice = { name: string; value: string };

/** Goes on with a command that was called before something had to be asked; its private answer takes the place of the message. */
export type Again = { kind: 'again'; call: Call };

/** What one wants of a command; `/help` lists them by it. */
type CommandGroup = 'learn' | 'practise' | 'measure' | 'group' | 'setup';

/** Who types what in which option. */
export type Typing = Actor & {
  option: string;
  typed: string;
  /** What another option of the command says so far; null while it says nothing. */
  other(option: string): string | null;
};

export type Command = {
  group: CommandGroup;
  data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Of each use where subcommands differ. */
  defer: Defer | ((interaction: CommandInteraction) => Defer);
  run(app: BotApp, interaction: CommandInteraction): Promise<Answer>;
  /** What an option's list offers, in the member's language. */
  complete?(app: BotApp, typing: Typing, words: Words): Promise<Choice[]>;
};

/** A command on a message: under *Apps* in its menu. */
export type MenuCommand = {
  data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  defer: Defer;
  run(app: BotApp, interaction: MenuInteraction): Promise<Answer>;
};

export type Component = {
  /** First part of the custom ids it answers; unique over all features. */
  name: string;
  /** The newest version of its custom ids, 1 by default. Older ones are handed to it; none is that was never written. */
  version?: number;
  defer: Defer;
  run(
    app: BotApp,
    press: { interaction: ComponentInteraction; version: number; args: string[] },
  ): Promise<Answer | Again>;
};

/** What a start knows of Discord, and what whoever runs it wants. */
type Start = {
  applicationId: string;
  serverIds: readonly string[];
  /** False for a process that runs only some of the shards. */
  seesAll: boolean;
  /** Takes over a database that belongs to another application. */
  takesDatabase: boolean;
};

/** What Discord lists to who logs in: the servers of some shards, all that the bot is in. */
type Listing = {
  serverIds: readonly string[];
  /** Whether a server would be among them, were the bot in it. */
  wouldSee(serverId: string): boolean;
};

/** Without who said it. */
export type Told = {
  exam: string;
  questionId: string;
  questionVersion: number;
  kind: string;
  text: string;
  reportedAt: Date;
};
/** Of one exam, or of all with null. */
type FindReports = (db: Db, wanted: { exam: string | null; limit: number }) => Promise<Told[]>;
/** The same, of what answers say by themselves; in words, since no member said it. */
type FindAlarms = (db: Db, wanted: { exam: string | null; limit: number }, words: Words) => Promise<Told[]>;

/** A number that whoever runs the bot watches: of the whole database, counted whenever the metrics are read. */
export type Gauge = { name: string; help: string } & (
  | { label?: never; count(db: Db): Promise<number> }
  /** One number for each value of the label. */
  | { label: string; count(db: Db): Promise<Record<string, number>> }
);

/** Where the bot posts by itself, and what; null for a channel of which nobody noted the server. */
export type PlaceToPost = Omit<ChannelCheck, 'serverId'> & { serverId: string | null; what: string };

/** All that the composition asks of a feature. Each hook may be missing. */
export type Feature = {
  commands?: readonly Command[];
  menus?: readonly MenuCommand[];
  components?: readonly Component[];
  jobs?: readonly Job<BotApp>[];
  /** Which of its jobs look for work that the database knows of, and what is asked of it: they run when there is some. */
  due?: Readonly<Record<string, Due>>;
  gauges?: readonly Gauge[];
  /** Once the gateway is ready. A throw ends the start. */
  started?(app: BotApp, start: Start): Promise<void>;
  /** After the start, and in a fleet after each login of a shard. What was handed on by another process is not listed. */
  listed?(app: BotApp, listing: Listing): Promise<void>;
  /** The bot is (again) in a server. Told again until it works; so is the next. */
  joined?(app: BotApp, server: { serverId: string }): Promise<void>;
  /** The bot was removed from a server. */
  left?(app: BotApp, server: { serverId: string }): Promise<void>;
  /** Since when its oldest overdue work waits, for readiness; null when nothing is due. */
  oldestDue?(app: BotApp): Promise<Date | null>;
  /** When it will post by itself next, for a clock that is moved on. */
  nextPost?(app: BotApp): Promise<Date | null>;
  /** The playground's clock was moved on while the bot worked. */
  clockMoved?(app: BotApp): Promise<void>;
  /** Asks somebody of whom nobody knows what they learn, and goes on with what they called, if that was a command. */
  newcomer?(app: BotApp, asked: { memberId: string; locale: string; call: Call | null }): Promise<Answer>;
  /** What a member is still to be told, which waited for them to do something; null for nothing. Asked after every answer. */
  aside?(app: BotApp, memberId: string): Promise<Aside | null>;
  /** A member's own rows, for `/privacy`. */
  personal?: Personal;
  /** What members told those who keep the bank, newest first: for `npm run reports`. */
  reports?: FindReports;
  /** Questions that behave oddly, newest first: for `npm run reports`, after what members told. */
  alarms?: FindAlarms;
  /** Where it posts by itself, for `npm run doctor`. */
  placesToPost?(db: Db): Promise<PlaceToPost[]>;
  /** Which language a server or member chose. */
  language?: FindLanguage;
};
