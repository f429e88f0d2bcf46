// A member at the keyboard: commands, presses, choices, forms and messages, with what Discord's client
// would refuse refused here.
import { COMPONENT, findByCustomId, findByLabel, isSelect } from '../components.ts';
import { openInteraction } from '../interactions.ts';
import { asObjects, asText, asTextOrNull, type Json } from '../json.ts';
import { createMessage, deleteMessage } from '../messages.ts';
import { type Channel, INTERACTION_TYPE, type Message, type StoredMessage } from '../model.ts';
import { can, isThread, type Platform, permissionsIn } from '../platform.ts';
import { contextTarget } from './context-menu.ts';
import { type CommandInput, commandsOf, findCommand, type Typed } from './find-command.ts';
import { checkOptions, type Place, partialOptions } from './option-values.ts';
import { ClientRefusal, refuseAct } from './refusal.ts';
import { mayUse, type Resolved } from './resolved.ts';
import {
  type Choice,
  type InteractionResult,
  type ModalHandle,
  refusedResult,
  waitForAnswer,
} from './result.ts';
import { chooseValues, type FieldValues, fillModal, labelOf } from './submit.ts';

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

type Me = Pick<Place, 'platform' | 'userId'>;

/** Turns what the client would not allow into a result of its own; anything else is a bug and thrown. */
async function attempt(act: () => Promise<InteractionResult>): Promise<InteractionResult> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ClientRefusal) return refusedResult(error.message);
    throw error;
  }
}

export function placeOf({ platform, userId }: Me, channelId: string): Place {
  const channel = platform.world.channels.get(channelId);
  if (!channel) return refuseAct(`There is no channel ${channelId}.`);
  if (!can(permissionsIn(platform, channel, userId), 'VIEW_CHANNEL')) {
    refuseAct(`This member cannot see #${channel.name ?? channelId}.`);
  }
  return { platform, channel, userId };
}

function needToUse(place: Place, typed: Pick<Typed, 'command'>): void {
  const { platform, channel, userId } = place;
  if (!can(permissionsIn(platform, channel, userId), 'USE_APPLICATION_COMMANDS')) {
    refuseAct('This member may not use commands here.');
  }
  const needed = asTextOrNull(typed.command.default_member_permissions);
  if (!mayUse(place, needed))
    refuseAct(`This member may not use /${typed.command.name}: it needs permissions they do not have.`);
}

function runCommand(place: Place, input: CommandInput): Promise<InteractionResult> {
  const { platform, channel, userId } = place;
  const typed = findCommand(platform, channel.guild_id ?? null, input);
  needToUse(place, typed);
  const resolved: Resolved = {};
  const options = checkOptions(place, typed, resolved);
  const interaction = openInteraction(platform, {
    type: INTERACTION_TYPE.command,
    channelId: channel.id,
    userId,
    commandName: [typed.command.name, ...typed.path].join(' '),
    commandType: 1,
  });
  return waitForAnswer(platform, interaction, commandData(typed, options, resolved));
}

const GROUP = 2;

