// Channels themselves, and what hangs on messages: reactions and pins.
import { INTENT } from '../announce.ts';
import { refuse } from '../errors.ts';
import { asNumber, isObject, type Json } from '../json.ts';
import { replaceMessage } from '../messages.ts';
import type { Channel, StoredMessage } from '../model.ts';
import { channelPayload } from '../payloads.ts';
import {
  isoNow,
  isThread,
  needAccess,
  needMessage,
  needPermission,
  type Platform,
  permissionsIn,
} from '../platform.ts';
import { type Answer, type Call, noContent, ok, param, type Route } from '../router.ts';
import { announceThread } from './threads.ts';

const CHANNEL = '/channels/:channel';
const REACTIONS = `${CHANNEL}/messages/:message/reactions/:emoji`;

export const channelRoutes: Route[] = [
  { method: 'GET', pattern: CHANNEL, run: show },
  { method: 'PATCH', pattern: CHANNEL, limit: [5, 5], run: edit },
  { method: 'DELETE', pattern: CHANNEL, run: remove },
  { method: 'PUT', pattern: `${REACTIONS}/@me`, limit: [1, 0.25], run: react },
  { method: 'DELETE', pattern: `${REACTIONS}/@me`, limit: [1, 0.25], run: unreact },
  { method: 'GET', pattern: REACTIONS, run: listReactors },
  { method: 'GET', pattern: `${CHANNEL}/pins`, run: listPinsOld },
  { method: 'GET', pattern: `${CHANNEL}/messages/pins`, run: listPins },
  ...[`${CHANNEL}/pins/:message`, `${CHANNEL}/messages/pins/:message`].flatMap((pattern): Route[] => [
    { method: 'PUT', pattern, limit: [5, 5], run: (call) => setPinned(call, true) },
    { method: 'DELETE', pattern, limit: [5, 5], run: (call) => setPinned(call, false) },
  ]),
];

function show(call: Call): Answer {
  return ok(channelPayload(call.platform, needAccess(call.platform, param(call, 'channel'))));
}

const EDITABLE = [
  'name',
  'topic',
  'position',
  'nsfw',
  'rate_limit_per_user',
  'parent_id',
  'permission_overwrites',
];

function edit(call: Call): Answer {
  const { platform, body } = call;
  const channel = needAccess(platform, param(call, 'channel'));
  const bits = permissionsIn(platform, channel, platform.application.botId);
  if (isThread(channel)) return editThread(call, channel, bits);
  needPermission(bits, 'MANAGE_CHANNELS');
  const changes = Object.fromEntries(Object.entries(body).filter(([key]) => EDITABLE.includes(key)));
  const next: Channel = { ...channel, ...changes };
  platform.save('channel', next);
  announceChannel(platform, 'CHANNEL_UPDATE', next);
  return ok(channelPayload(platform, next));
}

/** The thread's own maker may rename and archive it; locking needs MANAGE_THREADS. */
function editThread({ platform, body }: Call, thread: Channel, bits: bigint): Answer {
  const isOwner = thread.owner_id === platform.application.botId;
  if (!isOwner || 'locked' in body) needPermission(bits, 'MANAGE_THREADS');
  const before = thread.thread_metadata;
  if (!before) return refuse('wrongChannelType');
  const next: Channel = {
    ...thread,
    ...(typeof body.name === 'string' ? { name: body.name } : {}),
    rate_limit_per_user: asNumber(body.rate_limit_per_user, thread.rate_limit_per_user ?? 0),
    thread_metadata: {
      ...before,
      archived: typeof body.archived === 'boolean' ? body.archived : before.archived,
      locked: typeof body.locked === 'boolean' ? body.locked : before.locked,
      auto_archive_duration: asNumber(body.auto_archive_duration, before.auto_archive_duration),
      archive_timestamp: typeof body.archived === 'boolean' ? isoNow(platform) : before.archive_timestamp,
    },
  };
  platform.save('channel', next);
  announceThread(platform, 'THREAD_UPDATE', next);
  return ok(channelPayload(platform, next));
}

