// The custom ids on an exam's screens: they name the sitting and what a press does, so that they work for ever.
import { customId } from '#bot/custom-id.ts';

/** What can be pressed, as its part of the id. */
export type Act =
  | 'pick'
  | 'picks'
  | 'go'
  | 'flag'
  | 'grid'
  | 'jump'
  | 'ask'
  | 'submit'
  | 'fresh'
  | 'result'
  | 'read'
  | 'review'
  | 'share';

export function examId(sittingId: number, act: Act, ...args: (string | number)[]): string {
  return customId('exam', 1, sittingId, act, ...args);
}