function commandData({ command, path }: Typed, options: Json[], resolved: Resolved): Json {
  const nested = path.reduceRight<Json[]>((inner, name, depth) => {
    const type = path.length === 2 && depth === 0 ? GROUP : 1;
    return [{ name, type, options: inner }];
  }, options);
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    options: nested,
    ...(command.guild_id ? { guild_id: command.guild_id } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}

function runContext(
  place: Place,
  { name, targetId }: { name: string; targetId: string },
): Promise<InteractionResult> {
  const { platform, channel, userId } = place;
  const found = commandsOf(platform, channel.guild_id ?? null).find(
    (each) => each.type !== 1 && each.name === name,
  );
  if (!found) return refuseAct(`There is no menu command "${name}".`);
  needToUse(place, { command: found });
  const resolved = contextTarget(place, found.type, targetId);
  const interaction = openInteraction(platform, {
    type: INTERACTION_TYPE.command,
    channelId: channel.id,
    userId,
    commandName: found.name,
    commandType: found.type,
  });
  const { id, type } = found;
  return waitForAnswer(platform, interaction, { id, name, type, target_id: targetId, resolved });
}

async function complete(place: Place, input: CommandInput): Promise<Choice[]> {
  const { platform, channel, userId } = place;
  const typed = findCommand(platform, channel.guild_id ?? null, input);
  needToUse(place, typed);
  const focused = typed.definitions.find((each) => each.name === typed.focused);
  if (!focused) return refuseAct('No option is being typed: end the text with "option:…".');
  if (focused.autocomplete !== true)
    return fixedChoices(focused, asText(typed.given.get(asText(focused.name))));
  const interaction = openInteraction(platform, {
    type: INTERACTION_TYPE.autocomplete,
    channelId: channel.id,
    userId,
    commandName: [typed.command.name, ...typed.path].join(' '),
    commandType: 1,
  });
  const result = await waitForAnswer(platform, interaction, commandData(typed, partialOptions(typed), {}));
  return result.choices ?? refuseAct(`Loading options failed. ${result.reason ?? ''}`);
}

function fixedChoices(definition: Json, start: string): Choice[] {
  const all = asObjects(definition.choices) as Choice[];
  return all.filter((choice) => choice.name.toLowerCase().includes(start.toLowerCase()));
}

function needVisible({ platform, userId }: Me, messageId: string): { stored: StoredMessage; place: Place } {
  const stored = platform.world.messages.get(messageId);
  if (!stored || !isVisible(stored, userId)) return refuseAct(`This member sees no message ${messageId}.`);
  return { stored, place: placeOf({ platform, userId }, stored.message.channel_id) };
}

function isVisible(stored: StoredMessage, userId: string): boolean {
  return stored.visibleTo === null || (stored.visibleTo === userId && stored.dismissed !== true);
}

function press(me: Me, messageId: string, button: string | { label: string }): Promise<InteractionResult> {
  const { stored, place } = needVisible(me, messageId);
  const { components } = stored.message;
  const found =
    typeof button === 'string' ? findByCustomId(components, button) : findByLabel(components, button.label);
  const wanted = typeof button === 'string' ? button : button.label;
  if (found?.type !== COMPONENT.button)
    return refuseAct(`There is no button "${wanted}" on message ${messageId}.`);
  if (found.url) return refuseAct(`"${wanted}" is a link: ${asText(found.url)}`);
  return useComponent(place, stored, { component: found, data: {} });
}

function select(
  me: Me,
  messageId: string,
  { customId, values }: { customId: string; values: string[] },
): Promise<InteractionResult> {
  const { stored, place } = needVisible(me, messageId);
  const found = findByCustomId(stored.message.components, customId);
  if (!found || !isSelect(found)) return refuseAct(`There is no menu "${customId}" on message ${messageId}.`);
  const resolved: Resolved = {};
  const chosen = chooseValues(place, { field: found, label: labelOf(found), texts: values, resolved });
  const mentioned = Object.keys(resolved).length > 0 ? { resolved } : {};
  return useComponent(place, stored, { component: found, data: { values: chosen, ...mentioned } });
}

function useComponent(
  { platform, channel, userId }: Place,
  stored: StoredMessage,
  { component, data }: { component: Json; data: Json },
): Promise<InteractionResult> {
  if (component.disabled === true) refuseAct(`"${labelOf(component)}" is disabled.`);
  const interaction = openInteraction(platform, {
    type: INTERACTION_TYPE.component,
    channelId: channel.id,
    userId,
    sourceMessageId: stored.message.id,
  });
  const { custom_id, id, type } = component;
  return waitForAnswer(platform, interaction, { custom_id, id, component_type: type, ...data });
}

function submit(
  me: Me,
  from: ModalHandle | InteractionResult,
  values: FieldValues,
): Promise<InteractionResult> {
  const modal = 'state' in from ? from.modal : from;
  if (!modal) return refuseAct('There is no form to fill in.');
  if (modal.userId !== me.userId) refuseAct('This form was opened for someone else.');
  const place = placeOf(me, modal.channelId);
  const data = fillModal(place, modal, values);
  me.platform.openModals.delete(me.userId);
  const interaction = openInteraction(me.platform, {
    type: INTERACTION_TYPE.modal,
    channelId: modal.channelId,
    userId: me.userId,
    sourceMessageId: modal.messageId,
  });
  return waitForAnswer(me.platform, interaction, data);
}

function send(place: Place, content: string): Message {
  const { platform, channel, userId } = place;
  const bits = permissionsIn(platform, channel, userId);
  const needed = isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES';
  if (!can(bits, needed)) refuseAct(`This member may not write in ${nameOf(channel)}.`);
  const account = platform.world.accounts.get(userId);
  if (!account || content.trim() === '') return refuseAct('There is nothing to send.');
  const draft = { body: { content }, uploads: [], mentionDefault: 'everything' as const };
  return createMessage(platform, draft, { channelId: channel.id, author: account.user, visibleTo: null })
    .message;
}

function nameOf(channel: Channel): string {
  return channel.name ? `#${channel.name}` : 'this channel';
}

export function visibleMessages({ platform, channel, userId }: Place): StoredMessage[] {
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
