// That the bot is in a server, or was removed, as Discord says it: told to the features until they have noted it. A
// note that failed (the database was away) is not lost: nobody would say it again, and its dailies would not come.
import type { BotApp, Feature } from '#bot/feature.ts';

type Hook = 'joined' | 'left';

export type ServerNotes = {
  tell(hook: Hook, serverId: string): void;
  /** Somebody used the bot there, so it is there, whatever was noted. Told once in a while. */
  seen(serverId: string): void;
  stop(): void;
};

const AGAIN_AFTER_MS = 1_000;
const AGAIN_AT_MOST_MS = 60_000;
const SEEN_EVERY_MS = 60_000;

export function createServerNotes(
  app: BotApp,
  features: readonly Feature[],
  { againAfterMs = AGAIN_AFTER_MS } = {},
): ServerNotes {
  /** The last word about each server that is not noted yet. */
  const waiting = new Map<string, { hook: Hook }>();
  const busy = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  const seenAt = new Map<string, number>();
  let isStopped = false;

  const later = (serverId: string, failures: number) => {
    // Stopped while a note was being made: a timer would only keep the process.
    if (isStopped) return;
    const delay = Math.min(againAfterMs * 2 ** (failures - 1), AGAIN_AT_MOST_MS);
    const timer = setTimeout(() => {
      timers.delete(timer);
      void work(serverId, failures);
    }, delay);
    timers.add(timer);
  };

  /** One note of a server after another, so that the last word is also written last. */
  const work = async (serverId: string, failures = 0): Promise<void> => {
    for (let note = waiting.get(serverId); note && !isStopped; note = waiting.get(serverId)) {
      try {
        for (const feature of features) await feature[note.hook]?.(app, { serverId });
      } catch (error) {
        app.log.warn({ err: error, server: serverId }, `server ${note.hook}: not noted yet, trying again`);
        return later(serverId, failures + 1);
      }
      if (waiting.get(serverId) === note) waiting.delete(serverId);
    }
    busy.delete(serverId);
  };

  const tell = (hook: Hook, serverId: string) => {
    waiting.set(serverId, { hook });
    if (busy.has(serverId)) return;
    busy.add(serverId);
    void work(serverId);
  };

  return {
    tell,
    seen(serverId) {
      const now = performance.now();
      if (now - (seenAt.get(serverId) ?? Number.NEGATIVE_INFINITY) < SEEN_EVERY_MS) return;
      seenAt.set(serverId, now);
      tell('joined', serverId);
    },
    stop() {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
