// Complete payloads as the bot receives them. discord.js throws (and the process dies) over missing
// `entitlements` or `authorizing_integration_owners`, so nothing here is optional without a reason.
import { FILE_SIZE_LIMIT } from './files.ts';
import { contextOf, ownersOf } from './installations.ts';
import { asObject, type Json } from './json.ts';
import {
  CHANNEL_TYPE,
  type Channel,
  type Guild,
  type Interaction,
  type Member,
  type Message,
} from './model.ts';
import { ALL_PERMISSIONS, permissionBits } from './permissions.ts';
import { isForum, isThread, type Platform, permissionsIn } from './platform.ts';

export function memberPayload(platform: Platform, member: Member): Json {
  return {
    user: platform.world.accounts.get(member.user_id)?.user,
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: member.joined_at,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

const FORUM_FIELDS = {
  available_tags: [],
  default_reaction_emoji: null,
  default_sort_order: null,
  default_forum_layout: 0,
};

export function channelPayload(platform: Platform, channel: Channel): Json {
  const { thread_member_ids, recipient_ids, ...plain } = channel;
  if (recipient_ids) {
    return { ...plain, recipients: recipient_ids.map((id) => platform.world.accounts.get(id)?.user) };
  }
  if (isForum(channel)) return { ...plain, ...FORUM_FIELDS };
  if (!isThread(channel)) return plain;
  const count = platform.world.logs.get(channel.id)?.length ?? 0;
  return {
    ...plain,
    message_count: count,
    total_message_sent: count,
    member_count: thread_member_ids?.length ?? 0,
  };
}

export function guildPayload(platform: Platform, guild: Guild): Json {
  const { has_bot: _hasBot, ...plain } = guild;
  return {
    ...plain,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    system_channel_id: plain.system_channel_id ?? null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    application_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    max_members: 500_000,
    max_video_channel_users: 25,
    features: [],
    emojis: [],
    stickers: [],
    region: 'local',
    approximate_member_count: platform.world.members.get(guild.id)?.size ?? 0,
  };
}

/** What GUILD_CREATE carries: of the members only the bot itself, as without GUILD_PRESENCES. */
export function guildCreatePayload(platform: Platform, guild: Guild): Json {
  const members = platform.world.members.get(guild.id);
  const bot = members?.get(platform.application.botId);
  const channels = guildChannels(platform, guild.id);
  return {
    ...guildPayload(platform, guild),
    joined_at: bot?.joined_at,
    large: false,
    unavailable: false,
    member_count: members?.size ?? 0,
    members: bot ? [memberPayload(platform, bot)] : [],
    channels: channels.filter((each) => !isThread(each)).map((each) => channelPayload(platform, each)),
    threads: channels.filter(isThread).map((each) => channelPayload(platform, each)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [...platform.world.events.values()].filter((each) => each.guild_id === guild.id),
    soundboard_sounds: [],
  };
}

export function guildChannels(platform: Platform, guildId: string): Channel[] {
  const ids = platform.world.guildChannels.get(guildId) ?? new Set();
  return [...ids].map((id) => platform.world.channels.get(id)).filter((each) => each !== undefined);
}

/** The INTERACTION_CREATE of an interaction, around its type-specific `data`. */
export function interactionPayload(platform: Platform, interaction: Interaction, data: Json): Json {
  const { world, application } = platform;
  const channel = world.channels.get(interaction.channelId);
  const account = world.accounts.get(interaction.userId);
  const source = interaction.sourceMessageId ? world.messages.get(interaction.sourceMessageId) : undefined;
  const place = channel ? placePayload(platform, channel, interaction) : {};
  return {
    id: interaction.id,
    application_id: application.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: interaction.channelId,
    locale: account?.locale ?? 'en-US',
    entitlements: [],
    attachment_size_limit: FILE_SIZE_LIMIT,
    ...place,
    ...(source ? { message: interactionMessage(source.message) } : {}),
  };
}

const AS_USER_INSTALL = permissionBits(['EMBED_LINKS', 'ATTACH_FILES', 'MENTION_EVERYONE']);
const IN_BOT_DIRECT = AS_USER_INSTALL | permissionBits(['USE_EXTERNAL_EMOJIS']);

/** Documented for direct messages and groups; a server without the bot gives it no more than a group does. */
function appPermissions(platform: Platform, channel: Channel): bigint {
  if (channel.type === CHANNEL_TYPE.dm) return IN_BOT_DIRECT;
  const { botId } = platform.application;
  const isMember = platform.world.members.get(channel.guild_id ?? '')?.has(botId) === true;
  return isMember ? permissionsIn(platform, channel, botId) : AS_USER_INSTALL;
}

function placePayload(platform: Platform, channel: Channel, interaction: Interaction): Json {
  const { world } = platform;
  const shared = {
    context: contextOf(channel),
    authorizing_integration_owners: ownersOf(interaction),
    channel: {
      ...channelPayload(platform, channel),
      permissions: String(permissionsIn(platform, channel, interaction.userId)),
    },
    app_permissions: String(appPermissions(platform, channel)),
  };
  const guild = world.guilds.get(channel.guild_id ?? '');
  const member = world.members.get(channel.guild_id ?? '')?.get(interaction.userId);
  if (!guild || !member) {
    const user = world.accounts.get(interaction.userId)?.user;
    return { ...shared, user };
  }
  return {
    ...shared,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferred_locale, features: [] },
    guild_locale: guild.preferred_locale,
    member: {
      ...memberPayload(platform, member),
      permissions: String(permissionsIn(platform, channel, interaction.userId) & ALL_PERMISSIONS),
    },
  };
}

function interactionMessage(message: Message): Json {
  return asObject(message);
}
