// A mock exam as its taker lives it: two devices, a killed bot, a message whose token died, the night.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sittings } from '#features/asking/exam/table.ts';
import { answers } from '#features/record/post/table.ts';
import type { Message } from '#local-discord/server.ts';
import { idWith, shown } from '../support/answering.ts';
import { root } from '../support/architecture.ts';
import { customIdsOf, type Stage, spawnBot, startStage, textOf, until } from '../support/cohort.ts';

let stage: Stage;
afterEach(async () => {
  // Whatever the bot sent was accepted by Discord's own schema, and nothing was asked that is not served.
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
  await stage.stop();
});

const run = (text: string) => shown(stage.ada.command(stage.general, text));
const press = (message: Message, part: string) => shown(stage.ada.press(message.id, idWith(message, part)));
const choose = (message: Message, part: string, values: string[]) =>
  shown(stage.ada.select(message.id, idWith(message, part), values));

async function begin(text = '/exam start'): Promise<Message> {
  return press(await run(text), 'exambegin');
}

/** Today's packs, compiled as in an image, each question with another text and a version more. */
function writeUpdate(folder: string): void {
  const compiled = join(root, 'content', '.compiled');
  mkdirSync(join(folder, '.compiled'));
  for (const name of readdirSync(compiled)) {
    const made = JSON.parse(readFileSync(join(compiled, name), 'utf8'));
    for (const [, question] of made.pack.questions) {
      question.version += 1;
      question.stem = `Updated. ${question.stem}`;
    }
    writeFileSync(join(folder, '.compiled', name), JSON.stringify(made));
  }
}

/** Gives the first options there are. */
function answer(screen: Message): Promise<Message> {
  const picks = customIdsOf(screen).filter((id) => id.includes(':pick:'));
  if (picks[0]) return press(screen, picks[0]);
  const id = idWith(screen, ':picks:');
  const json = JSON.stringify(screen.components);
  const needed = Number(/"min_values":(\d)/.exec(json)?.[1] ?? 2);
  const values = [...json.matchAll(/"value":"([a-f])"/g)].flatMap(([, value]) => value ?? []);
  return choose(screen, id, values.slice(0, needed));
}
/** All but every tenth, with a flag on the seventh; the bot is restarted and the device changed on the way. */
async function answerAll(first: Message): Promise<Message> {
  let screen = first;
  for (let position = 1; position <= 65; position += 1) {
    if (position === 20) await stage.restart();
    // Another device: a message of its own, which shows the same.
    if (position === 30) screen = await run('/exam continue');
    expect(textOf(screen)).toContain(`Question ${position} of 65`);
    expect(textOf(screen)).not.toMatch(/Domain \d|Remember:/);
    if (position % 10 !== 0) screen = await answer(screen);
    if (position === 7) screen = await press(screen, ':flag:7:1');
    if (position < 65) screen = await press(screen, `:go:${position + 1}:on`);
  }
  return screen;
}

const sitting = async () => {
  const [row] = await stage.database.db.select().from(sittings);
  if (!row) throw new Error('no sitting');
  return row;
};
const answered = async () => (await sitting()).picks.filter((picks) => picks !== '').length;

