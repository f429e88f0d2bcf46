// What a press carries: numbers in custom ids and menus.
import { Refusal } from '#lib/refusal.ts';

export function readId(arg: string | undefined): number {
  // Only as we write it: "0x1" or " 1 " is nobody's button.
  if (!arg || !/^\d{1,15}$/.test(arg)) throw new Refusal({ kind: 'outdated-component' });
  return Number(arg);
}
