// Help on all other features: made from their command definitions, hence a function of the list of features.
import type { Feature } from '#bot/feature.ts';
import { helpCommand } from './commands.ts';

export function helpFor(others: readonly Feature[]): Feature {
  return { commands: [helpCommand(others)] };
}
