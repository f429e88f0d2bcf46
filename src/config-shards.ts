// Which of the gateway's shards a process runs, as the environment says it. Pure.
import { z } from 'zod';

/** `auto` asks Discord how many shards to run; `lease` takes what no other process has; else `ids` of `count`. */
export type ShardConfig =
  | 'auto'
  | { ids: number[]; count: number }
  /** `most`: shards that this process takes at most. */
  | { lease: { count: number; most: number } };

type Named = 'auto' | 'lease' | number[];

export const shardList = z
  .string()
  .regex(
    /^(auto|lease|\d+(-\d+)?(,\d+(-\d+)?)*)$/,
    'SHARDS must be auto, lease, or shard numbers, such as 0 or 0,1 or 0-3.',
  )
  .transform((text): Named => (text === 'auto' || text === 'lease' ? text : expandShards(text)));

type Variables = {
  SHARDS?: Named | undefined;
  SHARD_COUNT?: number | undefined;
  SHARDS_PER_PROCESS?: number | undefined;
  DATABASE_URL?: string | undefined;
};

export function toShards({ SHARDS, SHARD_COUNT, SHARDS_PER_PROCESS }: Variables): ShardConfig {
  if (!SHARD_COUNT) return 'auto';
  if (SHARDS === 'lease') return { lease: { count: SHARD_COUNT, most: SHARDS_PER_PROCESS ?? SHARD_COUNT } };
  const all = Array.from({ length: SHARD_COUNT }, (_, id) => id);
  return { ids: Array.isArray(SHARDS) ? SHARDS : all, count: SHARD_COUNT };
}

/** `env` as it was written: what is wrong in itself is told by the schema. */
export function missingShards(env: Record<string, string | undefined>): string[] {
  const lines: string[] = [];
  if (env.SHARDS && env.SHARDS !== 'auto' && !env.SHARD_COUNT)
    lines.push('SHARDS needs SHARD_COUNT: set it to the number of shards of the whole fleet.');
  if (env.SHARDS === 'lease' && !env.DATABASE_URL && !env.DATABASE_URL_FILE && env.NODE_ENV !== 'production')
    lines.push('SHARDS=lease needs DATABASE_URL: the processes of a fleet share one PostgreSQL.');
  if (env.SHARDS_PER_PROCESS && env.SHARDS !== 'lease')
    lines.push('SHARDS_PER_PROCESS is for SHARDS=lease: leave it out.');
  return lines;
}

export function shardFaults({ SHARDS, SHARD_COUNT }: Variables): string[] {
  if (!Array.isArray(SHARDS) || !SHARD_COUNT) return [];
  if (SHARDS.length > 0 && SHARDS.every((id) => id < SHARD_COUNT)) return [];
  return [`SHARDS must lie between 0 and ${SHARD_COUNT - 1}, one less than SHARD_COUNT.`];
}

function expandShards(list: string): number[] {
  const ids = list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    // A range far beyond any shard count is cut short here and refused by shardFaults.
    return Array.from({ length: Math.min(Math.max(last - first + 1, 0), 10_001) }, (_, step) => first + step);
  });
  return [...new Set(ids)].sort((a, b) => a - b);
}
