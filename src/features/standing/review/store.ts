// Queries on the cards of a member's review. What an answer writes is in projection.ts.
import { and, asc, eq, isNotNull, isNull, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { members } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { memberQuestions } from '#features/record/post/table.ts';
import type { LocalDate } from '#lib/local-date.ts';
import { FIT_FROM_REVIEWS } from './fitting.rules.ts';
import { ALGORITHM, type Weights } from './memory.rules.ts';
import type { CardKey, CardKind, Counts, Graded } from './rules.ts';
import { reviewCards, reviewMembers } from './table.ts';

type Who = { memberId: string; exam: string };

const columns = {
  kind: reviewCards.kind,
  cardId: reviewCards.cardId,
  mark: reviewCards.mark,
  dueAt: reviewCards.dueAt,
  days: reviewCards.days,
  grades: reviewCards.grades,
  turn: reviewCards.turn,
  lastPress: reviewCards.lastPress,
} as const;

export type Card = Awaited<ReturnType<typeof readCards>>[number];

/** All cards of a member, the next to come first. */
export async function readCards(db: Db, who: Who) {
  return db.select(columns).from(reviewCards).where(isOf(who)).orderBy(asc(reviewCards.dueAt));
}

/** What is due now: cards that were reviewed before, and those that were not; the longest due first. */
export async function readDue(
  db: Db,
  who: Who & { now: Date; fresh: boolean; limit: number },
): Promise<Card[]> {
  const { introducedOn, dueAt, cardId } = reviewCards;
  return db
    .select(columns)
    .from(reviewCards)
    .where(and(isOf(who), lte(dueAt, who.now), who.fresh ? isNull(introducedOn) : isNotNull(introducedOn)))
    .orderBy(asc(dueAt), asc(cardId))
    .limit(who.limit);
}

/** The other exams of which something is due. */
export async function dueExams(
  db: Db,
  { memberId, exam, now }: { memberId: string; exam: string; now: Date },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ exam: reviewCards.exam })
    .from(reviewCards)
    .where(and(eq(reviewCards.memberId, memberId), ne(reviewCards.exam, exam), lte(reviewCards.dueAt, now)))
    .limit(10);
  return rows.map((row) => row.exam);
}

export type Overview = Counts & { cards: number; nextAt: Date | null };

/** `today` is the member's date. */
export async function countCards(
  db: Db,
  { today, now, ...who }: Who & { today: LocalDate; now: Date },
): Promise<Overview> {
  const { introducedOn, gradedOn, dueAt } = reviewCards;
  const count = (condition: SQL) => sql`count(*) filter (where ${condition})`.mapWith(Number);
  const isDue = sql`${dueAt} <= ${now.toISOString()}::timestamptz`;
  const [row] = await db
    .select({
      cards: sql`count(*)`.mapWith(Number),
      freshToday: count(sql`${introducedOn} = ${today}`),
      reviewsToday: count(sql`${gradedOn} = ${today} and ${introducedOn} < ${today}`),
      dueFresh: count(sql`${isDue} and ${introducedOn} is null`),
      dueReviews: count(sql`${isDue} and ${introducedOn} is not null`),
      nextAt: sql`min(${dueAt}) filter (where not ${isDue})`.mapWith((at: string) => new Date(at)),
    })
    .from(reviewCards)
    .where(isOf(who));
  if (!row) throw new Error('a count came back without a row');
  return { ...row, nextAt: row.nextAt ?? null };
}

/**
 * How often cards were met from a day on, once they were in a review. Days are the member's own: where theirs begins before
 * that of UTC, a day more is counted.
 */
export async function countReviewed(db: Db, { since, ...who }: Who & { since: Date }): Promise<number> {
  const from = Math.floor(since.getTime() / 86_400_000);
  const { introducedOn, days } = reviewCards;
  const met = sql`(select count(*) from unnest(${days}) as met (day)
    where met.day >= greatest(${from}::int, ${introducedOn} - date '1970-01-01'))`;
  const [row] = await db
    .select({ reviews: sql`coalesce(sum(${met}), 0)`.mapWith(Number) })
    .from(reviewCards)
    .where(and(isOf(who), isNotNull(introducedOn)));
  return row?.reviews ?? 0;
}

/** One card, with what grading it needs to know of its member; `card` is null for one that is not there. */
export async function readCard(
  db: Db,
  { memberId, exam, kind, cardId, serverId }: CardKey & { serverId: string | null },
): Promise<{ card: Card | null; zone: string | null; dayStart: number; weights: Weights | null }> {
  const [row] = await db
    .select({
      card: columns,
      zone: sql<string | null>`coalesce(${members.zone}, ${members.datedZone}, ${servers.zone})`,
      dayStart: sql`coalesce(${members.dayStart}, 0)`.mapWith(Number),
      weights: sql<
        number[] | null
      >`case when ${reviewMembers.algorithm} = ${ALGORITHM} then ${reviewMembers.weights} end`,
    })
    .from(sql`(select ${memberId}::text as id) as one`)
    .leftJoin(members, eq(members.id, sql`one.id`))
    .leftJoin(servers, sql`${servers.id} = ${serverId}::text`)
    .leftJoin(reviewMembers, eq(reviewMembers.memberId, sql`one.id`))
    .leftJoin(
      reviewCards,
      and(
        eq(reviewCards.memberId, sql`one.id`),
        eq(reviewCards.exam, exam),
        eq(reviewCards.kind, kind),
        eq(reviewCards.cardId, cardId),
      ),
    );
  if (!row) throw new Error('a look-up by key came back without a row');
  return row;
}

