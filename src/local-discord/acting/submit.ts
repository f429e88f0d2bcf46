// What a member fills into a modal: checked as Discord's client does, then in the form the bot receives.
import { COMPONENT, isSelect } from '../components.ts';
import { asList, asNumber, asObject, asObjects, asText, asTexts, isObject, type Json } from '../json.ts';
import type { Place } from './place.ts';
import { refuseAct } from './refusal.ts';
import {
  addFile,
  type FileInput,
  findChannel,
  findMember,
  findRole,
  isFileInput,
  type Resolved,
} from './resolved.ts';
import type { ModalHandle } from './result.ts';

type FieldValue = string | string[] | boolean | FileInput[];

/** Keyed by custom_id, or by the text of the label. */
export type FieldValues = Record<string, FieldValue>;

export function fillModal(place: Place, modal: ModalHandle, values: FieldValues): Json {
  const used = new Set<string>();
  const resolved: Resolved = {};
  const take = (field: Json, label: string): FieldValue | undefined => {
    const key = [asText(field.custom_id), label].find((each) => each in values);
    if (key !== undefined) used.add(key);
    return key === undefined ? undefined : values[key];
  };
  const components = modal.components.map((component) => {
    const { field, label } = fieldOf(component);
    if (!field) return { type: component.type, id: component.id };
    const filled = fillField(place, { field, label, given: take(field, label), resolved });
    const isLabel = component.type === COMPONENT.label;
    const inner = isLabel ? { component: filled } : { components: [filled] };
    return { type: component.type, id: component.id, ...inner };
  });
  const unknown = Object.keys(values).filter((key) => !used.has(key));
  if (unknown.length > 0)
    refuseAct(`The form has no field "${unknown[0]}". Fields: ${fieldNames(modal).join(', ')}`);
  const mentioned = Object.keys(resolved).length > 0 ? { resolved } : {};
  return { custom_id: modal.customId, components, ...mentioned };
}

function fieldNames(modal: ModalHandle): string[] {
  return modal.components
    .map((component) => asText(fieldOf(component).field?.custom_id))
    .filter((name) => name !== '');
}

/** The input inside a label (or inside the older action row). */
export function fieldOf(component: Json): { field: Json | null; label: string } {
  if (component.type === COMPONENT.label && isObject(component.component)) {
    return { field: component.component, label: asText(component.label) };
  }
  const inner = asObjects(component.components)[0];
  return inner ? { field: inner, label: asText(inner.label) } : { field: null, label: '' };
}

type Filling = { field: Json; label: string; given: FieldValue | undefined; resolved: Resolved };

function fillField(place: Place, filling: Filling): Json {
  const { field } = filling;
  const base = { type: field.type, id: field.id, custom_id: field.custom_id };
  if (field.type === COMPONENT.textInput) return { ...base, value: fillText(filling) };
  if (field.type === COMPONENT.checkbox) return { ...base, value: fillCheckbox(filling) };
  if (field.type === COMPONENT.radioGroup) return { ...base, value: fillRadio(filling) };
  if (field.type === COMPONENT.checkboxGroup) return { ...base, values: fillOptions(filling) };
  if (field.type === COMPONENT.fileUpload) return { ...base, values: fillFiles(place, filling) };
  if (isSelect(field)) return { ...base, values: fillSelect(place, filling) };
  return refuseAct(`The form has a field of unknown type ${String(field.type)}.`);
}

function fillText({ field, label, given }: Filling): string {
  const text = given === undefined ? asText(field.value) : String(given);
  if (text === '' && field.required !== false) refuseAct(`"${label}" is required.`);
  const shortest = asNumber(field.min_length);
  const longest = asNumber(field.max_length, 4_000);
  if (text !== '' && (text.length < shortest || text.length > longest)) {
    refuseAct(`"${label}" must have ${shortest} to ${longest} characters; it has ${text.length}.`);
  }
  return text;
}

function fillCheckbox({ field, given }: Filling): boolean {
  if (given === undefined) return field.default === true;
  return given === true || ['true', 'yes'].includes(String(given).toLowerCase());
}

function fillRadio({ field, label, given }: Filling): string | null {
  const fallback = asObjects(field.options).find((option) => option.default === true);
  if (given === undefined) {
    if (!fallback && field.required !== false) refuseAct(`"${label}" is required.`);
    return fallback ? asText(fallback.value) : null;
  }
  return optionValue(field, label, String(given));
}

