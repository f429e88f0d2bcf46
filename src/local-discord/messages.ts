// Making, changing and removing messages, for everyone who can: bot, webhook tokens, members.

import { announceMessage } from './announce.ts';
import { numberComponents, textOf } from './components.ts';
import { refuse } from './errors.ts';
import { describeUpload, type Upload } from './files.ts';
import { asNumber, asObject, asObjects, asText, isObject, type Json, mapStrings } from './json.ts';
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
  const message: Message = {
    id: platform.ids.next(),
    channel_id: place.channelId,
    author: place.author,
    timestamp: isoNow(platform),
    edited_timestamp: null,
    tts: body.tts === true,
    pinned: false,
    type: 0,
    ...writeContent(platform, draft, { place, kept: [] }),
    ...(isObject(body.poll) ? { poll: startPoll(body.poll, platform.clock.now()) } : {}),
    ...readReference(place.channelId, body.message_reference),
    ...place.extra,
    flags: flags | (place.extra?.flags ?? 0),
  };
  if (place.extra === undefined || place.extra.flags !== MESSAGE_FLAG.loading) refuseEmpty(message);
  const stored: StoredMessage = {
    message,
    visibleTo: place.visibleTo,
    nonce: place.nonce ?? null,
    interactionId: place.interactionId ?? null,
  };
  platform.save('message', stored);
  announceMessage(platform, 'MESSAGE_CREATE', stored);
  return stored;
}

/** Fields that are absent keep their value, as in Discord; `attachments` lists what is kept. */
export function editMessage(platform: Platform, stored: StoredMessage, draft: Draft): StoredMessage {
  const { message } = stored;
  const { body } = draft;
  if (message.poll && Object.keys(body).some((key) => key !== 'flags')) refuse('pollNotEditable');
  const kept = keptAttachments(message, body);
  const place = { channelId: message.channel_id, author: message.author, visibleTo: stored.visibleTo };
  const written = writeContent(platform, draft, { place, kept });
  const changed = pickPresent(written, body, draft.uploads.length > 0);
  const flags = editedFlags(message.flags, body);
  const next: Message = { ...message, ...changed, flags, edited_timestamp: isoNow(platform) };
  refuseEmpty(next);
  return replaceMessage(platform, { ...stored, message: next });
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
  'content' | 'embeds' | 'components' | 'attachments' | 'mention_everyone' | 'mentions' | 'mention_roles'
>;
type Context = { place: Placement; kept: Attachment[] };

function writeContent(platform: Platform, draft: Draft, { place, kept }: Context): Written {
  const { body, uploads } = draft;
  const attachments = [...kept, ...storeUploads(platform, uploads, asObjects(body.attachments))];
  const byName = new Map(attachments.map((each) => [`attachment://${each.filename}`, each.url]));
  const resolve = <Value>(value: Value): Value =>
    attachments.length === 0 ? value : (mapStrings(value, (text) => byName.get(text) ?? text) as Value);
  const content = asText(body.content);
  const components = numberComponents(asObjects(body.components));
  const text = `${content}\n${textOf(components)}`;
  return {
    content,
    embeds: resolve(asObjects(body.embeds)).map((embed) => ({ type: 'rich', ...embed })),
    components: resolve(components),
    attachments,
    ...findMentions(platform, needChannel(platform, place.channelId), {
      text,
      allowed: body.allowed_mentions,
      otherwise: draft.mentionDefault,
      authorId: place.author.id,
    }),
  };
}

function storeUploads(platform: Platform, uploads: Upload[], described: Json[]): Attachment[] {
  return uploads.map((upload, index) => {
    const id = platform.ids.next();
    const details = described.find((each) => asText(each.id) === String(index));
    const name = asText(details?.filename) || upload.name;
    platform.files.put(id, upload.data);
    const attachment = describeUpload(id, { ...upload, name }, platform.url);
    const description = asText(details?.description);
    return description ? { ...attachment, description } : attachment;
  });
}

function keptAttachments(message: Message, body: Json): Attachment[] {
  if (!Array.isArray(body.attachments)) return message.attachments;
  const ids = asObjects(body.attachments).map((each) => asText(each.id));
  return message.attachments.filter((each) => ids.includes(each.id));
}

function pickPresent(written: Written, body: Json, hasUploads: boolean): Partial<Message> {
  const { mention_everyone, mentions, mention_roles } = written;
  const changed: Partial<Message> = {};
  if ('content' in body) changed.content = written.content;
  if ('embeds' in body) changed.embeds = written.embeds;
  if ('components' in body) changed.components = written.components;
  if (Array.isArray(body.attachments) || hasUploads) changed.attachments = written.attachments;
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

function refuseEmpty(message: Message): void {
  const isSystem = message.type === 18 || message.type === 21;
  const counts = [message.embeds, message.attachments].some((list) => list.length > 0);
  const isV2 = (message.flags & MESSAGE_FLAG.componentsV2) !== 0 && message.components.length > 0;
  if (isSystem || counts || isV2 || message.poll || message.content.trim() !== '') return;
  refuse('emptyMessage');
}

function readReference(channelId: string, value: unknown): Partial<Message> {
  if (!isObject(value)) return {};
  const reference = asObject(value);
  return { type: 19, message_reference: { type: 0, channel_id: channelId, ...reference } };
}
