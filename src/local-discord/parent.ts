// Talking to the program that started the local Discord, over the IPC channel: what time it is here, which instants
// it suggests to move the clock to, and that it has done what is due. Without such a program nothing is said.
import type { WatchedClock } from './clock.ts';
import { asNumber, asObject, asObjects, asText, type Json } from './json.ts';
import type { Companion } from './travel.ts';

/** The bot may be busy, or down; then the page offers no milestone, and the clock moves on without it. */
const ANSWER_WITHIN_MS = 10_000;

/** Tells the parent the clock's state, now and whenever it is moved. */
export function reportClock(clock: WatchedClock): void {
  const report = () => {
    if (process.connected) process.send?.({ kind: 'clock', ...clock.state() });
  };
  clock.onChange(report);
  report();
}

export const parent: Companion = {
  async milestones() {
    const { milestones } = await ask('milestones');
    return asObjects(milestones).map(({ name, at }) => ({ name: asText(name), at: asNumber(at) }));
  },
  async pause() {
    await ask('pause');
  },
  async settle() {
    await ask('settle');
  },
};

let asked = 0;

/** An empty answer when nobody is there, or nobody answers in time. */
async function ask(kind: string): Promise<Json> {
  if (!process.send || !process.connected) return {};
  asked += 1;
  const id = asked;
  const { promise, resolve } = Promise.withResolvers<Json>();
  const listen = (message: unknown) => {
    const answer = asObject(message);
    if (answer.id === id) resolve(answer);
  };
  const timer = setTimeout(() => resolve({}), ANSWER_WITHIN_MS);
  process.on('message', listen);
  process.send({ kind, id });
  const answer = await promise;
  clearTimeout(timer);
  process.off('message', listen);
  return answer;
}
