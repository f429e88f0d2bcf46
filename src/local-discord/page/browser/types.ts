// What the page knows: the shapes that the control API answers with.
import type { Json } from '../../json.ts';
import type { Channel, Command, Message, Role, User } from '../../model.ts';

export type { Message, User };

export type Rank = 'admin' | 'moderator' | 'member';
type Member = { user: User; nick: string | null; roles: string[]; rank: Rank; guildIds: string[] };

export type Guild = { id: string; name: string; roles: Role[]; locale: string; isBotHere: boolean };

export type PlaceInView = Channel & {
  /** Of a group or of direct messages. */
  recipients?: User[];
  /** `post`: open posts in a forum. */
  may: { send: boolean; post: boolean; deleteOthers: boolean };
  /** Whether the bot sees this channel. */
  isBotHere: boolean;
  /** Ids of the commands this member may use here. */
  commands: string[];
};

/** Servers, groups and messages with the bot as one member sees them. */
export type View = {
  now: number;
  clock: { offset: number; frozenAt: number | null };
  me: string;
  /** The language of the acting member's Discord. */
  locale: string;
  bot: { user: User; connected: boolean };
  /** Whether this member has installed the bot for themself. */
  hasApp: boolean;
  /** Those with the bot first. */
  guilds: Guild[];
  /** Everybody this member meets in any of these places. */
  members: Member[];
  channels: PlaceInView[];
  commands: Command[];
};

export type Modal = { interactionId: string; title: string; customId: string; components: Json[] };

/** What became of a command, press, choice or form. */
export type ActResult = {
  state: string;
  reason?: string;
  message?: Message;
  modal?: Modal;
};

export type BotRequest = {
  at: number;
  method: string;
  route: string;
  path: string;
  status: number;
  ms: number;
  body?: unknown;
  faults: { path?: (string | number)[]; code?: string; message?: string }[];
};

export type Milestone = { name: string; at: number };

/** Something only this page shows: a command that failed. */
export type Notice = { id: string; channelId: string; heading: string; text: string };
