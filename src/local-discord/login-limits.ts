// How often a bot may log in to the gateway: so many sessions a day over all shards, and so many at once. In real time
// always, as rate limits are: the client sleeps real seconds whatever the server's clock says.

export type LoginRules = {
  /** What GET /gateway/bot recommends; null = one per thousand servers. */
  shards: number | null;
  maxConcurrency: number;
  total: number;
  resetAfterMs: number;
};

/** 16 at once: with 1 every further shard would cost a test five seconds. */
const LOGIN_RULES: LoginRules = {
  shards: null,
  maxConcurrency: 16,
  total: 1_000,
  resetAfterMs: 86_400_000,
};

/** A session that was begun or gone on with, or one that was refused. */
export type Login = {
  at: number;
  shard: number;
  how: 'identify' | 'resume' | 'not-resumable' | 'too-soon' | 'used-up';
  /** How long nobody had held the session that was resumed; null where that is no question. */
  pausedMs: number | null;
};

export type LoginLimits = {
  rules: LoginRules;
  /** All since the start, oldest first. */
  log: Login[];
  note(login: Omit<Login, 'at'>): void;
  read(): { total: number; remaining: number; reset_after: number; max_concurrency: number };
  /** Spends a login; or says why it may not be. */
  take(shard: number): 'too-soon' | 'used-up' | null;
  /** As if so many were left. */
  setRemaining(remaining: number): void;
};

const APART_MS = 5_000;

/** Without rules nobody has to wait between two logins: programs under test are restarted within a second. */
export function createLoginLimits(given: Partial<LoginRules> | null, now = Date.now): LoginLimits {
  const rules = { ...LOGIN_RULES, ...given };
  const lastOf = new Map<number, number>();
  const log: Login[] = [];
  let remaining = rules.total;
  let resetAt = now() + rules.resetAfterMs;
  const renew = () => {
    if (now() < resetAt) return;
    remaining = rules.total;
    resetAt = now() + rules.resetAfterMs;
  };
  return {
    rules,
    log,
    note: (login) => void log.push({ at: now(), ...login }),
    read() {
      renew();
      const { total, maxConcurrency: max_concurrency } = rules;
      return { total, remaining, reset_after: Math.max(0, resetAt - now()), max_concurrency };
    },
    take(shard) {
      renew();
      const bucket = shard % rules.maxConcurrency;
      // Of one bucket, not of one shard: 16 at once are those of 16 different buckets.
      if (given && now() - (lastOf.get(bucket) ?? 0) < APART_MS) return 'too-soon';
      if (remaining <= 0) return 'used-up';
      lastOf.set(bucket, now());
      remaining -= 1;
      return null;
    },
    setRemaining(left) {
      remaining = left;
    },
  };
}
