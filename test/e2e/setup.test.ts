import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { servers } from '#features/people/server/table.ts';
import { scores, weeklyWinners } from '#features/standing/leaderboard/table.ts';
import type { Message } from '#local-discord/server.ts';
import { answerTo, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';

let stage: Stage;
let screen: Message;

beforeAll(async () => {
  stage = await startStage();
  stage.discord.clock.set(Date.parse('2026-11-23T06:00:00Z'));
  screen = await (await stage.ada.command(stage.general, '/setup server')).settled();
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
});

/** /setup is deferred: its answer comes with an edit. */
const run = async (text: string) => textOf(await (await stage.ada.command(stage.general, text)).settled());
const control = (message: Message | undefined, name: string) =>
  customIdsOf(message).find((id) => id.startsWith(`setup:1:${name}`)) ?? '';
const choose = async (name: string, values: string[]) => {
  const result = await stage.ada.select(screen.id, control(screen, name), values);
  if (result.message) screen = result.message;
  return `${result.reason ?? ''}${textOf(result.message)}`;
};
/** By the last choice of a menu, which opens a form. */
const type = async (name: string, value: string) => {
  const modal = await stage.ada.select(screen.id, control(screen, name), ['other']);
  const result = await stage.ada.submit(modal, { typed: value });
  if (result.message) screen = result.message;
  return `${result.reason ?? ''}${textOf(result.message)}`;
};

/** By the button of a line: opens it. */
const open = async (name: string) => {
  const result = await stage.ada.press(screen.id, `setup:1:open:${name}`);
  if (result.message) screen = result.message;
  return textOf(result.message);
};

describe('/setup', () => {
  it('is a checklist whose first line to be done is open, and whose controls act at once', async () => {
    expect(textOf(screen)).toContain('last sitting 30 November 2026');
    expect(textOf(screen)).toContain('⬜ **Time zone and language** · to do');
    expect(await open('daily')).toContain('⬜ **Question of the day** · to do');
    expect(await choose('channel', [stage.daily])).toContain('The question of the day starts in');
    // What is left to be done opens by itself.
    expect(await choose('zone', ['Europe/Berlin'])).toMatch(
      /Time zone: \*\*Europe\/Berlin\*\*\..*The question of the day follows it/s,
    );
    expect(textOf(screen)).toContain('Everything is set.');
    expect(await type('zone', 'Berln')).toContain('Did you mean `Europe/Berlin`?');
    expect(await type('zone', 'europe/berlin')).toContain('The time zone is **Europe/Berlin** already.');
    expect(textOf(screen)).not.toContain('The question of the day follows it');
    await open('daily');
    expect(await choose('time', ['18:00'])).toContain('18:00 (Europe/Berlin), every day');
    expect(await type('time', '7pm')).toContain('19:00 (Europe/Berlin), every day');
    expect(await choose('weekdays', ['1,2,3,4,5'])).toContain('19:00 (Europe/Berlin), Monday to Friday');
    expect(await choose('weekdays', ['1,2,3,4,5,6,7'])).toContain('19:00 (Europe/Berlin), every day');
    const role = stage.discord.createRole(stage.guildId, { name: 'learners' });
    const silent = `I may not ping <@&${role.id}>`;
    expect(await choose('role', [role.id])).toMatch(/Saved.*⚠️ \*\*Question of the day\*\*.*may not ping/s);
    expect(await run('/setup status')).toContain(silent);
    const mentionable = stage.discord.createRole(stage.guildId, { name: 'everyone-may', mentionable: true });
    expect(await run(`/setup server role:${role.id}`)).toContain(silent);
    await open('daily');
    expect(await choose('role', [mentionable.id])).not.toContain('may not ping');
    await open('exam');
    expect(await choose('edition', ['aws-developer-associate/c03'])).toContain('prepares for **DVA-C03**');
    expect(await choose('edition', ['aws-developer-associate/c02'])).toContain('prepares for **DVA-C02**');
  });

  it('sends a test post in one click', async () => {
    await stage.ada.press(screen.id, control(screen, 'test'));
    await stage.bot.runJob('send-posts');
    await until(() => stage.discord.messages(stage.daily).length === 1);
    expect(textOf(stage.discord.messages(stage.daily)[0])).toContain('Test post');
  });

  it('lets weeks begin on Sunday or Monday, by a button or from the keyboard, and logs who did', async () => {
    await open('place');
    const pressed = await stage.ada.press(screen.id, control(screen, 'week:7'));
    if (pressed.message) screen = pressed.message;
    expect(textOf(screen)).toContain('Weeks now begin on **Sunday**');
    expect(textOf(screen)).toContain('**The week begins on:** Sunday');
    const status = await run('/setup status');
    expect(status).toContain('first day of the week: Monday → Sunday');
    expect(await run('/setup server week:1')).toContain('Weeks now begin on **Monday**');
    expect(await run('/setup server week:1')).toContain('already');
  });

  it('tells the winners of the week in a channel that is chosen, until it is cleared', async () => {
    await open('winners');
    expect(await choose('winners', [stage.daily])).toContain(
      `The winners of each week are told in <#${stage.daily}>`,
    );
    expect(await run('/setup status')).toContain(
      `✅ **Winners of the week** · done\nTold in <#${stage.daily}>`,
    );
    const { db } = stage.database;
    const window = { domain: 'all', window: 'week' as const, startsOn: '2026-11-16' };
    const [server] = await db.select().from(servers);
    const line = { ...window, serverId: stage.guildId, exam: server?.exam ?? '', right: 4, rated: 5 };
    await db.insert(scores).values({ ...line, memberId: stage.ids.grace, points: 7 });
    await db.update(weeklyWinners).set({ toldIn: '2026-11-16' });
    const before = stage.discord.messages(stage.daily).length;
    stage.discord.clock.set(Date.parse('2026-11-23T09:30:00Z'));
    await stage.bot.runJob('weekly-winners');
    await stage.bot.runJob('weekly-winners');
    const told = stage.discord.messages(stage.daily).slice(before);
    expect(told.map(textOf)).toEqual([
      expect.stringContaining(`🥇 **1.** <@${stage.ids.grace}> – **7 points**`),
    ]);
    expect(await choose('winners', [])).toContain('are not told');
  });

  it('has a review team: a role that is chosen, never that of everybody, until it is gone', async () => {
    const role = stage.discord.createRole(stage.guildId, { name: 'Reviewers' });
    await open('reviewers');
    expect(await choose('reviewers', [stage.guildId])).toContain('Only those who manage the server');
    expect(await choose('reviewers', [role.id])).toMatch(
      /✅ \*\*Review team\*\* · done\n<@&\d+> looks after/,
    );
    await choose('reviewers', [role.id]);
    const told = await run('/setup status');
    expect(told.split('review team: <@&')).toHaveLength(2);
    expect(await run('/question reviewers')).toContain('Only those who manage the server');
    expect(await run('/setup status')).toContain('review team: removed');
  });

  it('does the same from the keyboard, and refuses everybody else', async () => {
    const answer = await run('/setup server timezone:UTC time:08:00');
    expect(answer).toContain('08:00 (UTC)');
    expect((await stage.grace.command(stage.general, '/setup status')).state).toBe('refused');
    expect((await stage.ada.autocomplete(stage.general, '/setup server edition:c03'))[0]?.name).toContain(
      'DVA-C03',
    );
  });

  it('the status names what is missing where, and who changed what', async () => {
    const status = () => run('/setup status');
    expect(await status()).toContain('I have every permission');
    stage.discord.setOverwrite(stage.daily, {
      id: stage.discord.botUserId,
      type: 'member',
      deny: ['SEND_MESSAGES'],
    } as never);
    await until(async () => (await status()).includes(`In <#${stage.daily}> I lack **Send Messages**.`));
    expect(await status()).toContain(`<@${stage.ids.ada}>: time zone: Europe/Berlin → UTC`);
    stage.discord.setOverwrite(stage.daily, { id: stage.discord.botUserId, type: 'member' } as never);
    await until(async () => (await status()).includes('✅ **My permissions** · done'));
  });

  it('looks again at a press, and mends in place: another channel, nobody pinged, on again after a pause', async () => {
    screen = await (await stage.ada.command(stage.general, '/setup server')).settled();
    const lost = stage.discord.createChannel(stage.guildId, { name: 'lost' }).id;
    await open('daily');
    await until(async () => (await choose('channel', [lost])).includes(`Saved for <#${lost}>`));
    stage.discord.deleteChannel(lost);
    const check = async () => {
      const result = await stage.ada.press(screen.id, control(screen, 'check'));
      if (result.message) screen = result.message;
      return textOf(screen);
    };
    await until(async () => (await check()).includes('⚠️ **Question of the day** · broken'));
    expect(textOf(screen)).toContain('choose another channel');
    expect(await choose('channel', [stage.daily])).toContain('✅ **Question of the day** · done');
    const role = stage.discord.createRole(stage.guildId, { name: 'silent' });
    await until(async () => (await choose('role', [role.id])).includes('Saved'));
    expect(textOf(screen)).toContain('⚠️ **Question of the day** · broken');
    const press = async (name: string) => {
      const result = await stage.ada.press(screen.id, control(screen, name));
      if (result.message) screen = result.message;
      return textOf(screen);
    };
    expect(await press('no-ping')).toContain('✅ **Question of the day** · done');
    expect(await press('pause')).toMatch(/Paused in .*➖ \*\*Question of the day\*\* · off/s);
    expect(await press('resume')).toContain('✅ **Question of the day** · done');
    expect(await open('log')).toMatch(/active → paused/);
  });

  it('tells the channel once, ahead of the last sitting, which edition follows', async () => {
    for (let run = 0; run < 2; run += 1) await stage.bot.runJob('edition-notices');
    const told = stage.discord
      .messages(stage.daily)
      .filter((each) => textOf(each).includes('can be sat until 30 November 2026'));
    expect(told).toHaveLength(1);
    const answer = stage.grace.press(told[0]?.id ?? '', control(told[0], 'notice'));
    expect(await answerTo(answer)).toContain('Manage Server');
  });

  it('tells the channel once that the edition has ended; an admin switches with one click', async () => {
    stage.discord.clock.set(Date.parse('2026-12-01T00:20:00Z'));
    await stage.bot.runJob('edition-notices');
    await stage.bot.runJob('edition-notices');
    const notices = stage.discord
      .messages(stage.daily)
      .filter((each) => textOf(each).includes('can no longer be sat'));
    expect(notices).toHaveLength(1);
    const [notice] = notices;
    const press = (actor: Stage['ada']) => actor.press(notice?.id ?? '', control(notice, 'notice'));
    expect(await answerTo(press(stage.grace))).toContain('Manage Server');
    expect(await answerTo(press(stage.ada))).toContain('now prepares for **DVA-C03**');
    expect(await run('/setup status')).toContain('DVA-C03');
  });
});

describe('/help', () => {
  it('is one private screen that names every registered command, to be clicked', async () => {
    const help = await answerTo(stage.grace.command(stage.general, '/help'));
    for (const name of ['quiz', 'daily set', 'setup server', 'lesson', 'concept', 'flashcards', 'help'])
      expect(help).toMatch(new RegExp(`</${name}:\\d{15,}>`));
    expect(stage.linus.visible(stage.general).map(textOf).join()).not.toContain('study together');
  });

  it('shows one group with what each command does, and all of them again', async () => {
    const { message } = await stage.grace.command(stage.general, '/help');
    const id = message?.id ?? '';
    const learn = await stage.grace.select(id, customIdsOf(message)[0] ?? '', ['learn']);
    expect(learn.state).toBe('updated');
    expect(textOf(learn.message)).toContain('Look a concept up');
    const all = await stage.grace.press(id, customIdsOf(learn.message)[0] ?? '');
    expect(textOf(all.message)).toContain('study together');
  });
});
