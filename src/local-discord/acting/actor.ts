// A member at the keyboard: commands, presses, choices, forms and messages, with what Discord's client
// would refuse refused here.
import { createMessage, deleteMessage } from '../messages.ts';
import type { Channel, Message, StoredMessage } from '../model.ts';
import { can, isThread, type Platform, permissionsIn } from '../platform.ts';
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

/** Of a member without Nitro. */
const LONGEST = 2_000;

function send(place: Place, content: string): Message {
  const { platform, channel, userId } = place;
  const bits = permissionsIn(platform, channel, userId);
  const needed = isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES';
  if (!can(bits, needed)) refuseAct(`This member may not write in ${nameOf(channel)}.`);
  const account = platform.world.accounts.get(userId);
  if (!account || content.trim() === '') return refuseAct('There is nothing to send.');
  if (content.length > LONGEST) {
    refuseAct(`A message has ${LONGEST} characters at most; this one has ${content.length}.`);
  }
  const draft = { body: { content }, uploads: [], mentionDefault: 'everything' as const };
  return createMessage(platform, draft, { channelId: channel.id, author: account.user, visibleTo: null })
    .message;
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
