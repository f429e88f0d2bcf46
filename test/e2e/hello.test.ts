// From an invitation to the first question of the day: the hello, its two buttons, the checklist, the post.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servers } from '#features/people/server/table.ts';
import type { LocalDiscord, Message } from '#local-discord/server.ts';
import { answerFirst, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';

const START = Date.parse('2026-11-23T06:00:00Z');
let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  stage.discord.clock.set(START);
});
afterAll(() => stage.stop());

type Invited = { id: string; ownerId: string; general: string; daily: string };
type Circumstances = { locale?: string; hasSystemChannel?: boolean; deny?: boolean; invitedAt?: number };

/** All at once: the bot hears of it only afterwards. */
function invite(discord: LocalDiscord, name: string, about: Circumstances = {}): Invited {
  const { hasSystemChannel = true, deny = false, ...input } = about;
  const { id, ownerId } = discord.createGuild({ name, ownerName: `Owner of ${name}`, ...input });
  const general = discord.createChannel(id, { name: 'general' }).id;
  const daily = discord.createChannel(id, { name: 'daily' }).id;
  if (hasSystemChannel) discord.setSystemChannel(id, general);
  const own = { id: discord.botUserId, type: 'member', deny: ['SEND_MESSAGES'] };
  if (deny) discord.setOverwrite(general, own as never);
  return { id, ownerId, general, daily };
}

const rowOf = async (id: string) =>
  (await stage.database.db.select().from(servers).where(eq(servers.id, id)))[0];
const isKnown = async (id: string) => (await rowOf(id)) !== undefined;
/** Greeted, or settled without. */
const isSettled = async (id: string) => (await rowOf(id))?.greetAt === null;
const settled = async ({ id }: Invited) => {
  await until(() => isKnown(id));
  await until(async () => {
    await stage.bot.runJob('hello');
    return isSettled(id);
  });
};
const direct = (userId: string) => stage.discord.messages(stage.discord.directChannel(userId).id);
const button = (message: Message | undefined, name: string) =>
  customIdsOf(message).find((id) => id.startsWith(name)) ?? '';

describe('the hello', () => {
  let server: Invited;
  const hello = () => stage.discord.messages(server.general)[0];

  it('comes once into the system channel, with two buttons, whatever is told again and whoever runs', async () => {
    server = invite(stage.discord, 'New');
    await settled(server);
    const second = await stage.startSecond();
    for (const bot of [stage.bot, second]) await bot.runJob('hello');
    // A new session tells of every server again.
    stage.discord.dropGateway('op9');
    await stage.restart();
    await stage.bot.runJob('hello');
    const said = stage.discord.messages(server.general);
    expect(said).toHaveLength(1);
    expect(textOf(said[0])).toContain('Hello, I am Cohort');
    expect(textOf(said[0])).toContain('This server begins with **DVA-C02**.');
    expect(textOf(said[0])).toMatch(/\[Set up\]\n\[Try a question\]/);
    expect(stage.discord.messages(server.daily)).toEqual([]);
    expect(direct(server.ownerId)).toEqual([]);
  });

  it('gives a private question to whoever wants to try one, before anything is set up', async () => {
    const grace = stage.discord.as(stage.discord.createMember(server.id, { name: 'Grace II' }).id);
    const asked = await grace.press(hello()?.id ?? '', button(hello(), 'practice:'));
    expect(textOf(asked.message)).toMatch(/Select (ONE|TWO|THREE)/);
    expect(stage.discord.messages(server.general)).toHaveLength(1);
    const answered = await answerFirst(grace, asked.message);
    expect(textOf(answered.message)).toMatch(/Right|Not right/);
  });

  it('tells whoever may not set the server up who can, privately', async () => {
    const linus = stage.discord.as(stage.discord.createMember(server.id, { name: 'Linus II' }).id);
    const told = await linus.press(hello()?.id ?? '', button(hello(), 'setup:'));
    expect(textOf(told.message)).toContain(`takes **Manage Server**: <@${server.ownerId}> has it`);
    expect(stage.discord.messages(server.general)).toHaveLength(1);
  });

  it('leads the owner to a question of the day that really comes', async () => {
    const owner = stage.discord.as(server.ownerId, { locale: 'pl' });
    const opened = await owner.press(hello()?.id ?? '', button(hello(), 'setup:'));
    const id = opened.message?.id ?? '';
    expect(textOf(opened.message)).toContain('I guess **Europe/Warsaw**, where it is 07:00 now.');
    const placed = await owner.press(id, button(opened.message, 'setup:1:zone-is'));
    expect(textOf(placed.message)).toContain('Time zone: **Europe/Warsaw**.');
    const chosen = await owner.select(id, button(placed.message, 'setup:1:channel'), [server.daily]);
    expect(textOf(chosen.message)).toContain('Everything is set.');
    const at = Date.parse('2026-11-23T08:00:00Z');
    expect(textOf(chosen.message)).toContain(`Next: <t:${at / 1000}:F>`);
    stage.discord.clock.set(at + 1000);
    await stage.bot.runJob('post-daily');
    await stage.bot.runJob('send-posts');
    await until(() => stage.discord.messages(server.daily).length === 1);
    expect(textOf(stage.discord.messages(server.daily)[0])).toContain('Question of the day');
  });

  it('does not come again when the bot does: everything is there, and the next question comes', async () => {
    stage.discord.kickBot(server.id);
    await until(async () => (await rowOf(server.id))?.leftAt instanceof Date);
    stage.discord.clock.set(Date.parse('2026-12-10T07:00:00Z'));
    stage.discord.inviteBot(server.id);
    await until(async () => (await rowOf(server.id))?.leftAt === null);
    await stage.bot.runJob('hello');
    expect(stage.discord.messages(server.general)).toHaveLength(1);
    const before = stage.discord.messages(server.daily).length;
    await stage.bot.runJob('post-daily');
    stage.discord.clock.set(Date.parse('2026-12-10T08:00:01Z'));
    await stage.bot.runJob('post-daily');
    await stage.bot.runJob('send-posts');
    await until(() => stage.discord.messages(server.daily).length > before);
  });
});

