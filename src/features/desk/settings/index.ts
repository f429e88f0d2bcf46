// What members decide for themselves.
import type { Feature } from '#bot/feature.ts';
import type { DayWatcher } from '#features/people/member/day-watcher.ts';
import { settingsCommand } from './commands.ts';
import { askNewcomer, newcomerComponent } from './newcomer.components.ts';

/** `others` may have something that hangs on a member's days. */
export function settingsFor(others: readonly { dayWatcher?: DayWatcher }[]): Feature {
  const watchers = others.flatMap(({ dayWatcher }) => dayWatcher ?? []);
  return {
    commands: [settingsCommand(watchers)],
    components: [newcomerComponent(watchers)],
    newcomer: askNewcomer,
  };
}
