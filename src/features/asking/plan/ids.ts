// The custom ids of plans: each says what it does, and works for as long as there is a plan.
import { customId } from '#bot/custom-id.ts';

export type Act =
  | 'show'
  | 'week'
  | 'all'
  | 'task'
  | 'done'
  | 'open'
  | 'ics'
  | 'remind'
  | 'silent'
  | 'day'
  | 'booked'
  | 'begin';

export function planId(act: Act, ...args: (string | number)[]): string {
  return customId('plan', 1, act, ...args);
}

/** Which of the things to do is shown, from 0. */
export function nextId(index: number): string {
  return customId('nextstep', 1, index);
}
