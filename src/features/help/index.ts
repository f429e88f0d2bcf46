// Help on all other features: made from their command definitions, hence a function of the list of features.
import type { Feature } from '#bot/feature.ts';
import { helpCommand } from './commands.ts';

/** The feature on its own, for the list that it explains: `[...others, helpOn(others)]`. */
export function helpOn(others: readonly Feature[], sourceUrl: string | null = null): Feature {
  return { commands: [helpCommand(others, sourceUrl)] };
}
