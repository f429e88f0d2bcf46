// Help on all other features: made from their commands, hence a function of the list of features.
import type { Feature } from '#bot/feature.ts';
import { helpCommand, linesFor, logInvites } from './commands.ts';
import { helpComponent } from './components.ts';

export function helpFor(others: readonly Feature[]): Feature {
  const lines = linesFor(others);
  return { commands: [helpCommand(lines)], components: [helpComponent(lines)], started: logInvites };
}
