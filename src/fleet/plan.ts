// How the processes of a fleet share the shards out: each as many as the others, give or take one. Pure.

export type Process = { id: string; held: number; most: number };

export type Picture = {
  /** All that are alive, this one among them. */
  processes: readonly Process[];
  /** Shards that nobody holds. */
  free: number;
  /** Those of them with a session to go on with, which whoever should have them has not taken in time. */
  overdue: number;
};

export type Plan = {
  /** Shards to take now. */
  take: number;
  /** Whether to hand one of ours over to somebody who has fewer. */
  gives: boolean;
};

export type Own = {
  id: string;
  count: number;
  /** Shards of ours that have yet to log in: Discord lets few do so at once, so that the others' turn comes first. */
  loggingIn: number;
};

export function planShards({ processes, free, overdue }: Picture, { id, count, loggingIn }: Own): Plan {
  const own = processes.find((process) => process.id === id);
  if (!own) return { take: 0, gives: false };
  const part = Math.ceil(count / processes.length);
  const room = ({ held, most }: Process) => Math.min(most, part) - held;
  const due = Math.max(0, Math.min(free, room(own)));
  // Members of these wait: whoever has room takes them, and gives them away later.
  const late = Math.max(0, Math.min(overdue, own.most - own.held));
  const take = loggingIn > 0 ? 0 : Math.max(due, late);
  const isPoorer = (other: Process) => room(other) > 0 && other.held + 1 < own.held;
  // One at a time over the whole fleet, about: what was given is taken before the next.
  return { take, gives: free === 0 && processes.some(isPoorer) };
}

/** Shards that nobody could hold, however they are shared out. */
export function unheld({ processes }: Pick<Picture, 'processes'>, count: number): number {
  const room = processes.reduce((sum, { most }) => sum + most, 0);
  return Math.max(0, count - room);
}
