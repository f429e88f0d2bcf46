// The command definitions, and whether Discord has them already: 200 creations a day are allowed.

import { type REST, Routes } from 'discord.js';
import type { Feature } from '#bot/feature.ts';

export type CommandDefinition =
  | NonNullable<Feature['commands']>[number]['data']
  | NonNullable<Feature['menus']>[number]['data'];

export function commandDefinitions(features: readonly Feature[]): CommandDefinition[] {
  return features
    .flatMap((feature) => [...(feature.commands ?? []), ...(feature.menus ?? [])])
    .map((command) => command.data);
}

type Registered = {
  applicationId: string;
  definitions: readonly CommandDefinition[];
  /** Hears the commands as Discord has them in the end, with their ids. */
  heard?: (commands: unknown) => void;
};

/** Returns true when the commands were sent, false when Discord had them already. */
export async function registerCommands(
  rest: REST,
  { applicationId, definitions, heard }: Registered,
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  // Without this Discord leaves the translations out, and every translated command would look changed.
  const query = new URLSearchParams({ with_localizations: 'true' });
  // safe: Get Global Application Commands answers with an array of commands
  const present = (await rest.get(route, { query })) as unknown[];
  // Also where sending fails: those it has can be clicked all the same.
  heard?.(present);
  if (sameCommands(present, definitions)) return false;
  const sent = await rest.put(route, { body: definitions });
  heard?.(sent);
  return true;
}

/** The commands as they are at Discord, where another process registers them. */
export async function readCommands(rest: REST, applicationId: string): Promise<unknown> {
  return rest.get(Routes.applicationCommands(applicationId));
}

/**
 * Compares what Discord has with what we say, both in the same words: Discord adds ids and fills its defaults in.
 * What we no longer say counts as its default, so that it is taken away there too.
 */
export function sameCommands(present: readonly unknown[], wanted: readonly CommandDefinition[]): boolean {
  const asText = (commands: readonly unknown[]) => commands.map(writeCommand).toSorted().join('\n');
  return asText(present) === asText(wanted);
}

type Fields = Record<string, unknown>;
/** Null stands for the default, whatever it is. */
type Shape = Record<string, (value: unknown, of: Fields) => unknown>;

const plain = (value: unknown) => value ?? null;
const flag = (value: unknown) => value || null;
const list = (shape: () => Shape) => (value: unknown) => {
  // safe: whatever Discord sent is only looked into by key
  const items = (Array.isArray(value) ? value : []) as Fields[];
  return items.length === 0 ? null : items.map((item) => normalise(item, shape()));
};
/** The order of channel types, contexts and places of installation means nothing. */
const set = (value: unknown) => (Array.isArray(value) && value.length > 0 ? [...value].sort() : null);
/** A translation equal to the default is ignored by Discord. */
const translations = (name: string) => (value: unknown, of: Fields) => {
  const entries = Object.entries(value ?? {}).filter(([, text]) => text !== of[name]);
  return entries.length === 0 ? null : Object.fromEntries(entries.toSorted());
};

const NAMED: Shape = { name: plain, name_localizations: translations('name') };
const DESCRIBED: Shape = {
  ...NAMED,
  description: (value) => value || null,
  description_localizations: translations('description'),
  options: list(() => OPTION),
};
const CHOICE: Shape = { ...NAMED, value: plain };
const OPTION: Shape = {
  ...DESCRIBED,
  type: plain,
  required: flag,
  autocomplete: flag,
  choices: list(() => CHOICE),
  channel_types: set,
  min_value: plain,
  max_value: plain,
  min_length: plain,
  max_length: plain,
};
const COMMAND: Shape = {
  ...DESCRIBED,
  type: (value) => value ?? 1,
  default_member_permissions: plain,
  nsfw: flag,
  contexts: set,
  integration_types: set,
};

function writeCommand(command: unknown): string {
  return JSON.stringify(normalise(command as Fields, COMMAND));
}

/** Only the fields of the shape, in its order. */
function normalise(fields: Fields, shape: Shape): Fields {
  return Object.fromEntries(Object.entries(shape).map(([key, of]) => [key, of(fields[key], fields)]));
}
