// From /next without a plan to the morning of the exam, and the messages that come by themselves: a member's, a server's.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serverDigests } from '#features/asking/digest/table.ts';
import { studyPlans } from '#features/asking/plan/table.ts';
import { cooldowns } from '#features/asking/quiz/table.ts';
import type { Message } from '#local-discord/server.ts';
import { idWith, shown } from '../support/answering.ts';
import { answerFirst, type Stage, startStage, textOf } from '../support/cohort.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
  // A Monday.
  stage.discord.clock.set(Date.parse('2026-11-23T06:00:00Z'));
});
afterEach(async () => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
  await stage.stop();
});

const run = (text: string) => shown(stage.ada.command(stage.general, text));
const press = (message: Message, part: string) => shown(stage.ada.press(message.id, idWith(message, part)));
const direct = (memberId: string) => stage.discord.messages(stage.discord.directChannel(memberId).id);
const moveTo = (instant: string) => stage.discord.clock.set(Date.parse(instant));

/** What somebody got wrong may come first, to be reviewed: on to the step that is meant. */
async function stepWith(what: RegExp): Promise<Message> {
  let step = await run('/next');
  for (let turn = 0; turn < 8 && !what.test(textOf(step)); turn += 1) step = await press(step, 'nextstep:');
  return step;
}

async function answerPublicly(): Promise<void> {
  await stage.database.db.delete(cooldowns);
  const asked = await shown(stage.ada.command(stage.general, '/quiz'));
  await answerFirst(stage.ada, asked);
}

