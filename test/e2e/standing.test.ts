// /streak, /settings and /leaderboard with the real bot against the local Discord.
import { eq, inArray } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cooldowns } from '#features/asking/quiz/table.ts';
import { scores } from '#features/standing/leaderboard/table.ts';
import { streaks } from '#features/standing/streak/table.ts';
import { answerTo, customIdsOf, type Stage, startStage, textOf } from '../support/cohort.ts';
import { spoken } from '../support/pseudo.ts';

let stage: Stage;
/** What the stage answers to a command, and whether only the member sees it. */
async function run(text: string, actor = stage.grace): Promise<string> {
  return answerTo(actor.command(stage.general, text));
}
async function isPrivate(text: string, actor = stage.grace): Promise<boolean> {
  const result = await actor.command(stage.general, text);
  const message = result.message ?? (await result.settled());
  return ((message?.flags ?? 0) & 64) !== 0;
}

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

/** Asks until a question has buttons, and answers it. */
async function answerOne(actor: Stage['grace']): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await stage.database.db.delete(cooldowns);
    const asked = await stage.ada.command(stage.general, '/quiz');
    const id = customIdsOf(asked.message).filter((found) => found.startsWith('answer:'));
    if (!asked.message || id.length < 4) continue;
    await answerTo(actor.press(asked.message.id, id[0] ?? ''));
    return;
  }
  throw new Error('no question with buttons in 60');
}

describe('before anybody has answered', () => {
  it('/streak and /leaderboard invite to a question', async () => {
    expect(await run('/streak')).toContain('No streak yet');
    expect(await run('/leaderboard')).toContain('Be the first');
    expect(await isPrivate('/streak')).toBe(true);
  });
});

describe('after an answer', () => {
  beforeAll(() => answerOne(stage.grace));

  it('/streak shows one day, done today', async () => {
    expect(await run('/streak')).toMatch(/Your streak: 1 day[\s\S]*Today: done/);
  });

  it('/streak shows another member’s only while that one is visible', async () => {
    expect(await run(`/streak member:${stage.ids.grace}`, stage.linus)).toContain(
      `<@${stage.ids.grace}>: 1 day`,
    );
    await run('/settings visibility shown:hidden');
    expect(await run(`/streak member:${stage.ids.grace}`, stage.linus)).toContain(
      'keeps their streak to themselves',
    );
    await run('/settings visibility shown:visible');
  });

  it('/leaderboard is public and ranks the member; hidden, it is private and others do not see them', async () => {
    expect(await run('/leaderboard')).toContain(`**1.** <@${stage.ids.grace}>`);
    expect(await isPrivate('/leaderboard')).toBe(false);
    await run('/settings visibility shown:hidden');
    expect(await isPrivate('/leaderboard')).toBe(true);
    expect(await run('/leaderboard')).toContain('You: rank **1**');
    expect(await run('/leaderboard', stage.linus)).not.toContain(stage.ids.grace);
    await run('/settings visibility shown:visible');
  });

  it('/leaderboard metric:streak shows the streak, and domain is completed from the pack', async () => {
    expect(await run('/leaderboard metric:streak')).toContain('**1 day**');
    const choices = await stage.grace.autocomplete(stage.general, '/leaderboard domain:2');
    expect(choices).toEqual([{ name: 'Domain 2 – Security', value: '2' }]);
    expect(await run('/leaderboard domain:Cooking')).toContain('no domain “Cooking”');
  });

  it('members who left vanish from the page, however many they are', async () => {
    const { db } = stage.database;
    const [row] = await db.select().from(scores).limit(1);
    if (!row) throw new Error('no score');
    const line = { ...row, domain: 'all', window: 'month' as const, startsOn: '1970-01-01', rated: 20 };
    const gone = Array.from({ length: 60 }, (_, n) => String(900_000_000_000_000_000n + BigInt(n)));
    const [own] = await db.select().from(scores).where(eq(scores.window, 'month')).limit(1);
    const startsOn = own?.startsOn ?? line.startsOn;
    await db
      .insert(scores)
      .values(gone.map((memberId, n) => ({ ...line, startsOn, memberId, points: 900 - n })));
    const shown = await run('/leaderboard window:month');
    expect(shown).toContain(`🥇 **1.** <@${stage.ids.grace}>`);
    expect(shown).toContain(`<@${stage.ids.grace}>: rank **1**`);
    expect(shown).not.toContain('<@9000');
    await db.delete(scores).where(inArray(scores.memberId, gone));
  });

  it('a member who left is not on the page', async () => {
    const { db } = stage.database;
    const [row] = await db.select().from(scores).limit(1);
    if (!row) throw new Error('no score');
    await db.insert(scores).values({
      ...row,
      domain: 'all',
      window: 'all',
      startsOn: '1970-01-01',
      memberId: '999999999999999999',
      points: 999,
    });
    const shown = await run('/leaderboard window:all');
    expect(shown).not.toContain('999999999999999999');
    expect(shown).toContain(`**1.** <@${stage.ids.grace}>`);
  });
});

