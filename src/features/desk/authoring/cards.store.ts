// Queries on the cards of suggestions in servers' channels for reviews.
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import { reviewChannels, servers } from '#features/people/server/table.ts';
import { ownQuestions } from '#features/record/question/table.ts';
import { suggestionCards } from './table.ts';

type Claim = { now: Date; leaseMs: number; limit: number };

export type Card = {
  packId: number;
  questionId: string;
  serverId: string;
  channelId: string;
  /** Null while it is not shown. */
  messageId: string | null;
  madeAt: Date;
  /** How often showing it was begun, this time too. */
  tries: number;
};

const waiting = sql`from ${reviewChannels} c join ${servers} s on s.id = c.server_id and s.left_at is null
    join ${ownQuestions} q on q.server_id = c.server_id and q.status = 'suggested'`;

function dueCards(now: Date) {
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`from ${suggestionCards} k
      join ${ownQuestions} q on q.pack_id = k.pack_id and q.id = k.question_id
      join ${servers} s on s.id = k.server_id and s.left_at is null
      left join ${reviewChannels} c on c.server_id = k.server_id
      where (k.lease_until is null or k.lease_until <= ${at})
        and case when k.message_id is null
          then q.status = 'suggested' and c.channel_id = k.channel_id and (c.retry_at is null or c.retry_at <= ${at})
          else k.shown <> q.status || '/' || q.version end`;
}

/** Whether there is a card to make or to claim. */
export const anyCardDue: Due = (now) => sql`(exists (select ${dueCards(now)}) or exists (select ${waiting}
  and not exists (select from ${suggestionCards} k
    where k.pack_id = q.pack_id and k.question_id = q.id and k.channel_id = c.channel_id)))`;

/** One for each suggestion that waits in a server with a channel; in a channel that was chosen anew it is shown again. */
export async function makeCards(db: Db, now: Date): Promise<void> {
  await db.execute(sql`
    insert into ${suggestionCards} (pack_id, question_id, server_id, channel_id, made_at)
    select q.pack_id, q.id, q.server_id, c.channel_id, ${now.toISOString()}::timestamptz
    ${waiting}
    on conflict (pack_id, question_id) do update
      set channel_id = excluded.channel_id, message_id = null, shown = null, tries = 0, made_at = excluded.made_at
      where ${suggestionCards.channelId} <> excluded.channel_id`);
}

const columns = sql`k.pack_id as "packId", k.question_id as "questionId", k.server_id as "serverId",
  k.channel_id as "channelId", k.message_id as "messageId", k.made_at as "madeAt", k.tries`;

/** Suggestions that are not shown yet, and cards that show one as it is no more; taken until the lease ends. */
export async function claimCards(db: Db, { now, leaseMs, limit }: Claim): Promise<Card[]> {
  const rows = await db.execute<Omit<Card, 'madeAt'> & { madeAt: string }>(sql`
    with due as (
      select k.pack_id, k.question_id ${dueCards(now)}
      order by k.made_at limit ${limit} for update of k skip locked
    )
    update ${suggestionCards} k set lease_until = ${new Date(now.getTime() + leaseMs).toISOString()}::timestamptz,
      tries = k.tries + case when k.message_id is null then 1 else 0 end
    from due where k.pack_id = due.pack_id and k.question_id = due.question_id
    returning ${columns}`);
  return rows.map((row) => ({ ...row, packId: Number(row.packId), madeAt: new Date(row.madeAt) }));
}

type Shown = Pick<Card, 'packId' | 'questionId'> & { messageId: string; shown: string };

export async function noteShownCard(db: Db, { messageId, shown, ...card }: Shown): Promise<void> {
  await db.update(suggestionCards).set({ messageId, shown, leaseUntil: null }).where(isCard(card));
}

export async function freeCard(db: Db, card: Pick<Card, 'packId' | 'questionId'>): Promise<void> {
  await db.update(suggestionCards).set({ leaseUntil: null }).where(isCard(card));
}

function isCard({ packId, questionId }: Pick<Card, 'packId' | 'questionId'>) {
  return and(eq(suggestionCards.packId, packId), eq(suggestionCards.questionId, questionId));
}
