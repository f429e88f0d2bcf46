// Threads: from a message (their id is the message's id), stand-alone, posts of a forum, and their members.
import { INTENT } from '../announce.ts';
import { refuse, refuseField } from '../errors.ts';
import { asNumber, asText, isObject, type Json } from '../json.ts';
import { createMessage, type Draft, replaceMessage } from '../messages.ts';
import { CHANNEL_TYPE, type Channel, MESSAGE_FLAG, type User } from '../model.ts';
import { channelPayload, guildChannels } from '../payloads.ts';
import {
  botUser,
  isForum,
  isoNow,
  isThread,
  needAccess,
  needGuild,
  needMessage,
  type Platform,
} from '../platform.ts';
import { type Answer, type Call, created, noContent, ok, param, type Route } from '../router.ts';

export const threadRoutes: Route[] = [
  {
    method: 'POST',
    pattern: '/channels/:channel/messages/:message/threads',
    limit: [50, 300],
    validate: 'create-thread-from-message',
    run: startFromMessage,
  },
  {
    method: 'POST',
    pattern: '/channels/:channel/threads',
    limit: [50, 300],
    validate: 'create-thread',
    run: startAlone,
  },
  { method: 'GET', pattern: '/guilds/:guild/threads/active', run: listActive },
  { method: 'GET', pattern: '/channels/:channel/thread-members', run: listMembers },
  { method: 'PUT', pattern: '/channels/:channel/thread-members/:user', run: join },
  { method: 'DELETE', pattern: '/channels/:channel/thread-members/:user', run: leave },
];

const THREADABLE = [CHANNEL_TYPE.text, CHANNEL_TYPE.news];

function startFromMessage(call: Call): Answer {
  const { platform, body } = call;
  const channel = needAccess(platform, param(call, 'channel'), ['CREATE_PUBLIC_THREADS']);
  if (!THREADABLE.includes(channel.type)) refuse('wrongChannelType');
  const stored = needMessage(platform, channel.id, param(call, 'message'));
  const { message } = stored;
  if (platform.world.channels.has(message.id)) refuse('threadExists');
  const thread = openThread(platform, channel, { id: message.id, type: CHANNEL_TYPE.publicThread, body });
  const payload = channelPayload(platform, thread);
  const flags = message.flags | MESSAGE_FLAG.hasThread;
  replaceMessage(platform, { ...stored, message: { ...message, flags, thread: payload } });
  return created(payload);
}

function startAlone(call: Call): Answer {
  const { platform, body } = call;
  const place = needAccess(platform, param(call, 'channel'));
  if (isForum(place)) return startPost(call, place);
  // Discord's default for this route is a private thread.
  const type = asNumber(body.type, CHANNEL_TYPE.privateThread);
  const isPublic = type === CHANNEL_TYPE.publicThread;
  const needed = isPublic ? 'CREATE_PUBLIC_THREADS' : 'CREATE_PRIVATE_THREADS';
  const channel = needAccess(platform, place.id, [needed]);
  if (!THREADABLE.includes(channel.type)) refuse('wrongChannelType');
  const thread = openThread(platform, channel, { id: platform.ids.next(), type, body });
  if (isPublic) noticeThread(platform, channel, thread);
  return created(channelPayload(platform, thread));
}

/** In a forum a thread comes with its first message, and SEND_MESSAGES is what it takes. */
function startPost({ platform, body, uploads }: Call, forum: Channel): Answer {
  needAccess(platform, forum.id, ['SEND_MESSAGES']);
  if (!isObject(body.message))
    return refuseField(['message'], 'BASE_TYPE_REQUIRED', 'This field is required');
  const author = botUser(platform);
  const draft = { body: body.message, uploads, mentionDefault: 'everything' as const };
  const { thread, message } = openPost(platform, forum, { author, body, draft });
  return created({ ...channelPayload(platform, thread), message });
}

type Post = { author: User; body: Json; draft: Draft };