describe('the controls of a board', () => {
  /** Sixteen members of the server with points on the board of all time, the last of them with one. */
  beforeAll(async () => {
    const { db } = stage.database;
    const [row] = await db.select().from(scores).limit(1);
    if (!row) throw new Error('no score');
    const ids = Array.from(
      { length: 15 },
      (_, i) => stage.discord.createMember(stage.guildId, { name: `M${i}` }).id,
    );
    const line = { ...row, domain: 'all', window: 'all' as const, startsOn: '1970-01-01', rated: 20 };
    await db.insert(scores).values(ids.map((memberId, i) => ({ ...line, memberId, points: 100 - i })));
  });

  const open = async (text = '/leaderboard window:all', actor = stage.grace) => {
    const result = await actor.command(stage.general, text);
    const message = result.message ?? (await result.settled());
    if (!message) throw new Error('no board');
    return message;
  };
  const idOf = (message: Awaited<ReturnType<typeof open>>, what: string) =>
    customIdsOf(message).find((id) => id.startsWith(`board:1:${what}:`)) ?? `no ${what}`;
  const seen = (id: string) => stage.grace.visible(stage.general).find((message) => message.id === id);
  const now = (id: string) => textOf(seen(id));
  /** Uses a menu of the message as it is now. */
  const choose = (board: { id: string }, what: string, value: string) => {
    const message = seen(board.id);
    if (!message) throw new Error('the board is gone');
    return answerTo(stage.grace.select(board.id, idOf(message, what), [value]));
  };

  it('page by buttons, always with the caller’s own rank, and lead to it', async () => {
    const board = await open();
    expect(textOf(board)).toContain('🥇 **1.**');
    expect(textOf(board)).toContain(`<@${stage.ids.grace}>: rank **16**`);
    await answerTo(stage.grace.press(board.id, idOf(board, 'on')));
    expect(now(board.id)).toMatch(/\*\*11\.\*\*[\s\S]*\*\*16\.\*\* <@/);
    expect(now(board.id)).toContain('[◀ Ranks 1–10]');
    const again = await open();
    await answerTo(stage.grace.press(again.id, idOf(again, 'mine')));
    expect(now(again.id)).toContain(`**16.** <@${stage.ids.grace}>`);
  });

  it('switch window, domain and metric on the message itself', async () => {
    const board = await open();
    await choose(board, 'window', 'today');
    expect(now(board.id)).toContain('Today · all domains · resets');
    await choose(board, 'domain', '2');
    expect(now(board.id)).toContain('Domain 2 – Security');
    await choose(board, 'metric', 'streak');
    expect(now(board.id)).toContain('🔥 **1 day**');
    await choose(board, 'metric', 'points');
    expect(now(board.id)).toContain('Leaderboard: points');
  });

  it('answer another member privately with a board of their own, and leave this one as it is', async () => {
    const board = await open();
    const before = now(board.id);
    const result = await stage.linus.select(board.id, idOf(board, 'metric'), ['accuracy']);
    const own = result.message ?? (await result.settled());
    expect((own?.flags ?? 0) & 64).toBe(64);
    expect(textOf(own)).toContain('Leaderboard: accuracy');
    expect(textOf(own)).toContain('You: ');
    expect(now(board.id)).toBe(before);
    await answerTo(stage.linus.select(own?.id ?? '', idOf(own ?? board, 'window'), ['today']));
    const moved = stage.linus.visible(stage.general).find(({ id }) => id === own?.id);
    expect(textOf(moved)).toContain('Today');
  });

  it('show nobody who has hidden themselves since: the answer is private then', async () => {
    const board = await open();
    await run('/settings visibility shown:hidden');
    const result = await stage.grace.select(board.id, idOf(board, 'window'), ['all']);
    const own = result.message ?? (await result.settled());
    expect((own?.flags ?? 0) & 64).toBe(64);
    expect(own?.id).not.toBe(board.id);
    await run('/settings visibility shown:visible');
  });
});

