// What presses have in common: the ids they carry, and a private answer.
import type { Answer, Shown } from '#bot/feature.ts';
import { Refusal } from '#lib/refusal.ts';

export function readId(arg: string | undefined): number {
  // Only as we write it: "0x1" or " 1 " is nobody's button.
  if (!arg || !/^\d{1,15}$/.test(arg)) throw new Refusal({ kind: 'outdated-component' });
  return Number(arg);
}

export function privately(message: Shown): Answer {
  return { kind: 'reply', private: true, message };
}