describe('a plan', () => {
  it('is begun from /next, ticks itself off, and leads on until the exam', async () => {
    const first = await run('/next');
    expect(textOf(first)).toMatch(/Make a plan.*about 1 minute/s);
    const none = await press(first, 'plan:1:show');
    expect(textOf(none)).toMatch(/Your way to DVA-C02.*Six weeks, intensive.*Eight weeks, relaxed/s);
    const plan = await press(none, 'begin:relaxed');
    expect(textOf(plan)).toContain('Study plan: DVA-C03 on 18 January 2027');
    expect(textOf(plan)).toMatch(/This plan is for DVA-C03:\*\* the last day of DVA-C02 is 30 November 2026/);
    expect(textOf(plan)).toMatch(/Week 1 of 8 · 56 days to go.*about 8 hours a week/s);
    expect(textOf(plan)).toMatch(/□ 1\.1 .*□ Questions: 0 of 80.*□ To build: A Lambda function/s);

    const task = await press(plan, 'task:first-function');
    expect(textOf(task)).toMatch(
      /90 minutes · lessons 1\.1, 1\.2 and 1\.3.*Steps.*\*\*1\*\* — Create.*Clean up:\*\* Delete.*Cost:/s,
    );
    expect(textOf(await press(task, 'done:first-function'))).toContain('Not done after all');
    await answerPublicly();
    const later = await run('/plan');
    expect(textOf(later)).toMatch(/Questions: 1 of 80.*✅ To build: A Lambda function.*done/s);
    expect(textOf(await press(later, 'plan:1:all:0'))).toMatch(/Week 8:.*Mock exam: full/s);

    const lesson = await stepWith(/Lesson 1\.1/);
    expect(textOf(lesson)).toMatch(/Lesson 1\.1 .*about 30 minutes/s);
    const page = await press(lesson, 'lesson:1:fresh');
    await press(await press(page, ':end'), 'lesson:1:done');
    expect(textOf(await run('/plan'))).toMatch(/✅ 1\.1 .* – done/);
    expect(textOf(await stepWith(/Lesson/))).toContain('Lesson 1.2');
    const other = await stepWith(/Answer 5 questions/);
    expect(textOf(other)).toMatch(/Answer 5 questions: .*about 10 minutes/s);
    await stage.database.db.delete(cooldowns);
    expect(textOf(await press(other, 'practice:1:5:domain:'))).toMatch(/Question 1 of 5|1 of 5/);
  });

  it('moves with the date, is squeezed into the hours, and says what does not fit', async () => {
    const near = await run('/plan exam-date:2026-11-29 hours:3');
    expect(textOf(near)).toContain('Study plan: DVA-C02 on 29 November 2026');
    expect(textOf(near)).toMatch(/Left out to fit your hours: .*more than 3 hours/s);
    expect(textOf(await run('/plan exam-date:2026-11-20'))).toContain('is not ahead of us');
    expect(textOf(await run('/plan exam-date:someday'))).toContain('write it like `2027-01-04`');
    const far = await run('/plan exam-date:2027-06-01');
    expect(textOf(far)).toMatch(/Study plan: DVA-C03 on 1 June 2027.*Week 1 of 27/s);
    expect(await stage.database.db.$count(studyPlans)).toBe(1);
  });

  it('is a calendar file, says how the day of the exam goes, and wishes luck on it', async () => {
    const plan = await run('/plan exam-date:2026-12-21');
    const file = await press(plan, 'plan:1:ics');
    expect(JSON.stringify(file.components)).toContain('study-plan.ics');
    const day = await press(plan, 'plan:1:day');
    expect(textOf(day)).toContain('What it looks like');
    const spending = await shown(stage.ada.select(day.id, idWith(day, 'plan:1:day'), ['1']));
    expect(textOf(spending)).toContain('How to spend the time');
    moveTo('2026-12-20T08:00:00Z');
    expect(textOf(await run('/next'))).toMatch(
      /Read how the day of the exam goes.*Tomorrow you sit DVA-C03/s,
    );
    moveTo('2026-12-21T08:00:00Z');
    expect(textOf(await run('/next'))).toMatch(/Read how the day of the exam goes.*Today you sit DVA-C03/s);
    const today = await run('/plan');
    expect(textOf(today)).toContain('Today you sit DVA-C03');
    expect(textOf(await press(today, 'plan:1:day'))).toContain('What it looks like');
    moveTo('2026-12-22T08:00:00Z');
    const after = await run('/next');
    expect(textOf(after)).toMatch(/Say how your exam went.*The day that you planned for DVA-C03/s);
    expect(textOf(await press(after, 'plan:1:show'))).toMatch(
      /Your DVA-C03 was on 21 December 2026.*\/exam result/s,
    );
  });

  it('goes on in a new message before the old one dies', async () => {
    const plan = await run('/plan exam-date:2026-12-21');
    expect((await press(plan, 'plan:1:all:0')).id).toBe(plan.id);
    stage.discord.clock.advance(14 * 60_000);
    const fresh = await shown(stage.ada.press(plan.id, 'plan:1:week'));
    expect(fresh.id).not.toBe(plan.id);
    expect(textOf(fresh)).toContain('Study plan: DVA-C03 on 21 December 2026');
  });

  it('a mock exam that is due is looked at before its clock starts, and a running one comes first of all', async () => {
    await run('/plan exam-date:2026-11-30');
    const step = await stepWith(/mock exam/);
    const intro = await press(step, 'examintro');
    expect(textOf(intro)).toContain('The clock starts with *Begin*');
    await press(intro, 'exambegin');
    const running = await run('/next');
    expect(textOf(running)).toContain('Go on with your mock exam');
    expect(textOf(await press(running, ':fresh'))).toMatch(/0 of \d+ answered/);
  });
});

describe('the weekly message', () => {
  it('comes once on the morning of each week, with what was done and a way to the next answer', async () => {
    await answerPublicly();
    stage.discord.clock.advance(60_000);
    const plan = await run('/plan exam-date:2026-12-21');
    expect(textOf(await press(plan, 'plan:1:remind'))).toContain('No more reminders');
    await answerPublicly();
    await stage.bot.runJob('plan-digests');
    expect(direct(stage.ids.ada)).toHaveLength(0);
    moveTo('2026-11-30T09:00:30Z');
    const second = await stage.startSecond();
    await Promise.all([stage.bot.runJob('plan-digests'), second.runJob('plan-digests')]);
    await stage.bot.runJob('plan-digests');
    expect(direct(stage.ids.ada).map(textOf)).toEqual([
      expect.stringMatching(/Week 2 of 4 begins.*Last week: 1 question\. Well done!.*Answer one now/s),
    ]);
    expect(JSON.stringify(direct(stage.ids.ada))).toContain(
      `https://discord.com/channels/${stage.guildId}/${stage.general}`,
    );
    moveTo('2026-12-07T09:00:30Z');
    await stage.bot.runJob('plan-digests');
    expect(textOf(direct(stage.ids.ada).at(-1))).toContain('the plan has moved');
    expect(direct(stage.ids.ada)).toHaveLength(2);
  });

  it('is turned off where Discord lets nobody write, and the next look at the plan says so', async () => {
    const plan = await run('/plan exam-date:2026-12-21');
    await press(plan, 'plan:1:remind');
    stage.discord.setDirectMessages(stage.ids.ada, false);
    moveTo('2026-11-30T09:00:30Z');
    await stage.bot.runJob('plan-digests');
    const refused = await run('/plan');
    expect(textOf(refused)).toContain('I could not send you the weekly message');
    expect(textOf(await press(refused, 'plan:1:remind'))).not.toContain('I could not send you');
  });
});