/** By value or by what the member reads. */
function optionValue(field: Json, label: string, text: string): string {
  const options = asObjects(field.options);
  const wanted = text.toLowerCase();
  const found =
    options.find((option) => asText(option.value) === text) ??
    options.find((option) => asText(option.label).toLowerCase() === wanted) ??
    options.find((option) => asText(option.label).toLowerCase().startsWith(wanted));
  if (found) return asText(found.value);
  return refuseAct(
    `"${text}" is not an option of "${label}": ${options.map((each) => each.label).join(', ')}`,
  );
}

function fillOptions({ field, label, given }: Filling): string[] {
  const defaults = asObjects(field.options).filter((option) => option.default === true);
  const texts = given === undefined ? null : asTexts(Array.isArray(given) ? given : [String(given)]);
  const values = texts
    ? texts.map((text) => optionValue(field, label, text))
    : defaults.map((o) => asText(o.value));
  checkCount(field, label, { count: values.length, most: asList(field.options).length });
  return values;
}

function checkCount(field: Json, label: string, { count, most }: { count: number; most: number }): void {
  const required = field.required !== false;
  if (count === 0 && !required) return;
  const least = asNumber(field.min_values, 1);
  const limit = asNumber(field.max_values, most);
  if (count < least || count > limit) {
    const wanted = least === limit ? `${least}` : `${least} to ${limit}`;
    refuseAct(`"${label}" takes ${wanted} choice${limit === 1 ? '' : 's'}; you made ${count}.`);
  }
}

function fillFiles(place: Place, { field, label, given, resolved }: Filling): string[] {
  const files = (Array.isArray(given) ? given : []).filter(isFileInput) as FileInput[];
  checkCount(field, label, { count: files.length, most: 1 });
  return files.map((file) => addFile(place, resolved, file));
}

function fillSelect(place: Place, { field, label, given, resolved }: Filling): string[] {
  const texts = given === undefined ? defaultValues(field) : asTexts(Array.isArray(given) ? given : [given]);
  return chooseValues(place, { field, label, texts, resolved });
}

function defaultValues(field: Json): string[] {
  const options = asObjects(field.options).filter((option) => option.default === true);
  const entities = asObjects(field.default_values);
  return [...options.map((option) => asText(option.value)), ...entities.map((each) => asText(each.id))];
}

type Choosing = { field: Json; label: string; texts: string[]; resolved: Resolved };

/** Values of any select, with what they refer to added to `resolved`. */
export function chooseValues(place: Place, { field, label, texts, resolved }: Choosing): string[] {
  const values = texts.map((text) => chooseValue(place, { field, label, text, resolved }));
  if (new Set(values).size !== values.length) refuseAct(`"${label}": each option can be chosen once.`);
  checkCount(field, label, { count: values.length, most: 1 });
  return values;
}

function chooseValue(place: Place, choosing: Omit<Choosing, 'texts'> & { text: string }): string {
  const { field, label, text, resolved } = choosing;
  switch (field.type) {
    case COMPONENT.userSelect:
      return findMember(place, resolved, text);
    case COMPONENT.roleSelect:
      return findRole(place, resolved, text);
    case COMPONENT.channelSelect:
      return chooseChannel(place, choosing);
    case COMPONENT.mentionableSelect:
      return isRoleName(place, text) ? findRole(place, resolved, text) : findMember(place, resolved, text);
    default:
      return optionValue(field, label, text);
  }
}

function chooseChannel(
  place: Place,
  { field, label, text, resolved }: Omit<Choosing, 'texts'> & { text: string },
) {
  const id = findChannel(place, resolved, text);
  const types = asList(field.channel_types);
  const type = place.platform.world.channels.get(id)?.type;
  return types.length === 0 || types.includes(type)
    ? id
    : refuseAct(`"${label}" does not take this channel.`);
}

function isRoleName({ platform, channel }: Place, text: string): boolean {
  const roles = platform.world.guilds.get(channel.guild_id ?? '')?.roles ?? [];
  const wanted = text.replace(/^<?@&?/, '').replace(/>$/, '');
  return roles.some((role) => role.id === wanted || role.name === wanted);
}

export function labelOf(component: Json): string {
  return asText(component.placeholder) || asText(component.label) || asText(asObject(component).custom_id);
}
