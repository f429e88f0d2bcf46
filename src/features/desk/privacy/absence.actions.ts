// Members who have been away for two years: told once where they allow it, and deleted 30 days later.
import type { Db } from '#db/connect.ts';
import type { Personal } from '#db/personal.ts';
import type { Clock } from '#lib/clock.ts';
import { eraseMember } from './actions.ts';
import { type Absence, deletedWhenToldBefore, dueFor, inactiveBefore } from './rules.ts';
import {
  claimAbsences,
  forgetAbsences,
  hasAnsweredSince,
  lastSeen,
  markAbsenceTold,
  noteAbsences,
  noteSilent,
  type Seen,
} from './store.ts';

type Deps = { db: Db; clock: Clock };

const PAGE = 500;
const BATCH = 50;
const LEASE_MS = 60 * 60_000;

/** Goes through all members once, some at a time, and notes who is away; who came back is forgotten. */
export async function lookForAbsences({ db, clock }: Deps): Promise<void> {
  const now = clock.now();
  const longAgo = inactiveBefore(now);
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Seen[] = await lastSeen(db, { after, limit: PAGE });
    const away = page.filter(({ lastAt }) => lastAt === null || lastAt < longAgo);
    await noteAbsences(
      db,
      away.flatMap(({ memberId, lastAt }) => (lastAt ? [{ memberId, since: lastAt }] : [])),
    );
    await noteSilent(db, {
      memberIds: away.flatMap(({ memberId, lastAt }) => (lastAt ? [] : [memberId])),
      now,
    });
    const isAway = new Set(away.map(({ memberId }) => memberId));
    await forgetAbsences(
      db,
      page.map(({ memberId }) => memberId).filter((memberId) => !isAway.has(memberId)),
    );
    after = page.at(-1)?.memberId;
  }
}

export type DueAbsence = Absence & { due: 'nothing' | 'tell' | 'delete' };

/** Absences that this process is to do something about now. */
export async function takeAbsences({ db, clock }: Deps): Promise<DueAbsence[]> {
  const now = clock.now();
  const claimed = await claimAbsences(db, {
    now,
    since: inactiveBefore(now),
    toldBefore: deletedWhenToldBefore(now),
    leaseMs: LEASE_MS,
    limit: BATCH,
  });
  return claimed.map((absence) => ({ ...absence, due: dueFor(absence, now) }));
}

/** Also for who takes no direct messages: the time to come back is the same for all. */
export async function recordAbsenceTold({ db, clock }: Deps, { memberId }: Absence): Promise<void> {
  await markAbsenceTold(db, { memberId, now: clock.now() });
}

/** Unless the member came back since somebody last looked: that is every week, and this every day. */
export async function eraseAbsent(
  deps: { db: Db; personals: readonly Personal[] },
  { memberId, since }: Absence,
): Promise<void> {
  if (await hasAnsweredSince(deps.db, { memberId, since })) await forgetAbsences(deps.db, [memberId]);
  else await eraseMember(deps, { memberId });
}
