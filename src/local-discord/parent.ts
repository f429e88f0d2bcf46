// Talking to the program that started the local Discord, over the IPC channel: what time it is here, and which
// instants that program suggests to move the clock to. Without such a program nothing is said.
import type { WatchedClock } from './clock.ts';
import type { Milestone } from './control/index.ts';
import { asNumber, asObject, asObjects, asText } from './json.ts';

/** The bot may be busy, or down; the page then simply offers no milestone. */
const ANSWER_WITHIN_MS = 2_000;

/** Tells the parent the clock's state, now and whenever it is moved. */
export function reportClock(clock: WatchedClock): void {
  const report = () => {
    if (process.connected) process.send?.({ kind: 'clock', ...clock.state() });
  };
  clock.onChange(report);
  report();
}

export async function askMilestones(): Promise<Milestone[]> {
  if (!process.send || !process.connected) return [];
  const { promise, resolve } = Promise.withResolvers<Milestone[]>();
  const listen = (message: unknown) => {
    const { kind, milestones } = asObject(message);
    if (kind !== 'milestones') return;
    resolve(asObjects(milestones).map(({ name, at }) => ({ name: asText(name), at: asNumber(at) })));
  };
  const timer = setTimeout(() => resolve([]), ANSWER_WITHIN_MS);
  process.on('message', listen);
  process.send({ kind: 'milestones?' });
  const milestones = await promise;
  clearTimeout(timer);
  process.off('message', listen);
  return milestones;
}
