// A member presses a button, chooses from a menu, or sends a form.
import { COMPONENT, findByCustomId, findByLabel, isSelect } from '../components.ts';
import { ownersOf, ownersOnMessage } from '../installations.ts';
import { openInteraction } from '../interactions.ts';
import { asObject, asText, type Json } from '../json.ts';
import { INTERACTION_TYPE, type Owners, type StoredMessage } from '../model.ts';
import { type Me, needVisible, type Place, placeOf } from './place.ts';
import { refuseAct } from './refusal.ts';
import type { Resolved } from './resolved.ts';
import { type InteractionResult, type ModalHandle, waitForAnswer } from './result.ts';
import { chooseValues, type FieldValues, fillModal, labelOf } from './submit.ts';

export function press(
  me: Me,
  messageId: string,
  button: string | { label: string },
): Promise<InteractionResult> {
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

export function select(
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
  place: Place,
  stored: StoredMessage,
  { component, data }: { component: Json; data: Json },
): Promise<InteractionResult> {
  const { platform, channel, userId } = place;
  if (component.disabled === true) refuseAct(`"${labelOf(component)}" is disabled.`);
  const { authorizing_integration_owners: on } = asObject(stored.message.interaction_metadata);
  // safe: only answerFields() writes them
  const owners = ownersOnMessage(platform, place, on as Owners | undefined);
  if (Object.keys(owners).length === 0) refuseAct('Whoever had installed the bot here has removed it.');
  const interaction = openInteraction(platform, {
    type: INTERACTION_TYPE.component,
    channelId: channel.id,
    userId,
    owners,
    sourceMessageId: stored.message.id,
  });
  const { custom_id, id, type } = component;
  return waitForAnswer(platform, interaction, { custom_id, id, component_type: type, ...data });
}

export function submit(
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
  const opener = me.platform.world.interactions.get(modal.interactionId);
  const interaction = openInteraction(me.platform, {
    type: INTERACTION_TYPE.modal,
    channelId: modal.channelId,
    userId: me.userId,
    owners: opener ? ownersOf(opener) : { 0: place.channel.guild_id ?? '0' },
    sourceMessageId: modal.messageId,
  });
  return waitForAnswer(me.platform, interaction, data);
}
