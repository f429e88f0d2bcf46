// Who takes no direct messages is told what became of their reports after whatever they do next.
import type { Aside, BotApp } from '#bot/feature.ts';
import { outcomesToSay, outcomesUntold, outcomeTold, whoWaits } from './telling.actions.ts';
import { showOutcomes } from './telling.view.ts';

export type Asides = {
  find(app: BotApp, memberId: string): Promise<Aside | null>;
  /** Looks anew who waits: also for what other processes have noted. */
  refresh(app: Pick<BotApp, 'db'>): Promise<void>;
  add(memberId: string): void;
};

/** Who waits is kept in mind: hardly anybody does, and everything that anybody does asks. The rows decide. */
export function createAsides(): Asides {
  let waiting = new Set<string>();
  return {
    async find(app, memberId) {
      if (!waiting.has(memberId)) return null;
      const outcomes = await outcomesToSay(app, memberId);
      if (outcomes.length === 0) return null;
      return {
        message: (words) => showOutcomes(words, outcomes),
        async said() {
          for (const outcome of outcomes) await outcomeTold(app, outcome);
        },
        refused: () => outcomesUntold(app, outcomes),
      };
    },
    async refresh(app) {
      waiting = new Set(await whoWaits(app));
    },
    add: (memberId) => void waiting.add(memberId),
  };
}
