// What somebody learns: the exam and edition of the server they are in, else those they chose for themself, else those
// of the server where they answered last.
import type { Library } from '#content/library.ts';
import { editionOn, type Pack } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { readMember } from '#features/people/member/store.ts';
import { serverOf } from '#features/people/server/actions.ts';
import { DEFAULT_ZONE, todayIn } from '#features/people/server/rules.ts';
import { readServer } from '#features/people/server/store.ts';
import type { Clock } from '#lib/clock.ts';
import { Refusal } from '#lib/refusal.ts';
import { lastServerOf } from './place.store.ts';

/** Outside of servers `serverId` is null. */
export type Learner = { serverId: string | null; memberId: string };
/** `zone` is for who has none of their own. */
export type Studied = { exam: string; edition: string; zone: string };
export type Course = { pack: Pack; edition: string; zone: string };
type Deps = { db: Db; content: Library; clock: Clock };

/** Refused where nobody knows yet: then they are asked. */
export async function studiedBy(deps: Deps, learner: Learner): Promise<Studied> {
  const studied = await findStudied(deps, learner);
  if (!studied) throw new Refusal({ kind: 'no-course' });
  return studied;
}

export async function courseOf(deps: Deps, learner: Learner): Promise<Course> {
  return withPack(deps, await studiedBy(deps, learner));
}

/** For lists: whoever has not chosen yet is offered what they would be given. */
export async function courseOffered(deps: Deps, learner: Learner): Promise<Course> {
  return withPack(deps, (await findStudied(deps, learner)) ?? firstStudied(deps));
}

/** The first exam, in the edition that can be sat today. */
export function firstStudied({ content, clock }: Pick<Deps, 'content' | 'clock'>): Studied {
  const [pack] = content.packs();
  if (!pack) throw new Error('no exam pack is loaded');
  const edition = editionOn(pack.exam, todayIn(DEFAULT_ZONE, clock.now()));
  return { exam: pack.exam.id, edition: edition.id, zone: DEFAULT_ZONE };
}

/** The zone of somebody who chose none: their server's; outside of servers the one that dated them last. */
export async function zoneAround({ db }: { db: Db }, { serverId, memberId }: Learner): Promise<string> {
  if (serverId !== null) return (await readServer(db, serverId))?.zone ?? DEFAULT_ZONE;
  const { datedZone } = await readMember(db, memberId);
  return datedZone ?? (await lastServerOf(db, memberId))?.zone ?? DEFAULT_ZONE;
}

/** Null for who is in no server, chose nothing and answered in none. */
async function findStudied(deps: Deps, { serverId, memberId }: Learner): Promise<Studied | null> {
  if (serverId !== null) return serverOf(deps, serverId);
  const { exam, edition, datedZone } = await readMember(deps.db, memberId);
  // An exam that is no longer there is asked for again.
  if (exam !== null && edition !== null && (await deps.content.packOf(exam)))
    return { exam, edition, zone: datedZone ?? DEFAULT_ZONE };
  const last = await lastServerOf(deps.db, memberId);
  return last && { ...last, zone: datedZone ?? last.zone };
}

async function withPack({ content }: Deps, { exam, edition, zone }: Studied): Promise<Course> {
  const pack = await content.packOf(exam);
  if (!pack) throw new Error(`exam pack ${exam} is not loaded`);
  return { pack, edition, zone };
}
