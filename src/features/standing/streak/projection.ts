// What an answer does to a streak: its day, the cached row, and the words of the feedback.
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { allOf, ownRows } from '#db/personal.ts';
import { type DayRules, neutralDays } from '#features/people/member/day.rules.ts';
import { pauses } from '#features/people/member/table.ts';
import { outages } from '#features/record/outage/table.ts';
import { answers } from '#features/record/post/table.ts';
import type { Projection, Scope } from '#features/record/projection.ts';
import { stale } from '#features/record/stale/table.ts';
import type { LocalDate } from '#lib/local-date.ts';
import { rebuildStreaks } from './rebuild.actions.ts';
import { type DayRecorded, recordDay, reminderAt, type Streak } from './rules.ts';
import { streakDays, streakPlaces, streaks } from './table.ts';

type Span<T> = { from: T; to: T };
/** Instants as PostgreSQL writes them into json. */
type Facts = { streak: Streak | null; pauses: Span<LocalDate>[]; outages: Span<string>[] };
type Row = Streak & {
  localDate: LocalDate;
  /** The last active date that the streak was counted on from; null for a first day. */
  seen: LocalDate | null;
  remindAt: Date | null;
  isNewDay: boolean;
  at: Date;
  /** Whether the answer puts the member on the boards of its server. */
  isRated: boolean;
};

const NAME = 'streak';

export const streakProjection: Projection<Facts, Row, DayRecorded> = {
  name: NAME,
  read: readFacts,
  decide(answer, facts) {
    const day = recordDay(facts.streak, answer.localDate, neutralFor(answer.day, facts));
    const { isNewDay } = day;
    const { isRated, localDate, at } = answer;
    const seen = facts.streak?.lastDate ?? null;
    // A day before the last active one: written late, or dated in another zone.
    const isLate = seen !== null && localDate < seen;
    if (!isNewDay && !isLate && !isRated) return { rows: [], told: day };
    const remindAt = answer.reminders ? reminderAt(day.streak.lastDate, answer.day) : null;
    return { rows: [{ ...day.streak, localDate, seen, remindAt, isNewDay, at, isRated }], told: day };
  },
  outdated: countedOnFromAnother,
  write: (fresh) => [insertDays(fresh), upsertStreaks(fresh), upsertPlaces(fresh), markLate(fresh)],
  brokenBy: ['outage'],
  rebuild: rebuildScope,
  personal: allOf(
    ownRows(streakDays, streakDays.memberId),
    ownRows(streaks, streaks.memberId),
    ownRows(streakPlaces, streakPlaces.memberId),
  ),
};

/** Only what lies after the last active day can matter: most often nothing. */
function readFacts(member: SQL): SQL {
  return sql`
    select json_build_object(
      'streak', case when s.member_id is not null then json_build_object('current', s.current, 'longest', s.longest,
        'lastDate', s.last_date, 'freezes', s.freezes, 'progress', s.progress) end,
      'pauses', (select coalesce(json_agg(json_build_object('from', p.from_date, 'to', p.to_date)), '[]')
        from ${pauses} p where p.member_id = ${member} and p.to_date >= s.last_date),
      'outages', (select coalesce(json_agg(json_build_object('from', o.from_at, 'to', o.to_at)), '[]')
        from ${outages} o where o.to_at >= s.last_date::timestamptz - interval '1 day'))
    from (select) one left join ${streaks} s on s.member_id = ${member}`;
}

function neutralFor(day: DayRules, facts: Facts) {
  return neutralDays(
    facts.pauses.map(({ from, to }) => ({ fromDate: from, toDate: to })),
    facts.outages.map(({ from, to }) => ({ fromAt: new Date(from), toAt: new Date(to) })),
    day,
  );
}

/**
 * The first answer of a day and the last of the day before, in servers of two zones, may be decided at once by two
 * processes. The lock waits for the other and then has its row: only after that, outside, it is compared.
 */
