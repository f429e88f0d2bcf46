// What the command and the controls of a board share: how Discord is asked who is still there, and within what time.
import type { Channels } from '#bot/channels.ts';
import type { BotApp } from '#bot/feature.ts';
import type { Ranking } from '../ranking.ts';
import type { BoardDeps } from './actions.ts';
import { type Presence, rememberPresence } from './presence.ts';
import { type Metric, scoreMetrics } from './rules.ts';

/** Discord waits three seconds for the answer: what it has not said by then about who left, the board does without. */
const MEMBERS_WITHIN_MS = 1_500;

export function boardDeps(app: BotApp, rankings: readonly Ranking[]): BoardDeps {
  const { db, content, clock } = app;
  const timeUp = Promise.withResolvers<null>();
  setTimeout(() => timeUp.resolve(null), MEMBERS_WITHIN_MS).unref();
  const presence = presenceOf(app);
  return {
    db,
    content,
    clock,
    rankings,
    presence: {
      ...presence,
      stillMembers: (...asked) => Promise.race([presence.stillMembers(...asked), timeUp.promise]),
    },
  };
}

export function metricsWith(rankings: readonly Ranking[]): Metric[] {
  return [...scoreMetrics, ...rankings.map(({ metric }) => metric)];
}

/** One memory for each way out to Discord: the composition knows no feature, so it cannot hold ours. */
const memories = new WeakMap<Channels, Presence>();

function presenceOf({ db, channels, clock }: BotApp): Presence {
  const known = memories.get(channels);
  if (known) return known;
  const made = rememberPresence({ db, clock, ask: (...asked) => channels.stillMembers(...asked) });
  memories.set(channels, made);
  return made;
}
