// What a member knows, as they read it: from the diagnosis over /progress to the real result.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { realResults } from '#features/asking/exam/table.ts';
import { answers } from '#features/record/post/table.ts';
import { questionDifficulties } from '#features/standing/progress/table.ts';
import type { Message } from '#local-discord/server.ts';
import { idWith, shown } from '../support/answering.ts';
import { customIdsOf, type Stage, startStage, textOf } from '../support/cohort.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(async () => {
  // Whatever the bot sent was accepted by Discord's own schema, and nothing was asked that is not served.
  expect(stage.discord.requests.flatMap((request) => request.faults)).toEqual([]);
  expect(stage.discord.unhandled).toEqual([]);
  await stage.stop();
});

type Who = 'ada' | 'grace';

const run = (text: string, who: Who = 'ada') => shown(stage[who].command(stage.general, text));
const press = (message: Message, part: string) => shown(stage.ada.press(message.id, idWith(message, part)));
const choose = (message: Message, part: string, values: string[]) =>
  shown(stage.ada.select(message.id, idWith(message, part), values));

/** The first options that there are. */
function answer(screen: Message): Promise<Message> {
  const json = JSON.stringify(screen.components);
  const needed = /"min_values":(\d)/.exec(json)?.[1];
  if (needed === undefined) return press(screen, 'diagnose:1:');
  const values = [...json.matchAll(/"value":"([a-f])"/g)].flatMap(([, value]) => value ?? []);
  return choose(screen, 'diagnose:1:', values.slice(0, Number(needed)));
}

it('a diagnosis is taken over a restart, says nothing before its end, and then where one stands', async () => {
  expect(textOf(await run('/progress'))).toContain('Nothing is known yet');
  const intro = await run('/diagnose');
  expect(textOf(intro)).toMatch(/Where do you stand\? DVA-C0\d.*30 questions, about 40 minutes/s);
  let screen = await press(intro, 'diagnosebegin');
  for (let position = 1; position <= 30; position += 1) {
    if (position === 12) {
      await stage.restart();
      screen = await run('/diagnose');
      expect(textOf(screen)).toContain('this is where you left it');
    }
    expect(textOf(screen)).toContain(`Question ${position} of 30`);
    expect(textOf(screen)).not.toMatch(/Domain \d|Remember:/);
    screen = await answer(screen);
  }
  expect(textOf(screen)).toMatch(/the last of 30 questions.*Not enough answers yet.*10 more that count/s);
  expect(textOf(screen)).toMatch(/What would raise it most.*about \d+ point/s);
  expect(await stage.database.db.$count(answers)).toBe(30);
  // Unrated, and a day for the streak all the same.
  expect(textOf(await run('/streak'))).toMatch(/Your streak: 1 day/);
  expect(textOf(await run('/leaderboard'))).not.toContain('Ada');

  const quiz = await press(screen, 'lessonquiz');
  expect(customIdsOf(quiz).some((id) => id.startsWith('answer:'))).toBe(true);
  expect(textOf(await run('/diagnose'))).toContain('30 questions, about 40 minutes');
});

it('/progress tells score and chance after an exam, and why; the night learns from it; the result judges it', async () => {
  let screen = await press(await run('/exam start'), 'exambegin');
  for (let position = 1; position <= 65; position += 1) {
    const pick = customIdsOf(screen).find((id) => id.includes(':pick:'));
    if (pick) screen = await press(screen, pick);
    if (position < 65) screen = await press(screen, `:go:${position + 1}:on`);
  }
  await press(await press(await press(screen, ':grid:all:0'), ':ask'), ':submit');
  await stage.bot.runJob('record-exams');
  const progress = await run('/progress');
  expect(textOf(progress)).toMatch(/Estimated score \d+.*720 is a pass.*Chance to pass/s);
  expect(textOf(progress)).toMatch(/about one of \d+ cases/);
  expect(textOf(progress)).toMatch(/Task statements covered/);
  const why = await choose(progress, 'progresswhy', ['score']);
  expect(textOf(why)).toMatch(
    /rests on \*\*\d+ answers\*\* that count.*Weights: .*The newest that count.*weight 100%/s,
  );
  expect(textOf(await choose(progress, 'progresswhy', ['domain-1']))).toContain('Why: Domain 1');

  // What others see, and what they do not.
  const ada = `/progress member:${stage.ids.ada}`;
  const seen = textOf(await run(ada, 'grace'));
  expect(seen).toContain('Progress of');
  expect(seen).not.toContain('What would raise it most');
  // Its answer is deferred: it has changed something only once that is there.
  await (await stage.ada.command(stage.general, '/privacy visibility shown:hidden')).settled();
  expect(textOf(await run(ada, 'grace'))).toContain('keeps their progress to themselves');

  stage.discord.clock.advance(24 * 3_600_000);
  await stage.bot.runJob('learn-from-answers');
  const learned = await stage.database.db.select().from(questionDifficulties);
  expect(learned.length).toBeGreaterThan(40);
  // An exam knows how long each answer took.
  expect(learned.every(({ tally }) => tally.seconds.some((count) => count > 0))).toBe(true);

  await run('/exam result passed:True score:760');
  const [result] = await stage.database.db.select().from(realResults);
  expect(result?.estimate).toHaveLength(4);
});
