// Servers with many channels: a question of the day is due in each, and in others one is open that closes meanwhile.
import type { Sql } from 'postgres';
import type { Question } from '#content/pack.ts';

export type Burst = { dailies: number; closings: number; question: Question; due: Date; closeAt: Date };

const CHANNELS_A_SERVER = 50;
const EXAM = { exam: 'aws-developer-associate', edition: 'c03' };

/** Ids as Discord has them; what closes stands in channels whose ids begin like this. */
const CLOSING = '88';
export const isClosing = (channelId: string) => channelId.startsWith(CLOSING);

const channelIds = (count: number, first: string) =>
  Array.from({ length: count }, (_, index) => `${first}${String(index).padStart(16, '0')}`);
const serverOf = (index: number) => `77${String(Math.floor(index / CHANNELS_A_SERVER)).padStart(16, '0')}`;

export async function fill(sql: Sql, burst: Burst): Promise<void> {
  const { dailies, closings, due } = burst;
  await sql`insert into servers (id, exam, edition, zone, created_at)
    select distinct id, ${EXAM.exam}, ${EXAM.edition}, 'UTC', ${due}::timestamptz - interval '9 days'
    from unnest(${Array.from({ length: Math.max(dailies, closings) }, (_, index) => serverOf(index))}::text[]) id`;
  const channels = channelIds(dailies, '66');
  await sql`insert into daily_schedules
      (server_id, channel_id, time, zone, weekdays, domains, status, next_date, next_at, created_by, created_at)
    select server, channel, '09:00', 'UTC', '{1,2,3,4,5,6,7}', '{}', 'active', ${due}::timestamptz::date, ${due}, 'ada', ${due}::timestamptz - interval '9 days'
    from unnest(${channels.map((_, index) => serverOf(index))}::text[], ${channels}::text[]) as c (server, channel)`;
  await fillOpen(sql, burst);
  await sql`analyze`;
}

/** Open since yesterday, with an answer, so that there is something to recap. */
async function fillOpen(sql: Sql, { closings, question, due, closeAt }: Burst): Promise<void> {
  const channels = channelIds(closings, CLOSING);
  const options = question.options.map(({ id }) => id);
  await sql`with made as (
      insert into posts (kind, status, server_id, channel_id, home_channel_id, message_id, exam, edition, question_id,
        question_version, option_order, created_at, closes_at, local_date)
      select 'daily', 'open', server, channel, channel, channel, ${EXAM.exam}, ${EXAM.edition}, ${question.id},
        ${question.version}, ${options}::text[], ${due}::timestamptz - interval '1 day', ${closeAt}, ${due}::timestamptz::date - 1
      from unnest(${channels.map((_, index) => serverOf(index))}::text[], ${channels}::text[]) as c (server, channel)
      returning *), dates as (
      insert into daily_dates (schedule_id, local_date, server_id, outcome, late_minutes, settled_at, post_id)
      select -id, local_date, server_id, 'posted', 0, created_at, id from made)
    insert into answers (post_id, member_id, server_id, exam, domain, question_id, question_version, difficulty, picks,
      press_id, is_correct, is_rated, rated_round, points, answered_at, local_date)
    select id, '5', server_id, exam, '1', question_id, question_version, 1, option_order[1:1], 'p' || id, false, false,
      1, 0, created_at, local_date from made`;
}
