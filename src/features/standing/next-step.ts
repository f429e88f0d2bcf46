// One thing that a member may do now. Types only: whoever has something to do may offer it, `/next` shows the most urgent.
import type { BotApp } from '#bot/feature.ts';
import type { Words } from '#words/words.ts';

type Learner = { memberId: string; serverId: string | null; exam: string; edition: string };

/**
 * From the most urgent to the least: a clock is running; a date is near; something is being forgotten; the plan says so;
 * it is worth while at any time.
 */
export type Urgency = 'running' | 'dated' | 'fading' | 'planned' | 'any-time';

export type Step = {
  /** What it is, for whoever tells steps apart. */
  kind: string;
  urgency: Urgency;
  minutes: number;
  /** The button that does it. On a private message: what it opens may come in its place or beside it. */
  customId: string;
  /** What to do, in a few words; why, in a sentence; what the button says. */
  words: (words: Words) => { what: string; why: string; button: string };
};

export type NextStep = {
  /** Null when there is nothing of it to do. */
  find(deps: Pick<BotApp, 'db' | 'content' | 'clock'>, learner: Learner): Promise<Step | null>;
};
