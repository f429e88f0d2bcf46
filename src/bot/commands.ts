// Registers the command definitions with Discord, but only when they differ: 200 creations a day are allowed.

import { type REST, Routes } from 'discord.js';
import type { Feature } from '#bot/feature.ts';

export type CommandDefinition = NonNullable<Feature['commands']>[number]['data'];

export function commandDefinitions(features: readonly Feature[]): CommandDefinition[] {
  return features.flatMap((feature) => feature.commands ?? []).map((command) => command.data);
}

/** Returns true when the commands were sent, false when Discord had them already. */
export async function registerCommands(
  rest: REST,
  { applicationId, definitions }: { applicationId: string; definitions: readonly CommandDefinition[] },
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const present = (await rest.get(route)) as unknown[];
  if (sameCommands(present, definitions)) return false;
  await rest.put(route, { body: definitions });
  return true;
}

/** Discord answers with more fields than were sent, and with its defaults filled in: compare what we say. */
export function sameCommands(present: readonly unknown[], wanted: readonly CommandDefinition[]): boolean {
  if (present.length !== wanted.length) return false;
  return wanted.every((command) =>
    present.some((other) => (other as CommandDefinition).name === command.name && says(other, command)),
  );
}

/** True when `present` holds everything `wanted` says; what is absent counts as Discord's default. */
function says(present: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return saysList(present, wanted);
  if (wanted !== null && typeof wanted === 'object') return saysRecord(present, wanted);
  return present === wanted || (isDefault(wanted) && (present === undefined || present === null));
}

function saysList(present: unknown, wanted: readonly unknown[]): boolean {
  const list = Array.isArray(present) ? present : [];
  return list.length === wanted.length && wanted.every((item, index) => says(list[index], item));
}

function saysRecord(present: unknown, wanted: object): boolean {
  // safe: whatever Discord sent is only looked into by key
  const record = (present ?? {}) as { options?: unknown[] } & Record<string, unknown>;
  // An option that we no longer send must not survive at Discord.
  const hasStaleOptions = !('options' in wanted) && (record.options?.length ?? 0) > 0;
  return !hasStaleOptions && Object.entries(wanted).every(([key, value]) => says(record[key], value));
}

function isDefault(value: unknown): boolean {
  return value === undefined || value === false || value === null;
}
