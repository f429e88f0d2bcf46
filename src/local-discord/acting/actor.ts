// A member at the keyboard: commands, presses, choices, forms and messages, with what Discord's client
// would refuse refused here.
import { createMessage, deleteMessage } from '../messages.ts';
import type { Channel, Message, StoredMessage } from '../model.ts';
import type { PermissionName } from '../permissions.ts';
import { can, isForum, isThread, needAccount, type Platform, permissionsIn } from '../platform.ts';
import { openPost } from '../routes/threads.ts';
import type { CommandInput } from './find-command.ts';
import { isVisible, type Me, needVisible, type Place, placeOf } from './place.ts';
import { ClientRefusal, refuseAct } from './refusal.ts';
import { type Choice, type InteractionResult, type ModalHandle, refusedResult } from './result.ts';
import type { FieldValues } from './submit.ts';
import { complete, runCommand, runContext } from './use-command.ts';
import { press, select, submit } from './use-component.ts';

export type Actor = {
  command(channelId: string, input: CommandInput): Promise<InteractionResult>;
  /** A command of the user or message menu: on a user id or a message id. */
  context(channelId: string, name: string, targetId: string): Promise<InteractionResult>;
  /** The option being typed is the last one. */
  autocomplete(channelId: string, input: CommandInput): Promise<Choice[]>;
  press(messageId: string, button: string | { label: string }): Promise<InteractionResult>;
  select(messageId: string, customId: string, values: string[]): Promise<InteractionResult>;
  submit(modal: ModalHandle | InteractionResult, values: FieldValues): Promise<InteractionResult>;
  send(channelId: string, content: string): Message;
  /** Opens a post in a forum: a thread with its first message. */
  post(channelId: string, post: { name: string; content: string }): Channel;
  /** What this member sees in a channel, own ephemeral messages included, in order. */
  visible(channelId: string): Message[];
  /** Hides an ephemeral message for good. */
  dismiss(messageId: string): void;
  /** Deletes an own message, or any with MANAGE_MESSAGES. */
  delete(messageId: string): void;
};

export function createActor(platform: Platform, userId: string): Actor {
  const me = { platform, userId };
  return {
    command: (channelId, input) => attempt(() => runCommand(placeOf(me, channelId), input)),
    context: (channelId, name, targetId) =>
      attempt(() => runContext(placeOf(me, channelId), { name, targetId })),
    autocomplete: (channelId, input) => complete(placeOf(me, channelId), input),
    press: (messageId, button) => attempt(() => press(me, messageId, button)),
    select: (messageId, customId, values) => attempt(() => select(me, messageId, { customId, values })),
    submit: (modal, values) => attempt(() => submit(me, modal, values)),
    send: (channelId, content) => send(placeOf(me, channelId), content),
    post: (channelId, post) => openPostIn(placeOf(me, channelId), post),
    visible: (channelId) => visibleMessages(placeOf(me, channelId)).map((stored) => stored.message),
    dismiss: (messageId) => dismiss(me, messageId),
    delete: (messageId) => remove(me, messageId),
  };
}

/** Turns what the client would not allow into a result of its own; anything else is a bug and thrown. */
async function attempt(act: () => Promise<InteractionResult>): Promise<InteractionResult> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ClientRefusal) return refusedResult(error.message);
    throw error;
  }
}

function send(place: Place, content: string): Message {
  const { platform, channel, userId } = place;
  const needed = isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES';
  needToWrite(place, needed);
  if (isForum(channel)) return refuseAct(`${nameOf(channel)} is a forum: open a post in it.`);
  const author = needAccount(platform, userId).user;
  const draft = {
    body: { content: readContent(content) },
    uploads: [],
    mentionDefault: 'everything' as const,
  };
  return createMessage(platform, draft, { channelId: channel.id, author, visibleTo: null }).message;
}

function openPostIn(place: Place, { name, content }: { name: string; content: string }): Channel {
  const { platform, channel, userId } = place;
  needToWrite(place, 'SEND_MESSAGES');
  if (!isForum(channel)) return refuseAct(`${nameOf(channel)} is no forum.`);
  if (name.trim() === '' || name.length > 100)
    return refuseAct('The title of a post has 1 to 100 characters.');
  const author = needAccount(platform, userId).user;
  const draft = {
    body: { content: readContent(content) },
    uploads: [],
    mentionDefault: 'everything' as const,
  };
  return openPost(platform, channel, { author, body: { name }, draft }).thread;
}

function needToWrite({ platform, channel, userId }: Place, needed: PermissionName): void {
  const bits = permissionsIn(platform, channel, userId);
  if (!can(bits, needed)) refuseAct(`This member may not write in ${nameOf(channel)}.`);
}

/** Of a member without Nitro. */
const LONGEST = 2_000;

function readContent(content: string): string {
  if (content.trim() === '') return refuseAct('There is nothing to send.');
  if (content.length <= LONGEST) return content;
  return refuseAct(`A message has ${LONGEST} characters at most; this one has ${content.length}.`);
}

function nameOf(channel: Channel): string {
  return channel.name ? `#${channel.name}` : 'this channel';
}

function visibleMessages({ platform, channel, userId }: Place): StoredMessage[] {
  const log = platform.world.logs.get(channel.id) ?? [];
  const all = log.map((id) => platform.world.messages.get(id)).filter((each) => each !== undefined);
  return all.filter((stored) => isVisible(stored, userId));
}

function dismiss(me: Me, messageId: string): void {
  const { stored } = needVisible(me, messageId);
  if (stored.visibleTo === null) refuseAct('Only messages that nobody else sees can be dismissed.');
  me.platform.save('message', { ...stored, dismissed: true });
}

function remove(me: Me, messageId: string): void {
  const { stored, place } = needVisible(me, messageId);
  const isOwn = stored.message.author.id === me.userId;
  const bits = permissionsIn(me.platform, place.channel, me.userId);
  if (!isOwn && !can(bits, 'MANAGE_MESSAGES')) refuseAct('This member may not delete that message.');
  deleteMessage(me.platform, stored);
}
