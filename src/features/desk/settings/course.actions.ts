// A member chooses what they learn outside of servers; in a server its own exam holds.
import type { Library } from '#content/library.ts';
import { readMember, saveSettings } from '#features/people/member/store.ts';
import { todayIn } from '#features/people/server/rules.ts';
import { firstStudied } from '#features/record/post/course.ts';
import type { Clock } from '#lib/clock.ts';
import { changeZone, type Deps } from './actions.ts';
import { courseNamed, editionsOpen, idOf, type Offered, parseCourse } from './course.rules.ts';
import type { SettingsOutcome } from './rules.ts';

type Content = { content: Library; clock: Clock };

/** The last days of an edition's sittings are not over anywhere before they are over in UTC−12. */
const LATEST_ZONE = 'Etc/GMT+12';

export function offerCourses({ content, clock }: Content): Offered[] {
  return editionsOpen(content, todayIn(LATEST_ZONE, clock.now()));
}

export async function chooseCourse(
  deps: Pick<Deps, 'db'> & Content,
  { memberId, typed }: { memberId: string; typed: string },
): Promise<SettingsOutcome> {
  const found = parseCourse(offerCourses(deps), typed);
  if (!found) return { kind: 'unknown-course', typed };
  const { exam, edition, code, name } = found;
  await saveSettings(deps.db, { id: memberId, exam, edition });
  return { kind: 'course-saved', code, name };
}

/** What is asked first: the exam, with the one that is suggested; the zone only of those who have none. */
export type Asked = { offered: readonly Offered[]; chosen: string; needsZone: boolean };

export async function askFirst(
  deps: Pick<Deps, 'db'> & Content,
  { memberId, chosen }: { memberId: string; chosen: string | null },
): Promise<Asked> {
  const offered = offerCourses(deps);
  const { zone } = await readMember(deps.db, memberId);
  const wanted = chosen === null ? null : parseCourse(offered, chosen);
  return { offered, chosen: idOf(wanted ?? firstStudied(deps)), needsZone: zone === null };
}

export type Settled =
  | { kind: 'settled'; course: Offered | null }
  | { kind: 'unknown-zone' | 'unknown-course'; typed: string };

/** Takes both in; done twice it is the same. A zone that may not be changed just now stays as it is. */
export async function settleFirst(
  deps: Deps & Content,
  { memberId, course, zone }: { memberId: string; course: string; zone: string | null },
): Promise<Settled> {
  if (zone !== null) {
    const outcome = await changeZone(deps, { memberId, serverId: null, zone });
    if (outcome.kind === 'unknown-zone') return outcome;
  }
  const chosen = await chooseCourse(deps, { memberId, typed: course });
  if (chosen.kind === 'unknown-course') return chosen;
  return { kind: 'settled', course: courseNamed(deps.content, await readMember(deps.db, memberId)) };
}
