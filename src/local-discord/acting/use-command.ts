// A member uses a command: typed in, from a menu, or only asking for completions.
import { ownersOfCommand } from '../installations.ts';
import { openInteraction } from '../interactions.ts';
import { asObjects, asText, type Json } from '../json.ts';
import { isCalled, translated } from '../locales.ts';
import { type Command, INTERACTION_TYPE } from '../model.ts';
import { findObstacle } from './availability.ts';
import { contextTarget } from './context-menu.ts';
import { type CommandInput, commandsOf, findCommand, type Shelf, type Typed } from './find-command.ts';
import { checkOptions, partialOptions } from './option-values.ts';
import type { Place } from './place.ts';
import { refuseAct } from './refusal.ts';
import type { Resolved } from './resolved.ts';
import { type Choice, type InteractionResult, waitForAnswer } from './result.ts';

export function runCommand(place: Place, input: CommandInput): Promise<InteractionResult> {
  const { platform, channel, userId } = place;
  const typed = findCommand(shelfOf(place), input);
  needToUse(place, typed.command);
  const resolved: Resolved = {};
  const options = checkOptions(place, typed, resolved);
  const interaction = openInteraction(platform, {
    type: INTERACTION_TYPE.command,
    channelId: channel.id,
    userId,
    owners: ownersOfCommand(platform, place, typed.command),
    commandName: [typed.command.name, ...typed.path].join(' '),
    commandType: 1,
  });
  return waitForAnswer(platform, interaction, commandData(typed, options, resolved));
}

function shelfOf({ platform, channel, locale }: Place): Shelf {
  return { platform, guildId: channel.guild_id ?? null, locale };
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

export function runContext(
  place: Place,
  { name, targetId }: { name: string; targetId: string },
): Promise<InteractionResult> {
  const { platform, channel, userId } = place;
  const found = commandsOf(platform, channel.guild_id ?? null).find(
    (each) => each.type !== 1 && isCalled(each, name, place.locale),
  );
  if (!found) return refuseAct(`There is no menu command "${name}".`);
  needToUse(place, found);
  const resolved = contextTarget(place, found.type, targetId);
  const interaction = openInteraction(platform, {
    type: INTERACTION_TYPE.command,
    channelId: channel.id,
    userId,
    owners: ownersOfCommand(platform, place, found),
    commandName: found.name,
    commandType: found.type,
  });
  const { id, type } = found;
  return waitForAnswer(platform, interaction, { id, name, type, target_id: targetId, resolved });
}

export async function complete(place: Place, input: CommandInput): Promise<Choice[]> {
  const { platform, channel, userId } = place;
  const typed = findCommand(shelfOf(place), input);
  needToUse(place, typed.command);
  const focused = typed.definitions.find((each) => each.name === typed.focused);
  if (!focused) return refuseAct('No option is being typed: end the text with "option:…".');
  if (focused.autocomplete !== true)
    return fixedChoices(place, focused, asText(typed.given.get(asText(focused.name))));
  const interaction = openInteraction(platform, {
    type: INTERACTION_TYPE.autocomplete,
    channelId: channel.id,
    userId,
    owners: ownersOfCommand(platform, place, typed.command),
    commandName: [typed.command.name, ...typed.path].join(' '),
    commandType: 1,
  });
  const result = await waitForAnswer(platform, interaction, commandData(typed, partialOptions(typed), {}));
  if (!result.choices) return refuseAct(`Loading options failed. ${result.reason ?? ''}`);
  return result.choices.map((choice) => asRead(place, choice));
}

function fixedChoices(place: Place, definition: Json, start: string): Choice[] {
  // safe: choices of a command have been validated when it was registered
  const all = (asObjects(definition.choices) as Choice[]).map((choice) => asRead(place, choice));
  return all.filter((choice) => choice.name.toLowerCase().includes(start.toLowerCase()));
}

/** By the name that the member reads. */
function asRead({ locale }: Place, choice: Choice): Choice {
  return { name: translated(choice, 'name', locale), value: choice.value };
}

function needToUse(place: Place, command: Command): void {
  const obstacle = findObstacle(place, command);
  if (obstacle !== null) refuseAct(obstacle);
}
