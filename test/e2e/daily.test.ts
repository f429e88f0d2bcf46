import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dailySchedules } from '#features/asking/daily/table.ts';
import { posts } from '#features/record/post/table.ts';
import { answerTo, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';

let stage: Stage;
const DAY = 24 * 3_600_000;
/** A Monday morning, before any time that the tests set. */
const MORNING = Date.parse('2026-11-23T06:00:00Z');

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());
afterEach(() => {
  // Whatever the bot sent was accepted by Discord's own schema, and nothing was asked that is not served.
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

const run = (text: string, actor = stage.ada) => answerTo(actor.command(stage.general, text));
/** /setup is deferred: its answer comes with an edit. */
const setup = async (text: string, actor = stage.ada) =>
  textOf(await (await actor.command(stage.general, text)).settled());
const daily = () => stage.discord.messages(stage.daily);
const allow = (allowed: boolean) =>
  stage.discord.setOverwrite(stage.daily, {
    id: stage.discord.botUserId,
    type: 'member',
    [allowed ? 'allow' : 'deny']: ['SEND_MESSAGES'],
  } as never);

describe('/daily', () => {
  it('is refused to members who may not manage the server', async () => {
    expect((await stage.grace.command(stage.general, '/daily list')).state).toBe('refused');
  });

  it('names what the bot lacks in the channel, and stores nothing', async () => {
    allow(false);
    expect(await run(`/daily set time:09:00 channel:${stage.daily}`)).toContain('**Send Messages**');
    allow(true);
    expect(await run('/daily list')).toContain('no question of the day yet');
  });

  it('explains a time that it cannot read', async () => {
    expect(await run(`/daily set time:soonish channel:${stage.daily}`)).toContain('`7.30am`');
  });

  it('completes zones, weekdays and domains', async () => {
    const complete = (text: string) => stage.ada.autocomplete(stage.general, text);
    expect((await complete('/daily set time:9:00 zone:berl'))[0]?.value).toBe('Europe/Berlin');
    expect((await complete('/daily set time:9:00 weekdays:mon-f'))[0]?.value).toBe('mon-fri');
    expect((await complete('/daily set time:9:00 domains:1,')).map(({ value }) => value)).toContain('1,2');
  });

  it('posts at the local time, once, with thread; reveals and recaps at the next one', async () => {
    stage.discord.clock.set(MORNING);
    const set = await run(`/daily set time:07:30 channel:${stage.daily} zone:UTC thread:true`);
    expect(set.match(/<t:\d+:F>/g)).toHaveLength(3);
    stage.discord.clock.set(MORNING + 1.5 * 3_600_000 + 4000);
    await stage.bot.runJob('post-daily');
    await stage.bot.runJob('send-posts');
    await until(() => daily().length === 1);
    const [question] = daily();
    expect(textOf(question)).toContain('Question of the day');
    await stage.bot.runJob('post-daily');
    await stage.bot.runJob('send-posts');
    const id = customIdsOf(question).find((each) => each.startsWith('answer:')) ?? '';
    const needed = Number(/"min_values":(\d)/.exec(JSON.stringify(question?.components))?.[1] ?? 0);
    await (needed === 0
      ? stage.grace.press(question?.id ?? '', id)
      : stage.grace.select(question?.id ?? '', id, ['0', '1', '2'].slice(0, needed)));
    stage.discord.clock.advance(DAY);
    for (const job of ['post-daily', 'close-posts', 'daily-recaps', 'send-posts'])
      await stage.bot.runJob(job);
    await until(() => stage.discord.messages(question?.id ?? '').length === 1);
    const [recap] = stage.discord.messages(question?.id ?? '');
    expect(textOf(recap)).toMatch(/1 answer, [01] right/);
    await until(() => daily().length === 2);
    await stage.bot.runJob('daily-recaps');
    expect(stage.discord.messages(question?.id ?? '')).toHaveLength(1);
  });

  it('posts once with two bots, whoever comes first', async () => {
    const second = await stage.startSecond();
    const before = daily().length;
    stage.discord.clock.advance(DAY);
    await Promise.all([stage.bot.runJob('post-daily'), second.runJob('post-daily')]);
    await Promise.all([stage.bot.runJob('send-posts'), second.runJob('send-posts')]);
    await until(() => daily().length > before);
    const rows = await stage.database.db.select({ date: posts.localDate }).from(posts);
    expect(rows.map(({ date }) => date).toSorted()).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    expect(daily().filter((message) => textOf(message).includes('Question of the day'))).toHaveLength(3);
  });

  it('tells the admin once when it can no longer post, shows why, and recovers by itself', async () => {
    allow(false);
    stage.discord.clock.advance(DAY);
    for (const job of ['post-daily', 'send-posts', 'daily-degraded', 'daily-degraded'])
      await stage.bot.runJob(job);
    const direct = stage.discord.messages(stage.discord.directChannel(stage.ids.ada).id);
    expect(direct.map(textOf).join('\n')).toContain('I lack **Send Messages** there');
    expect(direct).toHaveLength(1);
    expect(await run('/daily list')).toMatch(/Failing.*\*\*Send Messages\*\*.*Next try: <t:/s);
    allow(true);
    const before = daily().length;
    stage.discord.clock.advance(61_000);
    await stage.bot.runJob('send-posts');
    await until(() => daily().length === before + 1);
    expect(await run('/daily list')).toContain('Running');
  });

  it('sends what waits at once when somebody looks after the permission was given back', async () => {
    allow(false);
    stage.discord.clock.advance(DAY);
    for (const job of ['post-daily', 'send-posts']) await stage.bot.runJob(job);
    await until(async () => (await run('/daily list')).includes('Failing'));
    const before = daily().length;
    allow(true);
    // Without a look it would wait a minute. What the look says is read in looking.actions.db.test.ts: here the bot's own
    // schedule may already have sent the question when somebody looks.
    await until(async () => /It works again|Running/.test(await run('/daily list')));
    await stage.bot.runJob('send-posts');
    await until(() => daily().length === before + 1);
    await until(async () => (await run('/daily list')).includes('Running'));
  });

  it('says that its role was deleted, and posts without it', async () => {
    await stage.database.db.update(dailySchedules).set({ roleId: '1500000000000000000' });
    expect(await run('/daily list')).toContain('its role was deleted');
    for (const command of ['/setup status', '/setup server'])
      expect(await setup(command)).toMatch(/⚠️ \*\*Question of the day.*Its role was deleted/s);
    const before = daily().length;
    stage.discord.clock.advance(DAY);
    for (const job of ['post-daily', 'send-posts']) await stage.bot.runJob(job);
    await until(() => daily().length === before + 1);
    expect(JSON.stringify(daily().at(-1)?.components)).not.toContain('1500000000000000000');
  });

  it('pings only a role that the admin may mention, by command and on the set-up screen', async () => {
    const manager = stage.discord.createRole(stage.guildId, {
      name: 'Manager',
      permissions: ['MANAGE_GUILD'],
    });
    const quiet = stage.discord.createRole(stage.guildId, { name: 'Quiet' });
    const open = stage.discord.createRole(stage.guildId, { name: 'Open', mentionable: true });
    stage.discord.setMemberRoles(stage.guildId, stage.ids.margaret, [manager.id]);
    const command = (actor: Stage['ada'], role: string) =>
      run(`/daily set time:07:30 channel:${stage.daily} role:${role}`, actor);
    const roles = () => stage.database.db.select({ role: dailySchedules.roleId }).from(dailySchedules);
    expect(await command(stage.margaret, quiet.id)).toContain('You may not mention');
    expect(await setup(`/setup server role:${quiet.id}`, stage.margaret)).toContain('You may not mention');
    expect(await roles()).not.toContainEqual({ role: quiet.id });
    expect(await command(stage.margaret, open.id)).toContain('changed');
    expect(await roles()).toEqual([{ role: open.id }]);
    expect(await command(stage.ada, quiet.id), 'the owner may').toContain('changed');
  });

  it('skips, previews, posts an extra one, pauses, resumes and removes', async () => {
    expect(await run('/daily skip')).toContain('Skipping');
    expect(await run('/daily resume')).toContain('Nothing is skipped');
    expect(await run('/daily preview')).toMatch(/Whose turn it is:\*\* Domain \d/);
    const before = daily().length;
    expect(await run('/daily post-now')).toContain('on its way');
    await stage.bot.runJob('send-posts');
    await until(() => daily().length === before + 1);
    expect(await run('/daily pause')).toContain('Paused');
    expect(await run('/daily resume')).toContain('Posting again');
    expect(await run('/daily remove')).toContain('Removed');
    expect(await run('/daily list')).toContain('no question of the day yet');
  });
});
