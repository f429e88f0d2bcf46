// Sends and edits messages and opens threads. Discord's refusals become outcomes here, by their codes; only what is
// neither Discord nor the way to it is thrown.
import { type Client, Routes } from 'discord.js';
import type { Message } from '#bot/card.ts';
import { missingPermissions } from '#bot/channel-permissions.ts';
import { codeOf, isCode, type NotDone, notDone } from '#bot/discord-error.ts';
import { toFiles, toPayload, toReplacement } from '#bot/payload.ts';
import type { Requests } from '#bot/requests.ts';
import type { Know } from '#bot/server-facts.ts';

export type SendOutcome =
  | { kind: 'sent'; messageId: string }
  | { kind: 'no-channel'; code?: number }
  | { kind: 'no-permission'; missing: string[]; code?: number }
  | NotDone;
export type EditOutcome =
  | { kind: 'edited' }
  | { kind: 'no-message'; code?: number }
  | { kind: 'no-permission'; code?: number }
  | NotDone;
export type ThreadOutcome =
  | { kind: 'opened'; threadId: string }
  /** The message stands in a thread itself: Discord has no threads in threads. */
  | { kind: 'in-thread' }
  | { kind: 'no-permission'; code?: number }
  | { kind: 'no-message'; code?: number }
  | NotDone;
export type DirectOutcome =
  | { kind: 'sent'; messageId: string }
  /** The member takes no direct messages of this bot, or is no more: trying again is no use. */
  | { kind: 'closed'; code?: number }
  | NotDone;

export type Post = {
  message: Message;
  nonce: string;
  /** The message it answers; refused where that is gone. */
  replyTo?: string;
};
export type Sender = { client: Client; requests: Requests; know: Know };

export async function send(
  { client, requests, know }: Sender,
  channelId: string,
  post: Post,
): Promise<SendOutcome> {
  try {
    return { kind: 'sent', messageId: await createMessage(requests, channelId, post) };
  } catch (error) {
    if (isCode(error, 'unknownChannel')) return { kind: 'no-channel', ...code(error) };
    if (!isCode(error, 'missingAccess', 'missingPermissions')) return notDone(error);
    const missing = await missingPermissions({ client, know }, channelId, 'post').catch(notDone);
    if (missing === 'no-channel') return { kind: 'no-permission', missing: ['View Channel'], ...code(error) };
    return Array.isArray(missing) ? { kind: 'no-permission', missing, ...code(error) } : missing;
  }
}

export async function sendDirect({ requests }: Sender, memberId: string, post: Post): Promise<DirectOutcome> {
  try {
    // safe: Create DM answers with a channel object; it returns the same channel each time
    const channel = (await requests.post(Routes.userChannels(), { recipient_id: memberId })) as {
      id: string;
    };
    return { kind: 'sent', messageId: await createMessage(requests, channel.id, post) };
  } catch (error) {
    if (isCode(error, 'cannotMessageUser', 'unknownUser')) return { kind: 'closed', ...code(error) };
    return notDone(error);
  }
}

async function createMessage(
  requests: Requests,
  channelId: string,
  { message, nonce, replyTo }: Post,
): Promise<string> {
  const reference = replyTo && { message_reference: { message_id: replyTo } };
  const body = { ...toPayload(message), nonce, enforce_nonce: true, ...reference };
  const created = await requests.post(Routes.channelMessages(channelId), body, toFiles(message));
  // safe: Create Message answers with a message object
  return (created as { id: string }).id;
}

type Edit = { channelId: string; messageId: string; message: Message };

export async function edit({ requests }: Sender, target: Edit): Promise<EditOutcome> {
  const first = await tryEdit(requests, target);
  if (first !== 'archived') return first;
  // An archived thread takes no edits; opening it again is undone by Discord after a day of silence.
  try {
    await requests.patch(Routes.channel(target.channelId), { archived: false });
  } catch (error) {
    const isForbidden = isCode(error, 'missingAccess', 'missingPermissions', 'threadLocked');
    return isForbidden ? { kind: 'no-permission', ...code(error) } : notDone(error);
  }
  const second = await tryEdit(requests, target);
  return second === 'archived' ? { kind: 'no-permission' } : second;
}

async function tryEdit(requests: Requests, target: Edit): Promise<EditOutcome | 'archived'> {
  try {
    const { channelId, messageId, message } = target;
    await requests.patch(
      Routes.channelMessage(channelId, messageId),
      toReplacement(message),
      toFiles(message),
    );
    return { kind: 'edited' };
  } catch (error) {
    if (isCode(error, 'unknownMessage', 'unknownChannel')) return { kind: 'no-message', ...code(error) };
    if (isCode(error, 'missingAccess', 'missingPermissions'))
      return { kind: 'no-permission', ...code(error) };
    return isCode(error, 'threadArchived') ? 'archived' : notDone(error);
  }
}

type NewThread = { channelId: string; messageId: string; name: string };

export async function openThread({ requests }: Sender, target: NewThread): Promise<ThreadOutcome> {
  try {
    const body = { name: target.name.slice(0, 100), auto_archive_duration: 1440 };
    // safe: Start Thread answers with a channel object
    const thread = (await requests.post(Routes.threads(target.channelId, target.messageId), body)) as {
      id: string;
    };
    return { kind: 'opened', threadId: thread.id };
  } catch (error) {
    // The thread of a message has the message's own id, so "exists already" tells us which one.
    if (isCode(error, 'threadExists')) return { kind: 'opened', threadId: target.messageId };
    if (isCode(error, 'wrongChannelType')) return { kind: 'in-thread' };
    if (isCode(error, 'unknownMessage', 'unknownChannel')) return { kind: 'no-message', ...code(error) };
    if (isCode(error, 'missingAccess', 'missingPermissions'))
      return { kind: 'no-permission', ...code(error) };
    return notDone(error);
  }
}

function code(error: unknown): { code?: number } {
  const known = codeOf(error);
  return known === null ? {} : { code: known };
}
