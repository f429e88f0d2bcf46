// What the local Discord remembers, in the shapes in which Discord sends it (snake case).
import type { Json } from './json.ts';

export type User = {
  id: string;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: string | null;
  bot: boolean;
  public_flags: number;
};

/** A user and what only the server knows about them. */
export type Account = {
  user: User;
  locale: string;
  acceptsDirectMessages: boolean;
  /** Whether they installed the bot for themself. */
  has_app?: boolean;
};

export type Role = {
  id: string;
  name: string;
  color: number;
  hoist: boolean;
  icon: null;
  unicode_emoji: null;
  position: number;
  permissions: string;
  managed: boolean;
  mentionable: boolean;
  flags: number;
};

export type Member = {
  guild_id: string;
  user_id: string;
  nick: string | null;
  roles: string[];
  joined_at: string;
};

export type Guild = {
  id: string;
  name: string;
  owner_id: string;
  preferred_locale: string;
  /** Where Discord greets who joins; missing where that is switched off. */
  system_channel_id?: string | null;
  roles: Role[];
  /** Whether the bot is a member; false before it was invited and after it was kicked. */
  has_bot: boolean;
};

export type Overwrite = { id: string; type: 0 | 1; allow: string; deny: string };

type ThreadMetadata = {
  archived: boolean;
  auto_archive_duration: number;
  archive_timestamp: string;
  locked: boolean;
  create_timestamp: string;
};

export const CHANNEL_TYPE = {
  text: 0,
  dm: 1,
  group: 3,
  category: 4,
  news: 5,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
  media: 16,
};

export type Channel = {
  id: string;
  type: number;
  guild_id?: string;
  name?: string;
  topic?: string | null;
  position?: number;
  parent_id?: string | null;
  nsfw?: boolean;
  rate_limit_per_user?: number;
  permission_overwrites?: Overwrite[];
  last_message_id: string | null;
  flags: number;
  owner_id?: string;
  thread_metadata?: ThreadMetadata;
  message_count?: number;
  total_message_sent?: number;
  member_count?: number;
  thread_member_ids?: string[];
  /** Of a group all its members; the bot is in none. */
  recipient_ids?: string[];
};

export type Attachment = {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type?: string;
  description?: string;
  width?: number;
  height?: number;
  /** Part of a message that one member alone sees. */
  ephemeral?: boolean;
  flags?: number;
};

export type Message = {
  id: string;
  channel_id: string;
  author: User;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  mentions: User[];
  mention_roles: string[];
  attachments: Attachment[];
  embeds: Json[];
  components: Json[];
  pinned: boolean;
  type: number;
  flags: number;
  reactions?: { emoji: Json; count: number; me: boolean; burst_colors: []; count_details: Json }[];
  nonce?: string | number;
  webhook_id?: string;
  application_id?: string;
  interaction_metadata?: Json;
  message_reference?: Json;
  thread?: Json;
  poll?: Json;
};

export const MESSAGE_FLAG = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
};

export type StoredMessage = {
  message: Message;
  /** The one member who sees it, when it is ephemeral. */
  visibleTo: string | null;
  nonce: string | null;
  /** All its files; "attachments" of the message holds only those that it does not show elsewhere. */
  files?: Attachment[];
  /** The interaction whose token made it: only that token (or one opened from it) may edit it. */
  interactionId: string | null;
  reactions?: Record<string, string[]>;
  /** Hidden by the member who saw it; the bot does not learn of this. */
  dismissed?: boolean;
};

export type Command = Json & {
  id: string;
  application_id: string;
  guild_id?: string;
  name: string;
  type: number;
  version: string;
};

/** By whose installation an interaction came about: of a server ("0" in direct messages), and of a user. */
export type Owners = { 0?: string; 1?: string };

export type Interaction = {
  id: string;
  token: string;
  type: number;
  at: number;
  channelId: string;
  guildId: string | null;
  userId: string;
  commandName: string | null;
  commandType: number | null;
  /** The message whose component was used (also for a modal opened from it). */
  sourceMessageId: string | null;
  /** Callback type of the first answer; null while there is none. */
  answer: number | null;
  originalId: string | null;
  ephemeral: boolean;
  modal: Json | null;
  /** No answer in 3 seconds: dead for good, whatever the clock says later. */
  expired: boolean;
  owners?: Owners;
  /** Counted only where they are limited. */
  followUps?: number;
};

export const INTERACTION_TYPE = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 };
export const CALLBACK = {
  pong: 1,
  message: 4,
  defer: 5,
  deferUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
};
