// Every screen of the bot, as the playground's page draws it, by all rules of axe-core in light and dark: none has a
// violation of any weight. The page's own parts, and how it is used by keyboard, by ear and without motion, are in
// playground-wishes.test.ts.
import { MessageFlags } from 'discord.js';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cooldowns } from '#features/asking/quiz/table.ts';
import type { Actor, Message } from '#local-discord/server.ts';
import { idOf, idWith, shown } from '../support/answering.ts';
import { actAs, hasBrowser, openChannel, startBrowser, type Visit, visit } from '../support/browser.ts';
import { answerFirst, customIdsOf, type Stage, startStage, textOf, until } from '../support/cohort.ts';
import { topicOf } from '../support/playing.ts';
import { lookAt, type Screens } from '../support/screens.ts';

const HOUR = 3_600_000;

describe.skipIf(!hasBrowser())('on the page', () => {
  let stage: Stage;
  let browser: Browser;
  let visited: Visit;
  let screens: Screens;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startStage({ speaks: 'languages', page: true }), startBrowser()]);
    visited = await visit(browser, `${stage.discord.url}/`, {
      colorScheme: 'light',
      // A colour on its way from one to the other is neither.
      reducedMotion: 'reduce',
    });
    screens = lookAt(visited.page);
    await openChannel(visited.page, 'general');
    await actAs(visited.page, 'Ada');
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  /** One member in one channel; each screen is looked at as soon as it is there, and what came before is dismissed. */
  function walk(actor: Actor = stage.ada, channelId = stage.general) {
    const before = new Set<string>();
    const see = async (name: string, acting: ReturnType<Actor['press']>) => {
      const message = await shown(acting);
      if ((message.flags & MessageFlags.Ephemeral) !== 0) before.add(message.id);
      return screens.see(message, name);
    };
    return {
      see,
      async run(text: string) {
        await stage.database.db.delete(cooldowns);
        for (const id of before) actor.dismiss(id);
        before.clear();
        return see(text, actor.command(channelId, text));
      },
      press: (on: Message, label: string) => see(`“${label}”`, actor.press(on.id, { label })),
      pressId: (on: Message, id: string) => see(id, actor.press(on.id, idWith(on, id))),
      select: (on: Message, id: string, value: string) =>
        see(`${id} ${value}`, actor.select(on.id, idWith(on, id), [value])),
    };
  }

  /** All screens so far are without a barrier, and there were as many as promised. */
  function expectAll(least: number) {
    const { found, seen } = screens.take();
    expect(found).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(least);
  }

  const valuesOf = (message: Message, id: string) => {
    const [, options = ''] =
      new RegExp(`"custom_id":"${id}[^}]*?"options":(\\[.*?\\])`).exec(JSON.stringify(message.components)) ??
      [];
    return [...options.matchAll(/"value":"([^"]+)"/g)].map(([, value = '']) => value);
  };

  /** Presses the first control of this kind, or chooses as many options of it as it wants. */
  function useFirst(message: Message, kind = /./) {
    const id = customIdsOf(message).find((each) => kind.test(each)) ?? '';
    const needed = Number(/"min_values":(\d)/.exec(JSON.stringify(message.components))?.[1] ?? 0);
    if (needed === 0) return stage.ada.press(message.id, id);
    return stage.ada.select(message.id, id, valuesOf(message, id).slice(0, needed));
  }

  it('is the help, with each of its groups', async () => {
    const { run, select, press } = walk();
    const help = await run('/help');
    const groups = valuesOf(help, 'help:');
    for (const group of groups) await press(await select(help, 'help:', group), 'All groups');
    expect(groups.length).toBeGreaterThan(3);
    expectAll(1 + 2 * groups.length);
  });

  it('is the set-up, with every line open, and how it stands', async () => {
    const { run, pressId } = walk();
    let list = await run('/setup server');
    const names = customIdsOf(list).map(
      (id) => /^setup:1:(?:open|check):(?:none:)?(\w+)/.exec(id)?.[1] ?? '',
    );
    const lines = [...new Set(names)].filter((name) => !['', 'none'].includes(name));
    for (const line of lines) {
      if (customIdsOf(list).some((id) => id.endsWith(`open:${line}`)))
        list = await pressId(list, `open:${line}`);
    }
    await run('/setup status');
    expect(lines.length).toBeGreaterThan(4);
    expectAll(2 + lines.length);
  });

  it('is the question of the day', async () => {
    const { run } = walk();
    await run('/daily set time:09:00');
    await run('/daily list');
    await run('/daily preview');
    expectAll(3);
  });

  it('is a question, its feedback, its explanation, its end and the list of those before', async () => {
    const { run, press, see, select } = walk();
    const question = await run(`/quiz topic:${await topicOf('single')}`);
    await see('feedback', answerFirst(stage.ada, question));
    await see('still open', stage.ada.context(stage.general, 'Explain this question', question.id));
    const multi = await run(`/quiz topic:${await topicOf('multi')}`);
    stage.discord.clock.advance(2 * HOUR);
    const now = (message: Message) => stage.discord.message(message.id);
    await until(() => /closed/.test(textOf(now(question))) && /closed/.test(textOf(now(multi))));
    const closed = await screens.see(now(question) ?? question, 'closed');
    await press(closed, 'Reasoning for every option');
    const list = await run('/history');
    await select(list, 'history:', valuesOf(list, 'history:')[0] ?? '');
    expectAll(8);
  });

  it('is a private round to its result', async () => {
    const { run, press, see } = walk();
    let question = await run('/quiz private:True count:5');
    const feedback = await see('feedback', answerFirst(stage.ada, question));
    question = await press(feedback, 'Next');
    // Those in between are alike.
    for (let index = 2; index < 5; index += 1) {
      const { id } = await shown(answerFirst(stage.ada, question));
      question = await shown(stage.ada.press(id, { label: 'Next' }));
    }
    const last = await see('the last feedback', answerFirst(stage.ada, question));
    await press(last, 'Result');
    expectAll(5);
  });

  it('is a mock exam from its beginning to the history', async () => {
    const { run, press } = walk();
    let exam = await press(await run('/exam start size:half'), 'Begin');
    exam = await press(exam, '⚑ Flag');
    exam = await screens.see(await shown(useFirst(exam, /:picks?:/)), 'answered');
    exam = await press(exam, 'Next ▶');
    exam = await press(exam, 'Overview');
    exam = await press(exam, 'Only flagged');
    exam = await press(exam, 'Submit');
    const result = await press(exam, 'Submit now');
    const review = await press(await press(result, 'All questions'), 'Next ▶');
    await press(await press(review, 'Back to the result'), 'Share a summary');
    await run('/exam history');
    await run('/exam result passed:True');
    expectAll(12);
  });

  it('is lessons, concepts and cards', async () => {
    const { run, press, select } = walk();
    await run('/lesson');
    let page = await run('/lesson lesson:1.1');
    while (/Next page/.test(textOf(page))) page = await press(page, 'Next page ▶');
    await press(page, '✓ Done');
    await press(page, 'All lessons');
    await run('/concept name:Lambda');
    const decks = await run('/flashcards');
    const card = await select(decks, 'deck:', valuesOf(decks, 'deck:')[0] ?? '');
    await press(card, 'Show');
    expectAll(10);
  });

  it('is a card of the review, its back, and its grade', async () => {
    const { run, see } = walk();
    stage.discord.clock.advance(25 * HOUR);
    const front = await run('/review');
    const back = await see('back', useFirst(front));
    await see('graded', useFirst(back));
    expectAll(3);
  });

  it('is where one stands and what comes next', async () => {
    const { run, press } = walk();
    for (const command of [
      '/streak',
      '/leaderboard window:all',
      '/leaderboard metric:streak',
      '/progress',
      '/next',
    ])
      await run(command);
    await press(await run('/diagnose'), 'Begin');
    const date = new Date(stage.discord.clock.now() + 42 * 24 * HOUR).toISOString().slice(0, 10);
    const plan = await run(`/plan exam-date:${date}`);
    await press(plan, 'All weeks');
    await press(await run('/plan'), 'The day of the exam');
    await press(await run('/plan'), 'To build');
    expectAll(12);
  });

  it('is what is set and kept', async () => {
    const { run } = walk();
    for (const command of [
      '/settings show',
      '/settings reminders on:True',
      '/privacy show',
      '/privacy delete',
    ])
      await run(command);
    expectAll(4);
  });

  it('is what a server writes itself, what is reported of it, and the ticket', async () => {
    const { run, press, see, select } = walk();
    const form = await stage.ada.command(stage.general, '/question add pack:Sailing');
    const fields = { stem: 'Which knot holds under load?', options: 'Bowline\nGranny knot' };
    const draft = await see('a draft', stage.ada.submit(form, fields));
    const keys = await stage.ada.press(draft.id, idOf(draft, 'qkey'));
    const given = { key: ['0'], reasons: 'It does not jam.', takeaway: 'A loop that holds.', references: '' };
    const ready = await see('ready', stage.ada.submit(keys, given));
    await press(ready, 'Save');
    await run('/question list');
    await run('/question preview question:own-1/q-1');
    const asked = await run('/quiz topic:own-1 private:True');
    const feedback = await see('feedback', answerFirst(stage.ada, asked));
    const report = await stage.ada.press(feedback.id, { label: 'Report' });
    const what = Object.fromEntries(
      customIdsOf({ components: report.modal?.components } as Message).map((id) => [
        id,
        'Both hold: see the book.',
      ]),
    );
    const [kind = ''] = Object.keys(what);
    await see('reported', stage.ada.submit(report, { ...what, [kind]: ['unclear'] }));
    const queue = await run('/review-queue');
    const ticket = await select(queue, 'ticketlook', valuesOf(queue, 'ticketlook')[0] ?? '');
    await press(ticket, 'Change key');
    expectAll(10);
  });

  it('has loaded nothing from elsewhere, and no script failed', () => {
    expect([...visited.faults, ...visited.foreign]).toEqual([]);
  });
});
