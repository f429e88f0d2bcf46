// GET messages: newest first, limited, before / after / around an id.
import type { StoredMessage } from '../model.ts';
import { firstNotBefore, type World } from '../world.ts';

export function findPage(world: World, channelId: string, query: URLSearchParams): StoredMessage[] {
  const log = world.logs.get(channelId) ?? [];
  const limit = Math.min(100, Math.max(1, Number(query.get('limit') ?? 50) || 50));
  const after = query.get('after');
  const around = query.get('around');
  if (around) {
    const half = Math.floor(limit / 2);
    const middle = firstNotBefore(log, around);
    const older = collect(world, log, { from: middle - 1, step: -1, limit: half });
    const newer = collect(world, log, { from: middle, step: 1, limit: limit - older.length });
    return [...newer.reverse(), ...older];
  }
  if (after) {
    const start = firstNotBefore(log, after);
    const from = log[start] === after ? start + 1 : start;
    return collect(world, log, { from, step: 1, limit }).reverse();
  }
  const before = query.get('before');
  const from = (before ? firstNotBefore(log, before) : log.length) - 1;
  return collect(world, log, { from, step: -1, limit });
}

type Walk = { from: number; step: 1 | -1; limit: number };

/** Deleted and ephemeral messages are passed over. */
function collect(world: World, log: readonly string[], { from, step, limit }: Walk): StoredMessage[] {
  const found: StoredMessage[] = [];
  for (let index = from; index >= 0 && index < log.length && found.length < limit; index += step) {
    const stored = world.messages.get(log[index] ?? '');
    if (stored && stored.visibleTo === null) found.push(stored);
  }
  return found;
}
