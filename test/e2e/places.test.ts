// Everything private, in each of the places where somebody may use the bot: one walk, the same for all of them.
import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cooldowns } from '#features/asking/quiz/table.ts';
import { members } from '#features/people/member/table.ts';
import { servers } from '#features/people/server/table.ts';
import { answers, posts } from '#features/record/post/table.ts';
import { scores } from '#features/standing/leaderboard/table.ts';
import { streaks } from '#features/standing/streak/table.ts';
import { addDays, instantAt, localDateAt } from '#lib/local-date.ts';
import type { InteractionResult, Message } from '#local-discord/server.ts';
import { answerFirst, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';
import { type Place, placesOf } from '../support/places.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());
afterEach(() => {
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
  expect(mostFollowUps()).toBeLessThanOrEqual(5);
});

/** Discord takes five where the bot is not a member; of one interaction, so of one token. */
function mostFollowUps(): number {
  const sent = stage.discord.requests.filter(
    ({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'),
  );
  return Math.max(0, ...[...Map.groupBy(sent, ({ path }) => path).values()].map(({ length }) => length));
}

const PRIVATE = 64;

/** What the member reads in the end, also where it was deferred. */
async function messageOf(acting: Promise<InteractionResult>): Promise<Message> {
  return (await acting).settled();
}
const idOf = (message: Message, part: string) => {
  const ids = customIdsOf(message);
  return ids.find((id) => id.startsWith(part)) ?? ids.find((id) => id.includes(part)) ?? '';
};

/** What one member does in one place. Whatever they read there is theirs alone, and speaks of no server outside of one. */
function walkerIn(place: Place) {
  const { actor, channelId } = place;
  const seen = (message: Message): Message => {
    expect(message.flags & PRIVATE, textOf(message)).toBe(PRIVATE);
    if (place.isOutside) expect(textOf(message)).not.toMatch(/th[ei]s? server’s/i);
    return message;
  };
  return {
    run: async (text: string) => {
      await stage.database.db.delete(cooldowns);
      return seen(await messageOf(actor.command(channelId, text)));
    },
    press: async (message: Message, part: string) =>
      seen(await messageOf(actor.press(message.id, idOf(message, part)))),
    choose: async (message: Message, part: string, value: string) =>
      seen(await messageOf(actor.select(message.id, idOf(message, part), [value]))),
    answer: async (message: Message) => seen(await messageOf(answerFirst(actor, message))),
  };
}
type Walker = ReturnType<typeof walkerIn>;

/** Their first question: outside of servers after they were asked, in two presses, what they learn and by which clock. */
async function firstQuestion({ run, choose }: Walker, isOutside: boolean): Promise<Message> {
  const first = await run('/quiz topic:lesson:4.1 count:5 private:true');
  if (!isOutside) return first;
  expect(textOf(first)).toContain('What do you learn for?');
  const chosen = await choose(first, 'newcomer:1:exam', 'aws-developer-associate/c03');
  const question = await choose(chosen, 'newcomer:1:zone', 'Europe/Berlin');
  expect(question.id).toBe(first.id);
  return question;
}

const rowsOf = async (memberId: string) => ({
  answers: await stage.database.db.$count(answers, eq(answers.memberId, memberId)),
  boards: await stage.database.db.$count(scores, eq(scores.memberId, memberId)),
  outside: await stage.database.db.$count(posts, and(eq(posts.askedBy, memberId), eq(posts.kind, 'private'))),
});

const WALKS = ['a server', 'a direct message', 'a group', 'a server without the bot'] as const;

describe.each(WALKS)('in %s', (name) => {
  let place: Place;
  let me: Walker;
  beforeAll(() => {
    place = placesOf(stage)[name]();
    me = walkerIn(place);
  });

  it('the first answer is graded after two presses at most, and /quiz goes on where it was', async () => {
    const question = await firstQuestion(me, place.isOutside);
    expect(textOf(question)).toContain('Question 1 of 5');
    const feedback = await me.answer(question);
    expect(textOf(feedback)).toMatch(/Right|Wrong/i);
    await stage.restart();
    const resumed = await me.run('/quiz private:true');
    expect(textOf(resumed)).toContain('Question 2 of 5');
    expect(await rowsOf(place.memberId)).toMatchObject({ answers: 1, boards: 0 });
  });

  it('a public question is not asked where the bot could not reveal it', async () => {
    if (!place.isOutside) return;
    expect(textOf(await me.run('/quiz'))).toContain('Question 2 of 5');
    expect((await place.actor.command(place.channelId, '/leaderboard')).state).toBe('refused');
  });

  it('the streak counts, and the review begins', async () => {
    expect(textOf(await me.run('/streak'))).toContain('streak: 1 day');
    const card = await me.run('/review');
    expect(textOf(card)).not.toBe('');
  });

  it('a mock exam is begun, answered, left and taken up again', async () => {
    const intro = await me.run('/exam start size:half');
    const question = await me.press(intro, 'exambegin:');
    expect(textOf(question)).toContain('1');
    await stage.restart();
    const again = await me.run('/exam continue');
    expect(customIdsOf(again)).toEqual(customIdsOf(question));
    const overview = await me.press(again, ':grid:all:0');
    const result = await me.press(await me.press(overview, ':ask'), ':submit');
    const sharing = await me.press(result, ':share');
    // For everybody there: what a member shares is theirs to share in every place.
    const shared = await messageOf(place.actor.press(sharing.id, idOf(sharing, ':share:score')));
    expect(shared.flags & PRIVATE).toBe(0);
    expect(textOf(await me.run('/exam history'))).not.toBe('');
  });

  it('lessons, concepts and flashcards open and turn', async () => {
    const lesson = await me.run('/lesson lesson:1.1');
    expect(textOf(await me.press(lesson, ':on'))).toContain('1.1');
    expect(textOf(await me.run('/concept name:visibility timeout'))).toContain('isibility');
    const front = await me.run('/flashcards topic:lesson:1.1');
    expect(textOf(await me.press(front, 'card:1:show'))).not.toBe(textOf(front));
  });

  it('progress, a diagnosis, a plan and the next step are theirs', async () => {
    expect(textOf(await me.run('/progress'))).not.toBe('');
    const intro = await me.run('/diagnose');
    expect(textOf(await me.press(intro, 'diagnosebegin'))).toContain('1');
    const date = new Date(stage.discord.clock.now() + 42 * 86_400_000).toISOString().slice(0, 10);
    expect(textOf(await me.run(`/plan exam-date:${date}`))).toContain('Week 1');
    expect(customIdsOf(await me.run('/next')).length).toBeGreaterThan(0);
  });

  it('settings, privacy and help work', async () => {
    expect(textOf(await me.run('/settings reminders on:true'))).toContain('Saved');
    expect(textOf(await me.run('/settings exam exam:DVA-C02'))).toContain('DVA-C02');
    expect(textOf(await me.run('/settings show'))).toContain('DVA-C02');
    const help = textOf(await me.run('/help'));
    expect(help).toContain('/quiz');
    expect(help.includes('/daily')).toBe(!place.isOutside);
    expect(textOf(await me.run('/privacy show'))).toContain('Answers');
  });

  it('everything is taken as a file and deleted', async () => {
    expect(JSON.stringify(await me.run('/privacy export'))).toContain('.zip');
    const asked = await me.run('/privacy delete');
    await me.press(asked, 'privacy');
    const { db } = stage.database;
    expect(await db.$count(members, eq(members.id, place.memberId))).toBe(0);
    expect(await db.$count(streaks, eq(streaks.memberId, place.memberId))).toBe(0);
    expect(await rowsOf(place.memberId)).toEqual({ answers: 0, boards: 0, outside: 0 });
  });
});

it('what is typed before anybody has chosen is completed, and makes no server', async () => {
  const { actor, channelId } = placesOf(stage)['a direct message']();
  const topics = await actor.autocomplete(channelId, '/quiz topic:lambda');
  expect(topics.length).toBeGreaterThan(3);
  const domains = await actor.autocomplete(channelId, '/exam start domain:');
  expect(domains).toHaveLength(4);
  const zones = await actor.autocomplete(channelId, '/settings timezone zone:');
  expect(zones.map(({ name }) => name).join()).not.toContain('server');
});

it('nothing that was done outside of servers has made one', async () => {
  const rows = await stage.database.db.select({ id: servers.id }).from(servers);
  expect(rows).toEqual([{ id: stage.guildId }]);
});

it('there is one progress: what is answered in a direct message counts in the server', async () => {
  const inServer = walkerIn({
    ...placesOf(stage)['a server'](),
    actor: stage.linus,
    memberId: stage.ids.linus,
  });
  const direct = walkerIn({
    ...placesOf(stage)['a direct message'](),
    ...{ actor: stage.linus, memberId: stage.ids.linus },
    channelId: stage.discord.directChannel(stage.ids.linus).id,
  });
  await inServer.answer(await inServer.run('/quiz private:true count:5'));
  const isEdit = ({ method, route }: { method: string; route: string }) =>
    method === 'PATCH' && route.startsWith('/channels/');
  expect(stage.discord.requests.filter(isEdit)).toEqual([]);
  // Whoever belongs to a server is asked nothing: its exam holds, and its round goes on.
  const second = await direct.run('/quiz');
  expect(textOf(second)).toContain('Question 2 of 5');
  await direct.answer(second);
  expect(textOf(await inServer.run('/quiz private:true'))).toContain('Question 3 of 5');
  stage.discord.clock.advance(86_400_000);
  await direct.answer(await direct.run('/quiz'));
  expect(textOf(await inServer.run('/streak'))).toContain('streak: 2 days');
});

it('reminders come to a member who is in no server, and send them nowhere else', async () => {
  const place = placesOf(stage)['a direct message']();
  const me = walkerIn(place);
  await me.answer(await firstQuestion(me, true));
  await me.run('/settings reminders on:true');
  const told = () => stage.discord.messages(place.channelId).filter(({ flags }) => (flags & PRIVATE) === 0);
  expect(told()).toEqual([]);
  // The next evening in Berlin, with nothing answered that day.
  const now = stage.discord.clock.now();
  const tomorrow = addDays(localDateAt(new Date(now), 'Europe/Berlin'), 1);
  stage.discord.clock.advance(instantAt(tomorrow, '22:30', 'Europe/Berlin').getTime() - now);
  await stage.bot.runJob('streak-reminders');
  await until(() => told().length > 0);
  expect(told().map(textOf)).toEqual([expect.stringContaining('Your streak of 1 day has no answer today')]);
  expect(JSON.stringify(told())).not.toContain('discord.com/channels');
});
