// The first week of a course and a mock exam, as Ada walks through them in the playground's page by moving its clock;
// every screen on the way is looked at on a desktop and on a phone.
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pack, Question } from '#content/pack.ts';
import {
  hasBrowser,
  openChannel,
  read,
  runCommand,
  startBrowser,
  type Visit,
  visit,
} from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { look, screenWith } from '../support/looking.ts';
import { type Playground, startPlayground } from '../support/playground.ts';
import { chooseLetters, keyOn, lettersOf, moveClock, readPack } from '../support/playing.ts';

const DAY_MS = 86_400_000;
const TOMORROW = /Tomorrow, same time/;
const HOUR = /An hour later/;

describe.skipIf(!hasBrowser())('a course by time travel', () => {
  let database: TestDatabase;
  let playground: Playground;
  let browser: Browser;
  let visited: Visit;
  let pack: Pack;
  /** What she answered wrong. */
  let mistaken: Question | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    [playground, browser, pack] = await Promise.all([
      startPlayground(database.url),
      startBrowser(),
      readPack(),
    ]);
    visited = await visit(browser, `${playground.url}#ada/general`, { colorScheme: 'dark' });
    await openChannel(visited.page, 'general');
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await database?.drop();
  });

  async function run(text: string, promised: RegExp): Promise<Locator> {
    await runCommand(visited.page, text);
    return screenWith(visited.page, promised);
  }

  /** The newest that there is of this name, as a person would look for it. */
  async function press(label: string | RegExp, promised: RegExp): Promise<Locator> {
    const { page } = visited;
    const named = page.locator('.message.private').getByRole('button', { name: label, exact: true });
    await named.last().click();
    return screenWith(page, promised);
  }

  async function answer(question: Locator, how: 'right' | 'wrong', promised: RegExp): Promise<Locator> {
    const letters = await lettersOf(database.db, pack);
    if (how === 'wrong') mistaken = letters.question;
    await chooseLetters(question, letters[how]);
    return screenWith(visited.page, promised);
  }

  it('begins with a plan to a date six weeks ahead', async () => {
    const date = new Date(Date.now() + 42 * DAY_MS).toISOString().slice(0, 10);
    const plan = await run(`/plan exam-date:${date}`, /Study plan: /);
    expect(await read(plan)).toMatch(/Week 1 of 6 · 42 days to go[\s\S]*□ 1\.1 [\s\S]*□ Questions: 0 of \d+/);
    await look(plan, 'plan');
    await look(await press('All weeks', /Week 6:/), 'all-weeks');
    await press('Back to the plan', /This week:/);
  });

  it('leads by /next to the first lesson, through all its pages', async () => {
    const step = await run('/next', /Lesson 1\.1 /);
    expect(await read(step)).toContain('about 30 minutes');
    await look(step, 'next');
    let page = await press('Read it', /page 1 of \d/);
    const [, pages = '0'] = /page 1 of (\d+)/.exec(await read(page)) ?? [];
    const headings = new Set<string>();
    for (let index = 1; index <= Number(pages); index += 1) {
      if (index > 1) page = await press('Next page ▶', new RegExp(`page ${index} of ${pages}`));
      headings.add(await read(page.getByRole('heading').first()));
      await look(page, `lesson-${index}`);
    }
    expect([...headings].map((heading) => heading.replace(/ \(.*/, ''))).toEqual(
      expect.arrayContaining(['The problem', 'How it works', 'Which one when', 'Two traps', 'In five lines']),
    );
  });

  it('asks five questions about it, for her alone, and says how it went', async () => {
    let question = await press('Mini-quiz: 5', /Question 1 of 5, only for you/);
    await look(question, 'question');
    const feedback = await answer(question, 'wrong', /Not right/);
    expect(await read(feedback)).toMatch(/Remember:[\s\S]*It comes again tomorrow in your \/review/);
    await look(feedback, 'feedback');
    for (let index = 2; index <= 5; index += 1) {
      question = await press('Next', new RegExp(`Question ${index} of 5`));
      await answer(question, 'right', /Right!/);
    }
    const result = await press('Result', /Round finished: 4 of 5 right/);
    expect(await read(result)).toContain('/next says what else is worth doing now');
    await look(result, 'quiz-result');
  });

  it('turns its flashcards over, and notes that the lesson is done', async () => {
    await look(await press(/^\d+ flashcards$/, /1 of \d+/), 'card');
    await look(await press('Show', /Again/), 'card-back');
    await press('Good', /The card before comes back/);
    await look(await press('✓ Done', /Not done after all/), 'lesson-done');
    const plan = await run('/plan', /✅ 1\.1 .* done/);
    expect(await read(plan)).toMatch(/Questions: 5 of \d+/);
    await look(plan, 'plan-ticked');
  });

  it('brings back on the next day what was wrong, once, until nothing is due', async () => {
    await moveClock(visited.page, TOMORROW);
    const step = await run('/next', /Review 1 card/);
    expect(await read(step)).toContain('It is due today');
    await look(step, 'next-review');
    let card = await run('/review', /Review ·/);
    await look(card, 'review');
    // The question that was wrong and the flashcard, in whichever order they come.
    for (let turn = 0; turn < 5 && !/Nothing is due/.test(await read(card)); turn += 1) {
      card = (await card.getByRole('button', { name: 'Show' }).isVisible())
        ? await reviewFlashcard()
        : await reviewQuestion(card);
    }
    await look(await screenWith(visited.page, /Nothing is due/), 'review-done');
    expect(await read(await run('/plan', /Reviews: [1-9]/))).toMatch(/Reviews: \d+ of \d+/);
  });

  async function reviewFlashcard(): Promise<Locator> {
    await press('Show', /Again/);
    return press('Good', /Comes again/);
  }

  async function reviewQuestion(question: Locator): Promise<Locator> {
    // Its options stand in another order than when it was asked.
    if (!mistaken) throw new Error('nothing was answered wrong');
    await chooseLetters(question, keyOn(await read(question), mistaken));
    await look(await screenWith(visited.page, /How sure are you\?/), 'review-sure');
    await look(await press('Sure', /Comes again/), 'review-graded');
    return press('Next card', /Nothing is due|more today|the last one for today/);
  }

  it('goes on day by day, and has the next week begin', async () => {
    const { page } = visited;
    for (let day = 2; day <= 7; day += 1) await moveClock(page, TOMORROW);
    const plan = await run('/plan', /Week 2 of 6 · 35 days to go/);
    expect(await read(plan)).not.toContain('1.1 ');
    expect(await read(plan)).toContain('□ 1.2 ');
    await look(plan, 'plan-second-week');
  });

  it('sits half a mock exam, whose time runs out', async () => {
    const { page } = visited;
    await look(await run('/exam start size:half', /The clock starts with Begin/), 'exam-ahead');
    const first = await press('Begin', /Question 1 of 33/);
    await look(first, 'exam-question');
    await press('⚑ Flag', /⚑ flagged/);
    await look(await press('Overview', /0 of 33 answered[\s\S]*33 open, 1 flagged/), 'exam-overview');
    await moveClock(page, HOUR);
    await moveClock(page, HOUR);
    const result = await press(/Back to question 1|Submit/, /Time was up: it was submitted as it stood/);
    expect(await read(result)).toMatch(/0 of 33 right[\s\S]*Estimated score[\s\S]*By domain/);
    await look(result, 'exam-result');
    await look(await press('Missed (33)', /1 of 33/), 'exam-missed');
    await look(await run('/exam history', /Your mock exams/), 'exam-history');
  });

  it('has loaded nothing from elsewhere, no script failed, and the bot was never away', () => {
    expect([...visited.faults, ...visited.foreign]).toEqual([]);
    expect(playground.output()).not.toContain('was away');
  });
});