describe('a server’s week', () => {
  const setup = async (text: string) =>
    textOf(await (await stage.ada.command(stage.general, `/setup server ${text}`)).settled());
  const posted = () => stage.discord.messages(stage.daily);

  it('is summed up at the admin’s hour, once, and leads to a question', async () => {
    expect(await setup('digest-hour:18')).toContain('Choose a channel for the summary of the week first');
    expect(await setup(`digest:${stage.daily} digest-day:7 digest-hour:18`)).toContain('Sunday at 18:00');
    await answerPublicly();
    await stage.bot.runJob('server-digests');
    expect(posted()).toHaveLength(0);
    moveTo('2026-11-29T18:00:30Z');
    const second = await stage.startSecond();
    await Promise.all([stage.bot.runJob('server-digests'), second.runJob('server-digests')]);
    await stage.bot.runJob('server-digests');
    expect(posted().map(textOf)).toEqual([
      expect.stringMatching(
        /Your week as a group.*1 answer\*\* from 1 member.*This week’s lessons:.*To hear on the way/s,
      ),
    ]);
    const [message] = posted();
    if (message) expect(textOf(await press(message, 'practice:1:1:'))).toMatch(/Select|\[A\]/);
    // Nobody answered: nothing to tell.
    moveTo('2026-12-06T18:00:30Z');
    await stage.bot.runJob('server-digests');
    expect(posted()).toHaveLength(1);
  });

  it('stands there once, also when the bot was killed right after sending it', async () => {
    await setup(`digest:${stage.daily}`);
    await answerPublicly();
    const [due] = await stage.database.db.select().from(serverDigests);
    moveTo('2026-11-23T09:00:30Z');
    await stage.bot.runJob('server-digests');
    expect(posted()).toHaveLength(1);
    // As its row was left behind: taken, and not settled. Discord has forgotten the nonce by then.
    const dueAt = due?.dueAt ?? new Date(0);
    await stage.database.db.update(serverDigests).set({ dueAt, attempts: 1 });
    moveTo('2026-11-23T11:00:30Z');
    await stage.bot.runJob('server-digests');
    expect(posted()).toHaveLength(1);
  });

  it('tells the admin once when it cannot be posted, and posts when it can', async () => {
    await setup(`digest:${stage.daily}`);
    await answerPublicly();
    const allow = (isAllowed: boolean) =>
      stage.discord.setOverwrite(stage.daily, {
        id: stage.discord.botUserId,
        [isAllowed ? 'allow' : 'deny']: ['SEND_MESSAGES'],
      });
    allow(false);
    moveTo('2026-11-23T09:00:30Z');
    for (const job of ['server-digests', 'server-digests-failing', 'server-digests-failing'])
      await stage.bot.runJob(job);
    expect(direct(stage.ids.ada).map(textOf)).toEqual([
      expect.stringContaining('I lack **Send Messages** there'),
    ]);
    expect(await setup('')).toContain('I lack **Send Messages** there');
    allow(true);
    moveTo('2026-11-23T10:00:30Z');
    await stage.bot.runJob('server-digests');
    expect(posted()).toHaveLength(1);
    const [row] = await stage.database.db.select().from(serverDigests);
    expect(row).toMatchObject({ failure: null, toldAt: null });
  });
});
