// What an answer does to a member's review: a wrong one brings its question there, as forgotten today. Costs a right
// answer nothing, and a wrong one a row: what a card's memory is worth is worked out when it is met again.
import { type SQL, sql } from 'drizzle-orm';
import { allOf, ownRows } from '#db/personal.ts';
import { endOfLocalDay } from '#features/people/member/day.rules.ts';
import type { Projection } from '#features/record/projection.ts';
import { dayNumberOf } from './memory.rules.ts';
import { markOf, type ReviewTold } from './rules.ts';
import { addWronglyAnswered } from './store.ts';
import { reviewCards, reviewMembers } from './table.ts';

type Row = { cardId: string; mark: string; day: number; dueAt: Date };

export const reviewProjection: Projection<null, Row, ReviewTold> = {
  name: 'review',
  read: null,
  decide({ isCorrect, question, localDate, day }) {
    if (isCorrect) return { rows: [], told: { comesAgain: false } };
    const row = {
      cardId: question.id,
      mark: markOf(question.key),
      day: dayNumberOf(localDate),
      // Not the same day: whoever has just read the reasons would be asked nothing.
      dueAt: endOfLocalDay(localDate, day),
    };
    return { rows: [row], told: { comesAgain: true } };
  },
  write: (fresh) => [upsertCards(fresh)],
  brokenBy: [],
  async rebuild({ db }, scope) {
    // Whatever the cards hold beside is told by no answer: only those that are missing can be found again.
    return scope.kind === 'member' ? addWronglyAnswered(db, { memberId: scope.id, exam: null }) : 0;
  },
  personal: allOf(ownRows(reviewCards, reviewCards.memberId), ownRows(reviewMembers, reviewMembers.memberId)),
};

/** A second wrong answer on the same day is a repeat; under another key, what was before counts for nothing. */
function upsertCards(fresh: SQL): SQL {
  return sql`
    insert into ${reviewCards} as c (member_id, exam, kind, card_id, mark, due_at, days, grades, turn)
    select "memberId", exam, 'question', card."cardId", card.mark, card."dueAt", array[card.day], array[1::smallint], 0
    from ${fresh}, jsonb_to_recordset(rows) as card ("cardId" text, mark text, day int, "dueAt" timestamptz)
    order by "memberId", exam, card."cardId"
    on conflict (member_id, exam, kind, card_id) do update set
      mark = excluded.mark, due_at = least(c.due_at, excluded.due_at), turn = c.turn + 1,
      days = case when c.mark <> excluded.mark then excluded.days
        when c.days[cardinality(c.days)] >= excluded.days[1] then c.days else c.days || excluded.days end,
      grades = case when c.mark <> excluded.mark then excluded.grades
        when c.days[cardinality(c.days)] >= excluded.days[1] then c.grades else c.grades || excluded.grades end`;
}
