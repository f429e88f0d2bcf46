// Checks option values as Discord's client does before it lets a command go, and turns names into ids.
import { asList, asNumber, asObjects, asText, type Json } from '../json.ts';
import { translated } from '../locales.ts';
import type { Typed } from './find-command.ts';
import type { Place } from './place.ts';
import { refuseAct } from './refusal.ts';
import { addFile, findChannel, findMember, findRole, isFileInput, type Resolved } from './resolved.ts';

const TYPE = {
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
};

/** `data.options` of the interaction, without the subcommand nesting. */
export function checkOptions(place: Place, typed: Typed, resolved: Resolved): Json[] {
  const options: Json[] = [];
  for (const definition of typed.definitions) {
    const name = asText(definition.name);
    const raw = typed.given.get(name);
    if (raw === undefined || raw === '') {
      if (definition.required === true)
        refuseAct(`The option "${definition.label}" is required: ${describe(place, definition)}`);
      continue;
    }
    const value = readValue(place, { definition, raw, resolved });
    options.push({ name, type: definition.type, value });
  }
  return options;
}

/** For autocomplete: nothing is checked, the option being typed is marked. */
export function partialOptions(typed: Typed): Json[] {
  return typed.definitions
    .filter((definition) => typed.given.has(asText(definition.name)))
    .map((definition) => {
      const name = asText(definition.name);
      const raw = typed.given.get(name);
      const isFocused = name === typed.focused;
      const value = isFocused ? String(raw) : looseValue(definition, raw);
      return { name, type: definition.type, value, ...(isFocused ? { focused: true } : {}) };
    });
}

function looseValue(definition: Json, raw: unknown): unknown {
  if (definition.type === TYPE.boolean) return raw === true || raw === 'true';
  const isNumber = definition.type === TYPE.integer || definition.type === TYPE.number;
  return isNumber && Number.isFinite(Number(raw)) ? Number(raw) : raw;
}

type Reading = { definition: Json; raw: unknown; resolved: Resolved };

function readValue(place: Place, reading: Reading): unknown {
  switch (reading.definition.type) {
    case TYPE.string:
      return readString(reading);
    case TYPE.integer:
    case TYPE.number:
      return readNumber(reading);
    case TYPE.boolean:
      return readBoolean(reading);
    case TYPE.user:
      return findMember(place, reading.resolved, String(reading.raw));
    case TYPE.channel:
      return readChannel(place, reading);
    case TYPE.role:
      return findRole(place, reading.resolved, String(reading.raw));
    case TYPE.mentionable:
      return readMentionable(place, reading);
    case TYPE.attachment:
      return readAttachment(place, reading);
    default:
      return refuseAct(`The option "${reading.definition.label}" has an unknown type.`);
  }
}

function readString({ definition, raw }: Reading): string {
  const text = String(raw);
  const choices = asObjects(definition.choices);
  if (choices.length > 0) return String(readChoice(definition, text));
  const shortest = asNumber(definition.min_length);
  const longest = asNumber(definition.max_length, 6_000);
  if (text.length < shortest || text.length > longest) {
    refuseAct(`"${definition.label}" must have ${shortest} to ${longest} characters; it has ${text.length}.`);
  }
  return text;
}

function readChoice(definition: Json, text: string): unknown {
  const choices = asObjects(definition.choices);
  const wanted = text.toLowerCase();
  const found =
    choices.find((choice) => asText(choice.label).toLowerCase() === wanted) ??
    choices.find((choice) => asText(choice.name).toLowerCase() === wanted) ??
    choices.find((choice) => String(choice.value).toLowerCase() === wanted);
  if (found) return found.value;
  const names = choices.map((choice) => choice.label).join(', ');
  return refuseAct(`"${text}" is not a choice of "${definition.label}". Choices: ${names}`);
}

function readNumber({ definition, raw }: Reading): number {
  if (asList(definition.choices).length > 0) return Number(readChoice(definition, String(raw)));
  const value = Number(raw);
  const isWhole = definition.type === TYPE.integer;
  if (!Number.isFinite(value) || (isWhole && !Number.isSafeInteger(value))) {
    refuseAct(
      `"${definition.label}" must be ${isWhole ? 'a whole number' : 'a number'}, not "${String(raw)}".`,
    );
  }
  const least = asNumber(definition.min_value, Number.NEGATIVE_INFINITY);
  const most = asNumber(definition.max_value, Number.POSITIVE_INFINITY);
  if (value < least) refuseAct(`"${definition.label}" must be at least ${least}.`);
  if (value > most) refuseAct(`"${definition.label}" must be at most ${most}.`);
  return value;
}

function readBoolean({ definition, raw }: Reading): boolean {
  const text = String(raw).toLowerCase();
  if (['true', 'yes'].includes(text)) return true;
  if (['false', 'no'].includes(text)) return false;
  return refuseAct(`"${definition.label}" must be true or false.`);
}

function readChannel(place: Place, { definition, raw, resolved }: Reading): string {
  const id = findChannel(place, resolved, String(raw));
  const types = asList(definition.channel_types);
  const channel = place.platform.world.channels.get(id);
  if (types.length > 0 && !types.includes(channel?.type)) {
    refuseAct(`"${definition.label}" does not take a channel of this kind.`);
  }
  return id;
}

function readMentionable(place: Place, { raw, resolved }: Reading): string {
  const text = String(raw);
  const isRole = place.platform.world.guilds
    .get(place.channel.guild_id ?? '')
    ?.roles.some((role) => role.id === text.replace(/\D/g, '') || role.name === text.replace(/^@/, ''));
  return isRole ? findRole(place, resolved, text) : findMember(place, resolved, text);
}

function readAttachment(place: Place, { definition, raw, resolved }: Reading): string {
  if (!isFileInput(raw)) return refuseAct(`"${definition.label}" needs a file: { name, data, contentType }.`);
  return addFile(place, resolved, raw);
}

function describe({ locale }: Place, definition: Json): string {
  const text = translated(definition, 'description', locale);
  const choices = asObjects(definition.choices).map((choice) => choice.label);
  return choices.length > 0 ? `${text} (${choices.join(', ')})` : text;
}