/** The first message of a post has the id of its thread. */
export function openPost(platform: Platform, forum: Channel, { author, body, draft }: Post) {
  const id = platform.ids.next();
  const type = CHANNEL_TYPE.publicThread;
  const thread = openThread(platform, forum, { id, type, body, ownerId: author.id });
  const place = { channelId: id, author, visibleTo: null, extra: { id } };
  return { thread, message: createMessage(platform, draft, place).message };
}

/** The line "… started a thread" that appears in the parent channel. */
function noticeThread(platform: Platform, channel: Channel, thread: Channel): void {
  const reference = { type: 0, channel_id: thread.id, guild_id: channel.guild_id };
  createMessage(
    platform,
    { body: { content: thread.name ?? '' }, uploads: [], mentionDefault: 'users' },
    {
      channelId: channel.id,
      author: botUser(platform),
      visibleTo: null,
      extra: { type: 18, message_reference: reference },
    },
  );
}

type Plan = { id: string; type: number; body: Json; ownerId?: string };

function openThread(platform: Platform, parent: Channel, plan: Plan): Channel {
  const { id, type, body, ownerId = platform.application.botId } = plan;
  const now = isoNow(platform);
  const thread: Channel = {
    id,
    type,
    ...(parent.guild_id ? { guild_id: parent.guild_id } : {}),
    name: asText(body.name),
    parent_id: parent.id,
    owner_id: ownerId,
    rate_limit_per_user: asNumber(body.rate_limit_per_user),
    last_message_id: null,
    flags: 0,
    thread_member_ids: [ownerId],
    thread_metadata: {
      archived: false,
      auto_archive_duration: asNumber(body.auto_archive_duration, 4320),
      archive_timestamp: now,
      locked: false,
      create_timestamp: now,
    },
  };
  platform.save('channel', thread);
  announceThread(platform, 'THREAD_CREATE', thread);
  return thread;
}

export function announceThread(platform: Platform, name: string, thread: Channel): void {
  const { id, guild_id, parent_id, type } = thread;
  const whole = { ...channelPayload(platform, thread), newly_created: name === 'THREAD_CREATE' };
  const data = name === 'THREAD_DELETE' ? { id, guild_id, parent_id, type } : whole;
  platform.gateway.dispatch({ name, data, guildId: guild_id ?? null, intents: INTENT.guilds });
  platform.feed.tell({ type: name, channel: thread });
}

function listActive(call: Call): Answer {
  const guild = needGuild(call.platform, param(call, 'guild'));
  const threads = guildChannels(call.platform, guild.id).filter(isThread);
  const active = threads.filter((thread) => !thread.thread_metadata?.archived);
  return ok({
    threads: active.map((thread) => channelPayload(call.platform, thread)),
    members: active.map((thread) => threadMember(thread, call.platform.application.botId)),
  });
}

function threadMember(thread: Channel, userId: string): Json {
  const joined = thread.thread_metadata?.create_timestamp;
  return { id: thread.id, user_id: userId, join_timestamp: joined, flags: 0 };
}

function needThread(call: Call): Channel {
  const thread = needAccess(call.platform, param(call, 'channel'));
  return isThread(thread) ? thread : refuse('wrongChannelType');
}

function listMembers(call: Call): Answer {
  const thread = needThread(call);
  return ok((thread.thread_member_ids ?? []).map((id) => threadMember(thread, id)));
}

function join(call: Call): Answer {
  const thread = needThread(call);
  const ids = (thread.thread_member_ids ?? []).filter((id) => id !== targetUser(call));
  call.platform.save('channel', { ...thread, thread_member_ids: [...ids, targetUser(call)] });
  return noContent;
}

function leave(call: Call): Answer {
  const thread = needThread(call);
  const ids = (thread.thread_member_ids ?? []).filter((id) => id !== targetUser(call));
  call.platform.save('channel', { ...thread, thread_member_ids: ids });
  return noContent;
}

function targetUser(call: Call): string {
  const user = param(call, 'user');
  return user === '@me' ? call.platform.application.botId : user;
}
