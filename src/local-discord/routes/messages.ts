// Messages of a channel, as the bot reads and writes them with its own permissions.
import { redactContent } from '../announce.ts';
import { refuse, refuseField } from '../errors.ts';
import { isAcquainted } from '../installations.ts';
import { asList, asText, asTexts } from '../json.ts';
import { createMessage, deleteMessage, editMessage, replaceMessage } from '../messages.ts';
import { CHANNEL_TYPE, type Channel, MESSAGE_FLAG, type Message, type StoredMessage } from '../model.ts';
import {
  botUser,
  can,
  isForum,
  isThread,
  needAccess,
  needMessage,
  needPermission,
  type Platform,
  permissionsIn,
} from '../platform.ts';
import { endPoll } from '../poll.ts';
import { type Answer, type Call, noContent, ok, param, type Route } from '../router.ts';
import { messageTime } from '../world.ts';
import { findPage } from './message-page.ts';

const MESSAGES = '/channels/:channel/messages';
const MESSAGE = `${MESSAGES}/:message`;

export const messageRoutes: Route[] = [
  { method: 'GET', pattern: MESSAGES, limit: [5, 5], run: list },
  { method: 'POST', pattern: MESSAGES, limit: [5, 5], validate: 'create-message', run: create },
  { method: 'GET', pattern: MESSAGE, limit: [5, 1], run: show },
  {
    method: 'PATCH',
    pattern: MESSAGE,
    limit: [5, 5],
    validate: 'edit-message',
    target: messageOf,
    run: edit,
  },
  { method: 'DELETE', pattern: MESSAGE, limit: [5, 1], run: remove },
  { method: 'POST', pattern: `${MESSAGE}/crosspost`, limit: [10, 3600], run: crosspost },
  { method: 'POST', pattern: `${MESSAGES}/bulk-delete`, limit: [1, 1], run: removeMany },
  { method: 'POST', pattern: '/channels/:channel/typing', limit: [5, 5], run: typing },
  { method: 'POST', pattern: '/channels/:channel/polls/:message/expire', run: expirePoll },
];

/** How long a nonce is remembered ("the past few minutes" in the documentation). */
const NONCE_MS = 5 * 60_000;

function messageOf(call: Call): StoredMessage | undefined {
  return call.platform.world.messages.get(param(call, 'message'));
}

function list(call: Call): Answer {
  const { platform, query } = call;
  const channel = needAccess(platform, param(call, 'channel'));
  const bits = permissionsIn(platform, channel, platform.application.botId);
  // Not an error in Discord: without this permission the list is empty.
  if (!can(bits, 'READ_MESSAGE_HISTORY')) return ok([]);
  const page = findPage(platform.world, channel.id, query);
  return ok(page.map((stored) => forBot(platform, channel, stored)));
}

function forBot(platform: Platform, channel: Channel, stored: StoredMessage): Message {
  return platform.readsContent
    ? stored.message
    : redactContent(platform, stored.message, channel.guild_id ?? null);
}

function create(call: Call): Answer {
  const { platform, body, uploads } = call;
  const channel = needAccess(platform, param(call, 'channel'));
  if (isForum(channel) || channel.type === CHANNEL_TYPE.category) refuse('nonTextChannel');
  needSendPermissions(call, channel);
  const nonce = asText(body.nonce) || null;
  const repeated = body.enforce_nonce === true && nonce !== null ? findRepeated(platform, nonce) : null;
  if (repeated) return ok({ ...repeated.message, nonce: body.nonce });
  reopenThread(platform, channel);
  const stored = createMessage(
    platform,
    { body, uploads, mentionDefault: 'everything' },
    { channelId: channel.id, author: botUser(platform), visibleTo: null, nonce },
  );
  return ok(nonce === null ? stored.message : { ...stored.message, nonce: body.nonce });
}

