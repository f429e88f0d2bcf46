// A member uses a command: typed in, from a menu, or only asking for completions.
import { openInteraction } from '../interactions.ts';
import { asObjects, asText, asTextOrNull, type Json } from '../json.ts';
import { INTERACTION_TYPE } from '../model.ts';
import { can, permissionsIn } from '../platform.ts';
import { contextTarget } from './context-menu.ts';
import { type CommandInput, commandsOf, findCommand, type Typed } from './find-command.ts';
import { checkOptions, partialOptions } from './option-values.ts';
import type { Place } from './place.ts';
import { refuseAct } from './refusal.ts';
import { mayUse, type Resolved } from './resolved.ts';
import { type Choice, type InteractionResult, waitForAnswer } from './result.ts';

export function runCommand(place: Place, input: CommandInput): Promise<InteractionResult> {
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

export function runContext(
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

export async function complete(place: Place, input: CommandInput): Promise<Choice[]> {
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

function needToUse(place: Place, typed: Pick<Typed, 'command'>): void {
  const { platform, channel, userId } = place;
  if (!can(permissionsIn(platform, channel, userId), 'USE_APPLICATION_COMMANDS')) {
    refuseAct('This member may not use commands here.');
  }
  const { contexts, name } = typed.command;
  const context = channel.guild_id ? 0 : 1;
  if (Array.isArray(contexts) && !contexts.includes(context)) refuseAct(`/${name} cannot be used here.`);
  const needed = asTextOrNull(typed.command.default_member_permissions);
  if (!mayUse(place, needed))
    refuseAct(`This member may not use /${typed.command.name}: it needs permissions they do not have.`);
}