function remove(call: Call): Answer {
  const { platform } = call;
  const channel = needAccess(platform, param(call, 'channel'));
  if (channel.recipient_ids) return ok(channelPayload(platform, channel));
  const bits = permissionsIn(platform, channel, platform.application.botId);
  needPermission(bits, isThread(channel) ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS');
  removeChannel(platform, channel);
  return ok(channelPayload(platform, channel));
}

export function removeChannel(platform: Platform, channel: Channel): void {
  platform.save('drop-channel', channel.id);
  if (isThread(channel)) announceThread(platform, 'THREAD_DELETE', channel);
  else announceChannel(platform, 'CHANNEL_DELETE', channel);
}

export function announceChannel(platform: Platform, name: string, channel: Channel): void {
  const data = channelPayload(platform, channel);
  platform.gateway.dispatch({ name, data, guildId: channel.guild_id ?? null, intents: INTENT.guilds });
  platform.feed.tell({ type: name, channel });
}

function needTarget(call: Call, channel: Channel): StoredMessage {
  return needMessage(call.platform, channel.id, param(call, 'message'));
}

function react(call: Call): Answer {
  const { platform } = call;
  const channel = needAccess(platform, param(call, 'channel'), ['READ_MESSAGE_HISTORY']);
  const stored = needTarget(call, channel);
  const emoji = param(call, 'emoji');
  const reactions = stored.reactions ?? {};
  if (!reactions[emoji]) {
    const bits = permissionsIn(platform, channel, platform.application.botId);
    needPermission(bits, 'ADD_REACTIONS');
  }
  const users = new Set([...(reactions[emoji] ?? []), platform.application.botId]);
  putReactions(platform, stored, { ...reactions, [emoji]: [...users] });
  return noContent;
}

function unreact(call: Call): Answer {
  const { platform } = call;
  const channel = needAccess(platform, param(call, 'channel'));
  const stored = needTarget(call, channel);
  const emoji = param(call, 'emoji');
  const users = (stored.reactions?.[emoji] ?? []).filter((id) => id !== platform.application.botId);
  putReactions(platform, stored, { ...stored.reactions, [emoji]: users });
  return noContent;
}

function putReactions(platform: Platform, stored: StoredMessage, all: Record<string, string[]>): void {
  const used = Object.entries(all).filter(([, users]) => users.length > 0);
  const reactions = used.map(([emoji, users]) => ({
    emoji: describeEmoji(emoji),
    count: users.length,
    count_details: { burst: 0, normal: users.length },
    me: users.includes(platform.application.botId),
    me_burst: false,
    burst_colors: [] as [],
  }));
  const message = { ...stored.message, reactions };
  replaceMessage(platform, { ...stored, message, reactions: Object.fromEntries(used) });
}

function describeEmoji(emoji: string): Json {
  const [name, id] = emoji.split(':');
  return { id: id ?? null, name: name ?? emoji };
}

function listReactors(call: Call): Answer {
  const { platform } = call;
  const channel = needAccess(platform, param(call, 'channel'), ['READ_MESSAGE_HISTORY']);
  const users = needTarget(call, channel).reactions?.[param(call, 'emoji')] ?? [];
  return ok(users.map((id) => platform.world.accounts.get(id)?.user).filter(isObject));
}

function pinnedIn(call: Call): StoredMessage[] {
  const { platform } = call;
  const channel = needAccess(platform, param(call, 'channel'), ['READ_MESSAGE_HISTORY']);
  const log = platform.world.logs.get(channel.id) ?? [];
  const all = log.map((id) => platform.world.messages.get(id));
  return all
    .filter((stored) => stored !== undefined)
    .filter((stored) => stored.message.pinned)
    .reverse();
}

function listPinsOld(call: Call): Answer {
  return ok(pinnedIn(call).map((stored) => stored.message));
}

function listPins(call: Call): Answer {
  const items = pinnedIn(call).map(({ message }) => ({ pinned_at: message.timestamp, message }));
  return ok({ items, has_more: false });
}

/** PIN_MESSAGES is needed since 2026-02-23; MANAGE_MESSAGES alone no longer does it. */
function setPinned(call: Call, pinned: boolean): Answer {
  const channel = needAccess(call.platform, param(call, 'channel'), ['PIN_MESSAGES']);
  const stored = needTarget(call, channel);
  if (pinned && pinnedIn(call).length >= 250) refuse('maxPins');
  replaceMessage(call.platform, { ...stored, message: { ...stored.message, pinned } });
  return noContent;
}
