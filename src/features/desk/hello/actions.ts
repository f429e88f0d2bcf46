// Which servers are to be greeted now, by this process; and that one was.
import type { Library } from '#content/library.ts';
import { findEdition } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { isTooLate, type Newcomer } from './rules.ts';
import { claimNewcomer, readNewcomers, settleNewcomer } from './store.ts';

type Deps = { db: Db; clock: Clock };

/** Longer than sending may take, and short enough for Discord to know the nonce still. */
const LEASE_MS = 60_000;
const BATCH = 50;

/** Those that this process is told about: it alone knows their channels. Whoever was not greeted in time never is. */
export async function takeNewcomers(
  { db, clock }: Deps,
  { isHere }: { isHere: (serverId: string) => boolean },
): Promise<Newcomer[]> {
  const now = clock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const taken: Newcomer[] = [];
  for (const newcomer of await readNewcomers(db, { now, limit: BATCH })) {
    const { serverId } = newcomer;
    if (isTooLate(newcomer, now)) await settleNewcomer(db, serverId);
    else if (isHere(serverId) && (await claimNewcomer(db, { serverId, now, until }))) taken.push(newcomer);
  }
  return taken;
}

export async function recordGreeted({ db }: { db: Db }, { serverId }: Newcomer): Promise<void> {
  await settleNewcomer(db, serverId);
}

/** What its exam is called; null when the pack no longer has it. */
export function codeOf({ content }: { content: Library }, { exam, edition }: Newcomer): string | null {
  const pack = content.official(exam);
  return (pack && findEdition(pack.exam, edition)?.code) ?? null;
}