describe('a full exam', () => {
  beforeEach(async () => {
    stage = await startStage();
  });

  it('is sat from the first question to the last, on two devices and over a restart, and read afterwards', async () => {
    const intro = await run('/exam start');
    expect(textOf(intro)).toMatch(/Full exam, DVA-C0\d.*65 questions in 130 minutes/s);
    let screen = await press(intro, 'exambegin');
    expect(textOf(screen)).toContain('Question 1 of 65');
    screen = await answerAll(screen);
    const known = new Set(stage.discord.requests);
    const old = await press(screen, ':grid:all:0');
    // A request is noted once it was answered.
    const sent = () => stage.discord.requests.filter((each) => !known.has(each));
    await until(() => sent().length > 0);
    expect(sent().map(({ route }) => route.split('/').at(-1))).toEqual(['callback']);
    expect(textOf(old)).toMatch(/59 of 65 answered.*6 open, 1 flagged/s);
    const open = await press(old, ':grid:open:0');
    const ten = await choose(open, ':jump:open', ['10']);
    expect(textOf(ten)).toMatch(/Question 10 of 65.*not answered yet/s);
    const changed = await answer(ten);
    expect(textOf(changed)).toContain('your answer');
    const asked = await press(await press(changed, ':grid:all:0'), ':ask');
    expect(textOf(asked)).toContain('5 questions are open');
    const result = await press(asked, ':submit');
    expect(textOf(result)).toMatch(/\d+ of 65 right.*Estimated score.*720 is a pass.*By domain/s);
    expect(textOf(result)).toMatch(/Domain 4: .*: \d+ of \d+ · .*(meets|needs work)/s);

    const missed = await press(result, ':read:missed:0');
    expect(textOf(missed)).toMatch(/Missed: 1 of \d+.*Remember:/s);
    const second = await press(missed, ':read:missed:1');
    expect(textOf(second)).toMatch(/Missed: 2 of/);
    expect(textOf(await press(second, ':result'))).toContain('Estimated score');
    const sharing = await press(result, ':share');
    const before = stage.discord.messages(stage.general).length;
    const public_ = await press(sharing, ':share:domains');
    expect(stage.discord.messages(stage.general)).toHaveLength(before + 1);
    expect(textOf(public_)).toMatch(/finished a mock exam: Full exam.*Domain 1/s);

    const history = await run('/exam history');
    expect(textOf(history)).toMatch(/Full exam, DVA-C0\d · \d+ of 65/);
    expect(textOf(await choose(history, 'examagain', [String((await sitting()).id)]))).toContain(
      'Estimated score',
    );
    await stage.bot.runJob('record-exams');
    expect(await stage.database.db.$count(answers)).toBe(60);
    expect(textOf(await run('/exam continue'))).toContain('You have no exam running');
  });

  it('ends by itself in the night, as it stands, and its old message says so', async () => {
    let screen = await begin('/exam start size:half extra-time:true');
    screen = await answer(screen);
    stage.discord.clock.advance(8 * 3_600_000);
    // A clock that is moved on, and no absence.
    await stage.bot.runAllJobs();
    await stage.bot.runJob('exam-deadlines');
    expect((await sitting()).isTimeUp).toBe(true);
    expect(textOf(await press(screen, ':go:2:on'))).toMatch(/of 33 right.*Time was up/s);
    expect(textOf(await run('/exam history'))).toContain('Half an exam');
  });

  it('gets the time back that the bot was away, and says so', async () => {
    const screen = await begin();
    await stage.bot.runJob('exam-deadlines');
    const { deadlineAt } = await sitting();
    await stage.bot.stop();
    stage.discord.clock.advance(20 * 60_000);
    await stage.restart();
    await stage.bot.runJob('exam-deadlines');
    const later = (await sitting()).deadlineAt.getTime() - deadlineAt.getTime();
    expect(Math.round(later / 60_000)).toBe(20);
    expect(textOf(await press(screen, ':go:2:on'))).toContain(
      'moved by 20 minutes, because the bot was away',
    );
  });

  it('says when its message is about to die, and goes on in a new one', async () => {
    const screen = await begin();
    stage.discord.clock.advance(14 * 60_000);
    await stage.bot.runAllJobs();
    const old = await press(screen, ':go:2:on');
    expect(textOf(old)).toContain('This message is old');
    const fresh = await press(old, ':fresh');
    expect(fresh.id).not.toBe(screen.id);
    stage.discord.clock.advance(20 * 60_000);
    await stage.bot.runAllJobs();
    expect(textOf(await run('/exam continue'))).toContain('Question 2 of 65');
  });

  it('is one at a time, and another member’s buttons are their own', async () => {
    const screen = await begin();
    const again = await begin('/exam start size:half');
    expect(textOf(again)).toMatch(/You have an exam running.*0 of 65/s);
    expect(textOf(await press(again, ':go:1:here'))).toContain('Question 1 of 65');
    expect(await stage.grace.press(screen.id, idWith(screen, ':go:2:on'))).toMatchObject({
      state: 'refused',
    });
  });

  it('of one domain, of another pack and edition; nonsense gets a sentence that says what to do', async () => {
    const offered = await stage.ada.autocomplete(stage.general, '/exam start domain:');
    expect(offered.length).toBeGreaterThan(3);
    expect(textOf(await run('/exam start domain:2'))).toMatch(
      /One domain, DVA-C0\d: Domain 2.*20 questions in 40 minutes/s,
    );
    const editions = await stage.ada.autocomplete(stage.general, '/exam start edition:clf');
    expect(textOf(await run(`/exam start edition:${editions[0]?.value}`))).toContain('CLF-C02');
    expect(textOf(await run('/exam start domain:9'))).toContain('choose an exam, edition and domain');
    expect(textOf(await run('/exam start edition:nonsense'))).toContain('choose an exam, edition and domain');
    expect(textOf(await run('/exam result passed:true score:500'))).toContain('do not go together');
    expect(textOf(await run('/exam result passed:true score:760'))).toContain('Congratulations');
    expect(textOf(await run('/exam history'))).toMatch(/the real DVA-C0\d: \*\*passed\*\* with 760/);
  });
});

describe('a killed bot', () => {
  it('loses no answer that was shown as given', async () => {
    stage = await startStage({ speaks: 'languages' });
    let screen = await begin();
    await stage.bot.stop();
    const first = await spawnBot(stage.discord, stage.database.url);
    for (let position = 1; position <= 4; position += 1) {
      screen = await answer(screen);
      screen = await press(screen, `:go:${position + 1}:on`);
    }
    const hold = stage.discord.hold((request) => request.route.includes('/callback'), 'before');
    const lost = answer(screen).catch(() => null);
    await hold.reached;
    await first.kill('SIGKILL');
    hold.release();
    await lost;
    const second = await spawnBot(stage.discord, stage.database.url);
    await until(async () => (await answered()) === 5);
    expect(textOf(await run('/exam continue'))).toMatch(/Question 5 of 65.*your answer/s);
    expect(await second.kill('SIGTERM')).toBe(0);
  });
});

describe('an update of the pack', () => {
  it('goes on with the questions that it drew when the pack is updated in the middle', async () => {
    stage = await startStage({ speaks: 'languages' });
    const screen = await begin();
    const before = textOf(screen);
    const updated = mkdtempSync(join(tmpdir(), 'updated-'));
    writeUpdate(updated);
    await stage.restart(updated);
    expect(textOf(await run('/quiz private:true'))).toContain('Updated');
    const again = await run('/exam continue');
    expect(textOf(again)).toBe(before);
    const result = await press(
      await press(await press(await answer(again), ':grid:all:0'), ':ask'),
      ':submit',
    );
    expect(textOf(result)).toMatch(/[01] of 65 right/);
    expect(textOf(await press(result, ':read:all:0'))).not.toContain('Updated');
    rmSync(updated, { recursive: true });
  });
});
