// Queries on the cards of tickets in the channels of those who review.
import { and, asc, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { Due } from '#db/due.ts';
import { reviewChannels, servers } from '#features/people/server/table.ts';
import { tickets } from './table.ts';
import type { TicketStatus } from './ticket.rules.ts';

type Claim = { now: Date; leaseMs: number; limit: number };

export type DueCard = {
  id: number;
  serverId: string | null;
  channelId: string;
  openedAt: Date;
  /** How often showing it was begun, this time too. */
  tries: number;
};

function dueCards(now: Date, official: SQL) {
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`from ${tickets} t
      left join ${reviewChannels} c on c.server_id = t.server_id
      left join ${servers} s on s.id = t.server_id
      cross join lateral (
        select case when t.server_id is null then ${official} else c.channel_id end as channel
      ) w
      where t.status = 'open' and w.channel is not null and s.left_at is null
        and (t.card_lease_until is null or t.card_lease_until <= ${at}) and (c.retry_at is null or c.retry_at <= ${at})
        and (t.posted_at is null or (t.card_channel is not null and t.card_channel <> w.channel))`;
}

function isOutdated(now: Date) {
  return and(
    isNotNull(tickets.cardMessage),
    sql`${tickets.cardStatus} <> ${tickets.status}`,
    or(isNull(tickets.cardLeaseUntil), lte(tickets.cardLeaseUntil, now)),
  );
}

/** Whether there may be anything to claim: the operator's channel, which this does not know, is taken for another one. */
export const anyCardDue: Due = (now) => sql`(exists (select ${dueCards(now, sql`''`)})
  or exists (select from ${tickets} where ${isOutdated(now)}))`;

/**
 * Open tickets that are not shown where they shall be: never yet, or in another channel. Taken, so that no other process
 * shows them until the lease ends. `official`: the operator's channel; null for none.
 */
export async function claimDueCards(
  db: Db,
  { now, leaseMs, limit, official }: Claim & { official: string | null },
): Promise<DueCard[]> {
  const rows = await db.execute<Omit<DueCard, 'openedAt'> & { openedAt: string }>(sql`
    with due as (
      select t.id, w.channel ${dueCards(now, sql`${official}::text`)}
      order by t.opened_at limit ${limit} for update of t skip locked
    )
    update ${tickets} t set card_lease_until = ${new Date(now.getTime() + leaseMs).toISOString()}::timestamptz,
      card_tries = t.card_tries + 1
    from due where t.id = due.id
    returning t.id, t.server_id as "serverId", due.channel as "channelId", t.opened_at as "openedAt",
      t.card_tries as tries`);
  return rows.map((row) => ({ ...row, id: Number(row.id), openedAt: new Date(row.openedAt) }));
}

export type OutdatedCard = { id: number; serverId: string | null; channelId: string; messageId: string };

/** Cards that show a ticket as it is no more, taken in the same way. */
export async function claimOutdatedCards(db: Db, { now, leaseMs, limit }: Claim): Promise<OutdatedCard[]> {
  const outdated = db
    .select({ id: tickets.id })
    .from(tickets)
    .where(isOutdated(now))
    .orderBy(asc(tickets.id))
    .limit(limit)
    .for('update', { skipLocked: true });
  const rows = await db
    .update(tickets)
    .set({ cardLeaseUntil: new Date(now.getTime() + leaseMs) })
    .where(sql`${tickets.id} in ${outdated}`)
    .returning({
      id: tickets.id,
      serverId: tickets.serverId,
      channelId: tickets.cardChannel,
      messageId: tickets.cardMessage,
    });
  return rows.flatMap(({ channelId, messageId, ...row }) =>
    channelId !== null && messageId !== null ? [{ ...row, channelId, messageId }] : [],
  );
}

type Shown = { id: number; status: TicketStatus; now: Date; channelId: string; messageId: string };

export async function noteCard(db: Db, { id, status, now, channelId, messageId }: Shown): Promise<void> {
  await db
    .update(tickets)
    .set({
      ...{ postedAt: now, cardChannel: channelId, cardMessage: messageId },
      ...{ cardStatus: status, cardLeaseUntil: null, cardTries: 0 },
    })
    .where(eq(tickets.id, id));
}

/** What shall not be shown is not looked at again; what may be later is, from then on. */
export async function putOffCard(
  db: Db,
  { id, until, isOver }: { id: number; until: Date | null; isOver: Date | null },
): Promise<void> {
  await db
    .update(tickets)
    .set({ cardLeaseUntil: until, ...(isOver ? { postedAt: isOver } : {}) })
    .where(eq(tickets.id, id));
}

export async function noteCardStatus(
  db: Db,
  { id, status }: { id: number; status: TicketStatus },
): Promise<void> {
  await db.update(tickets).set({ cardStatus: status, cardLeaseUntil: null }).where(eq(tickets.id, id));
}