function needSendPermissions({ platform, body, uploads }: Call, channel: Channel): void {
  const bits = permissionsIn(platform, channel, platform.application.botId);
  needPermission(bits, isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
  if (asList(body.embeds).length > 0) needPermission(bits, 'EMBED_LINKS');
  if (uploads.length > 0) needPermission(bits, 'ATTACH_FILES');
  if (body.message_reference) needPermission(bits, 'READ_MESSAGE_HISTORY');
  if (body.poll) needPermission(bits, 'SEND_POLLS');
  const recipient = channel.recipient_ids?.[0];
  if (recipient === undefined) return;
  if (!isAcquainted(platform, recipient)) refuse('noMutualGuilds');
  if (!platform.world.accounts.get(recipient)?.acceptsDirectMessages) refuse('cannotMessageUser');
}

/** A nonce counts per author, not per channel: the same one elsewhere returns the message there. */
function findRepeated(platform: Platform, nonce: string): StoredMessage | null {
  const { world, application, clock } = platform;
  const stored = world.messages.get(world.nonces.get(`${application.botId} ${nonce}`) ?? '');
  if (!stored) return null;
  return clock.now() - messageTime(stored) <= NONCE_MS ? stored : null;
}

/** Sending in an archived thread opens it again, unless it is locked. */
function reopenThread(platform: Platform, channel: Channel): void {
  const metadata = channel.thread_metadata;
  if (!metadata?.archived) return;
  const bits = permissionsIn(platform, channel, platform.application.botId);
  if (metadata.locked) needPermission(bits, 'MANAGE_THREADS', 'threadArchived');
  platform.save('channel', { ...channel, thread_metadata: { ...metadata, archived: false } });
}

function needTarget(call: Call): { channel: Channel; stored: StoredMessage } {
  const channel = needAccess(call.platform, param(call, 'channel'));
  return { channel, stored: needMessage(call.platform, channel.id, param(call, 'message')) };
}

function show(call: Call): Answer {
  const { platform } = call;
  const channel = needAccess(platform, param(call, 'channel'), ['READ_MESSAGE_HISTORY']);
  return ok(forBot(platform, channel, needMessage(platform, channel.id, param(call, 'message'))));
}

function edit(call: Call): Answer {
  const { platform, body, uploads } = call;
  const { channel, stored } = needTarget(call);
  if (stored.message.author.id !== platform.application.botId) return suppressEmbeds(call, channel, stored);
  if (channel.thread_metadata?.archived) refuse('threadArchived');
  return ok(editMessage(platform, stored, { body, uploads, mentionDefault: 'everything' }).message);
}

/** The one thing that can be edited in others' messages, with MANAGE_MESSAGES: the SUPPRESS_EMBEDS flag. */
function suppressEmbeds({ platform, body }: Call, channel: Channel, stored: StoredMessage): Answer {
  const onlyFlags = Object.keys(body).every((key) => key === 'flags');
  if (!onlyFlags) refuse('notYourMessage');
  const bits = permissionsIn(platform, channel, platform.application.botId);
  needPermission(bits, 'MANAGE_MESSAGES');
  const flags = Number(body.flags);
  return ok(replaceMessage(platform, { ...stored, message: { ...stored.message, flags } }).message);
}

function remove(call: Call): Answer {
  const { platform } = call;
  const { channel, stored } = needTarget(call);
  if (stored.message.author.id !== platform.application.botId) {
    needPermission(permissionsIn(platform, channel, platform.application.botId), 'MANAGE_MESSAGES');
  }
  deleteMessage(platform, stored);
  return noContent;
}

/** Publishes a message of an announcement channel to the channels that follow it. */
function crosspost(call: Call): Answer {
  const { platform } = call;
  const { channel, stored } = needTarget(call);
  if (channel.type !== CHANNEL_TYPE.news) refuse('wrongChannelType');
  const bits = permissionsIn(platform, channel, platform.application.botId);
  const isOwn = stored.message.author.id === platform.application.botId;
  needPermission(bits, isOwn ? 'SEND_MESSAGES' : 'MANAGE_MESSAGES');
  const { flags } = stored.message;
  if ((flags & MESSAGE_FLAG.crossposted) !== 0) refuse('alreadyCrossposted');
  const message = { ...stored.message, flags: flags | MESSAGE_FLAG.crossposted };
  return ok(replaceMessage(platform, { ...stored, message }).message);
}

const TWO_WEEKS_MS = 14 * 86_400_000;

function removeMany(call: Call): Answer {
  const { platform, body } = call;
  const channel = needAccess(platform, param(call, 'channel'), ['MANAGE_MESSAGES']);
  const ids = asTexts(body.messages);
  if (ids.length < 2 || ids.length > 100) {
    refuseField(['messages'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 2 and 100 in length.');
  }
  const found = ids.map((id) => platform.world.messages.get(id)).filter((each) => each !== undefined);
  const here = found.filter((each) => each.message.channel_id === channel.id && each.visibleTo === null);
  const oldest = platform.clock.now() - TWO_WEEKS_MS;
  if (here.some((each) => messageTime(each) < oldest)) refuse('tooOld');
  for (const stored of here) deleteMessage(platform, stored);
  return noContent;
}

function typing(call: Call): Answer {
  const { platform } = call;
  const channel = needAccess(platform, param(call, 'channel'));
  const bits = permissionsIn(platform, channel, platform.application.botId);
  needPermission(bits, isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
  platform.feed.tell({ type: 'TYPING_START', channelId: channel.id });
  return noContent;
}

function expirePoll(call: Call): Answer {
  const { platform } = call;
  const { stored } = needTarget(call);
  const { message } = stored;
  if (!message.poll || message.author.id !== platform.application.botId) return refuse('unknownMessage');
  const poll = endPoll(message.poll, platform.clock.now());
  return ok(replaceMessage(platform, { ...stored, message: { ...message, poll } }).message);
}
