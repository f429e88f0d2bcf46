// Making, changing and removing messages, for everyone who can: bot, webhook tokens, members.
import { announceMessage } from './announce.ts';
import { keptFiles, placeInComponents, placeInEmbeds, storeUploads, unshownFiles } from './attachments.ts';
import { numberComponents, textOf } from './components.ts';
import { refuse } from './errors.ts';
import type { Upload } from './files.ts';
import { asNumber, asObject, asObjects, asText, isObject, type Json } from './json.ts';
import { findMentions, type MentionDefault } from './mentions.ts';
import { type Attachment, MESSAGE_FLAG, type Message, type StoredMessage, type User } from './model.ts';
import { isoNow, needChannel, type Platform } from './platform.ts';
import { startPoll } from './poll.ts';

export type Draft = { body: Json; uploads: Upload[]; mentionDefault: MentionDefault };

export type Placement = {
  channelId: string;
  author: User;
  visibleTo: string | null;
  nonce?: string | null;
  interactionId?: string | null;
  /** Further fields of the message, such as `type` or `interaction_metadata`. */
  extra?: Partial<Message>;
};

const SETTABLE =
  MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.suppressNotifications | MESSAGE_FLAG.componentsV2 | (1 << 13);

export function createMessage(platform: Platform, draft: Draft, place: Placement): StoredMessage {
  const { body } = draft;
  const ephemeral = place.visibleTo === null ? 0 : MESSAGE_FLAG.ephemeral;
  const flags = (asNumber(body.flags) & SETTABLE) | ephemeral;
  const files = storeUploads(platform, draft.uploads, { body, isPrivate: place.visibleTo !== null });
  const written = writeContent(platform, body, { files, place, mentionDefault: draft.mentionDefault });
  const message: Message = {
    id: platform.ids.next(),
    channel_id: place.channelId,
    author: place.author,
    timestamp: isoNow(platform),
    edited_timestamp: null,
    tts: body.tts === true,
    pinned: false,
    type: 0,
    ...written,
    attachments: unshownFiles(files, written),
    ...(isObject(body.poll) ? { poll: startPoll(body.poll, platform.clock.now()) } : {}),
    ...readReference(place.channelId, body.message_reference),
    ...place.extra,
    flags: flags | (place.extra?.flags ?? 0),
  };
  if (place.extra?.flags !== MESSAGE_FLAG.loading) refuseEmpty(message, files);
  const stored: StoredMessage = {
    message,
    visibleTo: place.visibleTo,
    nonce: place.nonce ?? null,
    interactionId: place.interactionId ?? null,
    ...(files.length > 0 ? { files } : {}),
  };
  platform.save('message', stored);
  announceMessage(platform, 'MESSAGE_CREATE', stored);
  return stored;
}

/** Fields that are absent keep their value, as in Discord; `attachments` lists what is kept. */
export function editMessage(platform: Platform, stored: StoredMessage, draft: Draft): StoredMessage {
  const { message } = stored;
  const { body, mentionDefault, uploads } = draft;
  if (message.poll && Object.keys(body).some((key) => key !== 'flags')) refuse('pollNotEditable');
  const isPrivate = stored.visibleTo !== null;
  const files = [...keptFiles(stored, body), ...storeUploads(platform, uploads, { body, isPrivate })];
  const place = { channelId: message.channel_id, author: message.author, visibleTo: stored.visibleTo };
  const changed = pickPresent(writeContent(platform, body, { files, place, mentionDefault }), body);
  const flags = editedFlags(message.flags, body);
  const edited: Message = { ...message, ...changed, flags, edited_timestamp: isoNow(platform) };
  const next = { ...edited, attachments: unshownFiles(files, edited) };
  refuseEmpty(next, files);
  return replaceMessage(platform, { ...stored, message: next, files });
}

export function replaceMessage(platform: Platform, stored: StoredMessage): StoredMessage {
  platform.save('message', stored);
  announceMessage(platform, 'MESSAGE_UPDATE', stored);
  return stored;
}

export function deleteMessage(platform: Platform, stored: StoredMessage): void {
  platform.save('drop-message', stored.message.id);
  announceMessage(platform, 'MESSAGE_DELETE', stored);
}

type Written = Pick<
  Message,
  'content' | 'embeds' | 'components' | 'mention_everyone' | 'mentions' | 'mention_roles'
>;
type Context = { files: Attachment[]; place: Placement; mentionDefault: MentionDefault };

function writeContent(platform: Platform, body: Json, context: Context): Written {
  const { files, place, mentionDefault } = context;
  const content = asText(body.content);
  const components = placeInComponents(numberComponents(asObjects(body.components)), files);
  return {
    content,
    embeds: placeInEmbeds(asObjects(body.embeds), files),
    components,
    ...findMentions(platform, needChannel(platform, place.channelId), {
      text: `${content}\n${textOf(components)}`,
      allowed: body.allowed_mentions,
      otherwise: mentionDefault,
      authorId: place.author.id,
    }),
  };
}

function pickPresent(written: Written, body: Json): Partial<Message> {
  const { mention_everyone, mentions, mention_roles } = written;
  const changed: Partial<Message> = {};
  if ('content' in body) changed.content = written.content;
  if ('embeds' in body) changed.embeds = written.embeds;
  if ('components' in body) changed.components = written.components;
  const hasText = 'content' in body || 'components' in body;
  return hasText ? { ...changed, mention_everyone, mentions, mention_roles } : changed;
}

/** Of an edit only these two can be set; a V2 message stays one for good. */
function editedFlags(before: number, body: Json): number {
  const settable = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.componentsV2;
  if (typeof body.flags !== 'number') return before & ~MESSAGE_FLAG.loading;
  const kept = before & ~(MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.loading);
  return kept | (body.flags & settable);
}

function refuseEmpty(message: Message, files: readonly Attachment[]): void {
  const isSystem = message.type === 18 || message.type === 21;
  const parts = [message.embeds, message.components, files].some((list) => list.length > 0);
  if (isSystem || parts || message.poll || message.content.trim() !== '') return;
  refuse('emptyMessage');
}

function readReference(channelId: string, value: unknown): Partial<Message> {
  if (!isObject(value)) return {};
  const reference = asObject(value);
  return { type: 19, message_reference: { type: 0, channel_id: channelId, ...reference } };
}