function countedOnFromAnother(given: SQL): SQL {
  return sql`
    with locked as (
      select fresh."memberId", day.seen, mine.last_date
      from (select "memberId", (jsonb_array_elements(rows)) as row from ${given} order by "memberId") as fresh,
        jsonb_to_record(row) as day (seen date, "isNewDay" boolean),
        lateral (select s.last_date from ${streaks} s where s.member_id = "memberId" limit 1 for update) as mine
      where day."isNewDay")
    select "memberId" from locked where last_date is distinct from seen`;
}

function insertDays(fresh: SQL): SQL {
  return sql`
    insert into ${streakDays} (member_id, local_date)
    select "memberId", day."localDate" from ${fresh}, jsonb_to_recordset(rows) as day ("localDate" date, "isNewDay" boolean)
    where day."isNewDay"
    union all select "memberId", "localDate" from (${lateDays(fresh)}) as late
    order by 1
    on conflict do nothing`;
}

/** Whoever was active on a later date before does not go back and fill one that they missed, by another zone. */
function lateDays(fresh: SQL): SQL {
  return sql`
    select "memberId", day."localDate", day.at
    from ${fresh}, jsonb_to_recordset(rows) as day ("localDate" date, seen date, at timestamptz)
    where day."localDate" < day.seen and not exists (
      select from ${answers} a
      where a.member_id = "memberId" and a.answered_at < day.at and a.local_date > day."localDate")`;
}

function upsertStreaks(fresh: SQL): SQL {
  return sql`
    insert into ${streaks} as s (member_id, current, longest, last_date, freezes, progress, remind_at)
    select "memberId", day.current, day.longest, day."lastDate", day.freezes, day.progress, day."remindAt"
    from ${fresh}, jsonb_to_recordset(rows) as day (current int, longest int, "lastDate" date, freezes int,
      progress int, "remindAt" timestamptz, "isNewDay" boolean)
    where day."isNewDay"
    order by "memberId"
    on conflict (member_id) do update set current = excluded.current, longest = excluded.longest,
      last_date = excluded.last_date, freezes = excluded.freezes, progress = excluded.progress,
      remind_at = excluded.remind_at, lease_until = null
    where s.last_date < excluded.last_date`;
}

/** A new day moves the member on all boards that they are on; on any day a first rated answer puts them on one more. */
function upsertPlaces(fresh: SQL): SQL {
  return sql`
    insert into ${streakPlaces} as p (member_id, server_id, exam, current, last_date)
    select "memberId", place.server_id, place.exam, day.current, day."lastDate"
    from ${fresh}, jsonb_to_recordset(rows) as day (current int, "lastDate" date, "isNewDay" boolean, "isRated" boolean),
      lateral (
        select b.server_id, b.exam from ${streakPlaces} b where b.member_id = "memberId" and day."isNewDay"
        union
        select "serverId", fresh.exam where day."isRated" and (day."isNewDay" or not exists (select from ${streakPlaces} b
          where b.member_id = "memberId" and b.server_id = "serverId" and b.exam = fresh.exam))
      ) as place
    order by 1, 2, 3
    on conflict (member_id, server_id, exam) do update set current = excluded.current, last_date = excluded.last_date
    where p.last_date < excluded.last_date`;
}

/** A day in between changes what the streak came to: it is counted anew, from all days. */
function markLate(fresh: SQL): SQL {
  return sql`
    insert into ${stale} as s (what, scope, since)
    select ${sql.raw(`'${NAME}'`)}, 'member:' || "memberId", late.at
    from (${lateDays(fresh)}) as late
    where not exists (
      select from ${streakDays} d where d.member_id = "memberId" and d.local_date = late."localDate")
    order by "memberId"
    on conflict (what, scope) do update set
      since = greatest(s.since + interval '1 millisecond', excluded.since), lease_until = null, attempts = 0`;
}

/** A streak belongs to a member in all servers alike, so a server's change breaks none. */
async function rebuildScope({ db }: { db: Db }, scope: Scope): Promise<number> {
  switch (scope.kind) {
    case 'server':
      return 0;
    case 'member':
      return rebuildStreaks({ db }, { memberIds: [scope.id] });
    case 'everyone':
      return rebuildStreaks({ db }, { activeSince: scope.since });
  }
}
