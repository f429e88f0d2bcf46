// A member's exams so far, and what they told of the real one.
import type { Library } from '#content/library.ts';
import { questionsFor } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { noteMember, readMember } from '#features/people/member/store.ts';
import { type Learner, zoneAround } from '#features/record/post/course.ts';
import { estimateBefore } from '#features/standing/progress/actions.ts';
import type { Outcome } from '#features/standing/progress/calibration.rules.ts';
import type { Clock } from '#lib/clock.ts';
import { type LocalDate, localDateAt } from '#lib/local-date.ts';
import { type Past, type RealResult, scoreOfEnded } from './ended.rules.ts';
import { type ExamDeps, endOf } from './ending.actions.ts';
import { insertRealResult, realResultsOf, toldOutcomes } from './results.store.ts';
import type { Sitting } from './sitting.ts';
import { pastSittings } from './store.ts';

/** As many as a menu of Discord's offers; each costs a look at all its questions. */
const SHOWN = 25;

/** The newest first; exams of packs that are no longer loaded are left out. */
export async function listPast(deps: ExamDeps, { memberId }: { memberId: string }): Promise<Past[]> {
  const sittings = await pastSittings(deps.db, { memberId, limit: SHOWN });
  const past = await Promise.all(sittings.map((sitting) => pastOf(deps, sitting)));
  return past.filter((each) => each !== null);
}

async function pastOf(deps: ExamDeps, sitting: Sitting): Promise<Past | null> {
  if (!(await deps.content.packOf(sitting.exam))) return null;
  const ended = await endOf(deps, sitting);
  const { right, items } = ended.outcome;
  return { sitting, pack: ended.pack, right, items, score: scoreOfEnded(ended) };
}

type Deps = { db: Db; content: Library; clock: Clock };

export async function recordRealResult(
  { db, content, clock }: Deps,
  result: RealResult & { memberId: string },
): Promise<void> {
  const { memberId, exam, edition, satOn } = result;
  const before = await estimateBefore({ db, content }, { memberId, exam, edition, day: satOn });
  const estimate = before && [before.median, before.low, before.high, before.chance];
  await noteMember(db, memberId);
  await insertRealResult(db, { ...result, estimate, toldAt: clock.now() });
}

/** The date where the member is: their own zone, else the one that dated them last, else the server's. */
export async function todayOf(deps: Deps, learner: Learner): Promise<LocalDate> {
  const [member, around] = await Promise.all([
    readMember(deps.db, learner.memberId),
    zoneAround(deps, learner),
  ]);
  return localDateAt(deps.clock.now(), member.zone ?? member.datedZone ?? around);
}

export async function listRealResults({ db }: { db: Db }, memberId: string): Promise<RealResult[]> {
  return realResultsOf(db, memberId);
}

/** What had been estimated, and what came out: of those for whom both is known. */
export async function listOutcomes(db: Db, wanted: { exam: string | null }): Promise<Outcome[]> {
  return (await toldOutcomes(db, wanted)).flatMap(({ estimate, isPassed, score }) => {
    const [median, low, high, chance] = estimate ?? [];
    if (median === undefined || low === undefined || high === undefined || chance === undefined) return [];
    const told = { median, low, high };
    return [{ passChance: chance / 1000, score: told, hasPassed: isPassed, realScore: score }];
  });
}

/** Exams that can be begun: those with questions, editions as the pack lists them. */
export function editionsOf({
  content,
}: {
  content: Library;
}): { exam: string; edition: string; code: string; name: string }[] {
  return content
    .packs()
    .flatMap((pack) =>
      pack.exam.editions
        .filter(({ id }) => questionsFor(pack, id, null).length > 0)
        .map(({ id, code }) => ({ exam: pack.exam.id, edition: id, code, name: pack.exam.name })),
    );
}
