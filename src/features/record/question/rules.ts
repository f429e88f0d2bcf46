// Versions of questions beside the released ones, and what a server's own packs may hold. Pure.
export type { OwnDomain, OwnExam } from '#content/own-pack.ts';

/** What a review made of an official question. */
export type AmendmentKind = 'text' | 'key' | 'either' | 'retired';

/** A question of an own pack: asked, asked no more, waiting for a reviewer, or turned down by one. */
export const ownStatuses = ['live', 'retired', 'suggested', 'declined'] as const;
export type OwnStatus = (typeof ownStatuses)[number];

export const MAX_OWN_PACKS = 20;
export const MAX_OWN_QUESTIONS = 2_000;

/** What keeps a change of an own pack from being made. */
export type NotChanged =
  | { kind: 'no-such-pack' }
  | { kind: 'no-such-question' }
  | { kind: 'name-taken'; name: string }
  | { kind: 'too-many-packs'; limit: number }
  | { kind: 'too-many-questions'; limit: number; left: number }
  | { kind: 'domains-in-use' }
  | { kind: 'changed-meanwhile' };

const PER_RELEASED = 1_000;

/** The version of the nth amendment of a released one: never one that a later release will use. */
export function amendedVersion(base: number, nth: number): number {
  return base * PER_RELEASED + nth;
}

/** The released version that a version is, or was made of. */
export function releasedVersion(version: number): number {
  return version < PER_RELEASED ? version : Math.floor(version / PER_RELEASED);
}