export type Grading = CardKey & {
  mark: string | null;
  graded: Graded;
  /** Of the card as it was read; null for one that was not there. */
  turn: number | null;
  pressId: string;
  at: Date;
};

/**
 * Writes a grade in one statement: that a question's key was seen, the card, and the member's count. False when the card
 * has changed since it was read, by another press or by this one in another process.
 */
export async function writeGrade(db: Db, grading: Grading): Promise<boolean> {
  const rows = await db.execute(sql`
    with seen as (${noteKeySeen(grading)}),
    graded as (${upsertGraded(grading)}),
    counted as (
      insert into ${reviewMembers} as m (member_id, reviews, fit_at)
      select member_id, ${grading.graded.isFed ? 1 : 0}::int, ${FIT_FROM_REVIEWS}::int from graded
      on conflict (member_id) do update set reviews = m.reviews + excluded.reviews)
    select 1 from graded`);
  return rows.length > 0;
}

/** The next answer to it in a channel is practice. */
function noteKeySeen({ memberId, exam, kind, cardId, at }: Grading): SQL {
  return sql`
    insert into ${memberQuestions} as q (member_id, exam, question_id, seen, "right", key_seen_at)
    select ${memberId}, ${exam}, ${cardId}, 0, 0, ${at.toISOString()}::timestamptz where ${kind}::text = 'question'
    on conflict (member_id, exam, question_id) do update
      set key_seen_at = greatest(q.key_seen_at, excluded.key_seen_at)
    returning 1`;
}

/** Counting what was seen puts the tables into the order in which an answer locks them. */
function upsertGraded({ memberId, exam, kind, cardId, mark, graded, turn, pressId }: Grading): SQL {
  const { history, dueAt, localDate } = graded;
  return sql`
    insert into ${reviewCards} as c (member_id, exam, kind, card_id, mark, due_at, days, grades, turn, introduced_on,
      graded_on, last_press)
    select ${memberId}, ${exam}, ${kind}, ${cardId}, ${mark}::text, ${dueAt.toISOString()}::timestamptz,
      ${sql.param([...history.days])}::int[], ${sql.param([...history.grades])}::smallint[], 1, ${localDate}::date,
      ${localDate}::date, ${pressId}
    from (select count(*) from seen) as locked
    on conflict (member_id, exam, kind, card_id) do update set mark = excluded.mark, due_at = excluded.due_at,
      days = excluded.days, grades = excluded.grades, turn = c.turn + 1, graded_on = excluded.graded_on,
      introduced_on = coalesce(c.introduced_on, excluded.introduced_on), last_press = excluded.last_press
      where c.turn = ${turn}::int and c.last_press is distinct from excluded.last_press
    returning member_id`;
}

/** Cards that a member asks for, due at once; returns how many were not there. */
export async function insertCards(
  db: Db,
  { memberId, exam, cards, now }: Who & { cards: readonly { kind: CardKind; cardId: string }[]; now: Date },
): Promise<number> {
  if (cards.length === 0) return 0;
  const empty = { mark: null, dueAt: now, days: [], grades: [], turn: 0 };
  const rows = await db
    .insert(reviewCards)
    .values(cards.map((card) => ({ memberId, exam, ...card, ...empty })))
    .onConflictDoNothing()
    .returning({ cardId: reviewCards.cardId });
  return rows.length;
}

export async function deleteCards(
  db: Db,
  { cards, ...who }: Who & { cards: readonly { kind: CardKind; cardId: string }[] },
): Promise<void> {
  const named = cards.map(({ kind, cardId }) => `${kind}/${cardId}`);
  await db
    .delete(reviewCards)
    .where(
      and(
        isOf(who),
        sql`${reviewCards.kind} || '/' || ${reviewCards.cardId} = any(${sql.param(named)}::text[])`,
      ),
    );
}

/** Questions whose last answer was wrong and that have no card yet: those of before there were cards. */
export async function addWronglyAnswered(
  db: Db,
  { memberId, exam }: { memberId: string; exam: string | null },
): Promise<number> {
  const rows = await db.execute(sql`
    insert into ${reviewCards} (member_id, exam, kind, card_id, due_at, days, grades, turn)
    select member_id, exam, 'question', question_id, last_at, '{}', '{}', 0 from ${memberQuestions}
    where member_id = ${memberId} and (${exam}::text is null or exam = ${exam}) and last_right = false
    order by exam, question_id
    on conflict do nothing returning 1 as one`);
  return rows.length;
}

function isOf({ memberId, exam }: Who): SQL | undefined {
  return and(eq(reviewCards.memberId, memberId), eq(reviewCards.exam, exam));
}