describe('/settings', () => {
  it('completes zones by city, saves one, and says when the next change is possible', async () => {
    const choices = await stage.linus.autocomplete(stage.general, '/settings timezone zone:kolk');
    expect(choices[0]?.value).toBe('Asia/Kolkata');
    expect(await run('/settings timezone zone:Asia/Kolkata', stage.linus)).toContain('**Asia/Kolkata**');
    expect(await run('/settings timezone zone:Asia/Tokyo', stage.linus)).toContain('**Asia/Tokyo**');
    // A slip is corrected within ten minutes; then it holds.
    expect(await run('/settings timezone zone:Asia/Kolkata', stage.linus)).toContain('**Asia/Kolkata**');
    stage.discord.clock.advance(11 * 60_000);
    expect(await run('/settings timezone zone:Europe/Berlin', stage.linus)).toContain('once in 24 hours');
    expect(await run('/settings show', stage.linus)).toContain('**Asia/Kolkata**');
  });

  it('pauses, lists the pause, and ends it', async () => {
    const days = await stage.linus.autocomplete(stage.general, '/settings pause days:3 from:');
    expect(days.map(({ name }) => name).join()).toContain('Tomorrow');
    expect(await run('/settings pause days:3', stage.linus)).toContain('is paused from');
    expect(await run('/settings pause days:3', stage.linus)).toContain('already');
    expect(await run('/settings unpause', stage.linus)).toContain('ends now');
    expect(await run('/settings unpause', stage.linus)).toContain('No pause');
  });

  it('moves the start of the day', async () => {
    expect(await run('/settings day-start hour:4', stage.linus)).toContain('begins at 4:00');
  });
});

describe('reminders', () => {
  const remindersSent = () =>
    stage.discord.requests.filter(
      ({ method, body }) =>
        method === 'POST' && spoken(JSON.stringify(body ?? {})).includes('has no answer today'),
    );

  it('reach a member as one direct message on the evening before the streak would break', async () => {
    expect(await run('/settings reminders on:true')).toContain('three hours before');
    const [planned] = await stage.database.db.select({ at: streaks.remindAt }).from(streaks);
    if (!planned?.at) throw new Error('no reminder was planned');
    stage.discord.clock.set(planned.at.getTime() - 60_000);
    await stage.bot.runJob('streak-reminders');
    expect(remindersSent()).toHaveLength(0);
    stage.discord.clock.set(planned.at.getTime() + 1_000);
    await stage.bot.runJob('streak-reminders');
    await stage.bot.runJob('streak-reminders');
    expect(remindersSent()).toHaveLength(1);
    expect(spoken(JSON.stringify(remindersSent()[0]?.body))).toContain('Your streak of 1 day');
  });
});