it('speaks the language of the server, which also tells its likely zone', async () => {
  const server = invite(stage.discord, 'Lerngruppe', { locale: 'de' });
  await settled(server);
  const [hello] = stage.discord.messages(server.general);
  expect(textOf(hello)).toMatch(/Hallo, ich bin Cohort.*\[Einrichten\]\n\[Frage ausprobieren\]/s);
  expect(await rowOf(server.id)).toMatchObject({ zone: 'Europe/Berlin', isZoneGuessed: true });
});

describe('a server without a channel to say hello in', () => {
  it.each([
    ['that has switched it off', 'No *channel*', { hasSystemChannel: false }],
    ['where the bot may not write', 'No *word*', { deny: true }],
  ])('%s: its owner is told, with a way there', async (_, name, circumstances) => {
    const server = invite(stage.discord, name, circumstances);
    await settled(server);
    const said = direct(server.ownerId);
    expect(said).toHaveLength(1);
    expect(textOf(said[0])).toContain(name.replaceAll('*', '\\*'));
    expect(JSON.stringify(said[0]?.components)).toContain(`https://discord.com/channels/${server.id}`);
    expect(stage.discord.messages(server.general)).toEqual([]);
    // Outside of servers nobody knows yet what they learn for.
    const owner = stage.discord.as(server.ownerId);
    const tried = await owner.press(said[0]?.id ?? '', button(said[0], 'practice:'));
    expect(textOf(tried.message)).toContain('What do you learn for?');
  });

  it('whose owner takes no direct messages is left in peace', async () => {
    const server = invite(stage.discord, 'Closed', { hasSystemChannel: false });
    stage.discord.setDirectMessages(server.ownerId, false);
    await settled(server);
    expect(direct(server.ownerId)).toEqual([]);
  });
});

describe('while Discord is away', () => {
  let isAway = true;
  beforeAll(() => {
    const isSend = ({ method, path }: { method: string; path: string }) =>
      isAway && method === 'POST' && /\/channels\/\d+\/messages$/.test(path);
    stage.discord.fail(isSend, { status: 503, body: {}, times: 1000 });
  });

  const tryAgain = async (minutes: number) => {
    stage.discord.clock.shift(minutes * 60_000);
    await stage.bot.runJob('hello').catch(() => undefined);
  };

  it('the hello waits, and comes once it is back', async () => {
    isAway = true;
    const server = invite(stage.discord, 'Slow');
    await until(() => isKnown(server.id));
    await tryAgain(0);
    expect(await isSettled(server.id)).toBe(false);
    isAway = false;
    stage.discord.clock.shift(2 * 60_000);
    await settled(server);
    expect(stage.discord.messages(server.general)).toHaveLength(1);
  });

  it('is given up after an hour, so that no channel is greeted about what nobody remembers', async () => {
    isAway = true;
    const server = invite(stage.discord, 'Slower');
    await until(() => isKnown(server.id));
    await tryAgain(0);
    await tryAgain(61);
    isAway = false;
    await settled(server);
    expect(stage.discord.messages(server.general)).toEqual([]);
    expect(direct(server.ownerId)).toEqual([]);
  });
});

it('a server that invited the bot long ago is not greeted', async () => {
  expect(stage.discord.messages(stage.general)).toEqual([]);
  expect(direct(stage.ids.ada)).toEqual([]);
  const old = invite(stage.discord, 'Old', { invitedAt: START - 3 * 86_400_000 });
  await until(() => isKnown(old.id));
  await stage.bot.runJob('hello');
  expect(stage.discord.messages(old.general)).toEqual([]);
  expect((await rowOf(old.id))?.greetAt).toBeNull();
});

it('whoever invited the bot while it was down is greeted at its start', async () => {
  await stage.bot.stop();
  const server = invite(stage.discord, 'Meanwhile');
  await stage.restart();
  await settled(server);
  expect(stage.discord.messages(server.general)).toHaveLength(1);
});
