// What a member may start: sizes of rounds, how long a question is open, how soon the next may follow. Pure.
export { parseOpenFor } from '#features/record/post/duration.rules.ts';

export type RoundKind = 'public' | 'private';

/** A quiz on a lesson that another feature began. */
export const LESSON_SIZE = 5;
export const ROUND_SIZES = [1, 5, 10] as const;

export const DEFAULT_OPEN_MINUTES = 30;
/** Between two questions that the same member starts: a public one is read by everybody, a private one only costs us. */
export const COOLDOWN_MS = { public: 10_000, private: 3_000 } as const satisfies Record<RoundKind, number>;
