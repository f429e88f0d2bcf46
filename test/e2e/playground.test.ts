// A whole evening in the playground, in a real browser: the program is the one `npm start` runs.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actAs,
  findBarriers,
  hasBrowser,
  openChannel,
  read,
  runCommand,
  shoot,
  startBrowser,
  type Visit,
  visit,
} from '../support/browser.ts';
import { until } from '../support/cohort.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { boxOf } from '../support/looking.ts';
import { type Playground, startPlayground } from '../support/playground.ts';
import { chooseLetters, lettersOf, moveClock, readPack, topicOf } from '../support/playing.ts';

const messages = (page: Page) => page.locator('.message');
const privateMessages = (page: Page) => page.locator('.message.private');
const newest = (list: Locator) => list.last();

/** Answers the newest question by these letters; resolves with the points which the feedback tells of. */
async function answer(page: Page, letters: readonly string[]): Promise<number> {
  const before = await privateMessages(page).count();
  const question = newest(messages(page).filter({ hasText: /Select (ONE|TWO|THREE)/ }));
  await chooseLetters(question, letters);
  await until(async () => (await privateMessages(page).count()) > before);
  const feedback = await read(newest(privateMessages(page)));
  expect(feedback).toMatch(/Right!|Not right/);
  return Number(/\+(\d+) points?/.exec(feedback)?.[1] ?? 0);
}

/** Three hours from now, so that an hour more does not reach it. */
function inThreeHours(): string {
  return new Date(Date.now() + 3 * 3_600_000).toISOString().slice(11, 16);
}

describe.skipIf(!hasBrowser())('an evening in the playground', () => {
  let database: TestDatabase;
  let playground: Playground;
  let browser: Browser;
  let visited: Visit;
  /** Grace knows every answer, Linus none. */
  const points = { Grace: 0, Linus: 0 };

  beforeAll(async () => {
    database = await createTestDatabase();
    playground = await startPlayground(database.url);
    browser = await startBrowser();
    visited = await visit(browser, playground.url, { colorScheme: 'dark' });
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await database?.drop();
  });

  it('greets a stranger with what to do first', async () => {
    const { page } = visited;
    await expect.poll(() => read(page.locator('.online'))).toBe('Cohort is online');
    expect(await read(page.locator('.steps'))).toContain('/quiz');
    expect(await read(page.locator('.steps'))).toContain('/setup server');
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'first-sight-dark');
  });

  it('lets Ada, an admin, set up the server and the daily question; Linus may not', async () => {
    const { page } = visited;
    await runCommand(page, '/setup server');
    await newest(privateMessages(page)).getByText('Set up Cohort').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'setup-dark');
    await openChannel(page, 'daily');
    await runCommand(page, `/daily set time:${inThreeHours()}`);
    expect(await read(newest(privateMessages(page)))).toContain('Question of the day set');
    await actAs(page, 'Linus');
    expect(await messages(page).count()).toBe(0);
    await page.getByRole('combobox', { name: /^Message/ }).fill('/');
    const offered = await page.getByRole('option').allInnerTexts();
    expect(offered.some((text) => text.startsWith('/quiz'))).toBe(true);
    expect(offered.filter((text) => text.startsWith('/daily set'))).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'private-staff' }).count()).toBe(0);
  });

  it('asks a question to all; each member answers by button and reads their own feedback only', async () => {
    const { page } = visited;
    await actAs(page, 'Ada');
    await openChannel(page, 'quiz');
    await runCommand(page, `/quiz topic:${await topicOf('single')}`);
    await newest(messages(page)).getByText('Select ONE').last().waitFor();
    const letters = await lettersOf(database.db, await readPack());
    for (const name of ['Grace', 'Linus'] as const) {
      await actAs(page, name);
      expect(await privateMessages(page).count()).toBe(0);
      points[name] += await answer(page, name === 'Grace' ? letters.right : letters.wrong);
      expect(await privateMessages(page).count()).toBe(1);
      expect(await read(newest(privateMessages(page)))).toContain(`Only you (${name}) can see this`);
    }
    // Long feedback is shown from its beginning, whatever is drawn anew meanwhile.
    const verdict = newest(privateMessages(page)).getByRole('heading').first();
    const { y } = await boxOf(verdict);
    expect(y).toBeGreaterThan(100);
    expect(y).toBeLessThan(700);
    await shoot(page, 'feedback-dark');
    await actAs(page, 'Margaret');
    expect(await privateMessages(page).count()).toBe(0);
    await page.getByText('2 answered').first().waitFor();
  });

  it('reloads in the middle: same member, same channel, same private feedback', async () => {
    const { page } = visited;
    await actAs(page, 'Grace');
    await page.reload();
    await page.locator('.app').waitFor();
    expect(await read(page.locator('.place-title'))).toContain('quiz');
    await newest(privateMessages(page)).getByText('Only you (Grace) can see this').waitFor();
    await privateMessages(page).getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => privateMessages(page).count()).toBe(0);
  });

  it('closes the question when the clock is moved on by an hour, and reveals the key to all', async () => {
    const { page } = visited;
    await moveClock(page, /An hour later/);
    await newest(messages(page).filter({ hasText: 'closed' })).waitFor();
    const revealed = await read(newest(messages(page).filter({ hasText: 'closed' })));
    expect(revealed).toMatch(/✅ right · 1 of 2/);
    expect(revealed).toContain('@Grace');
    expect(await read(page.locator('.clock-moved'))).toBe('+1 h');
    await shoot(page, 'reveal-dark');
  });

  it('takes several picks from a menu, with a confirmation', async () => {
    const { page } = visited;
    await actAs(page, 'Ada');
    await runCommand(page, `/quiz topic:${await topicOf('multi')}`);
    await newest(messages(page)).locator('.menu').waitFor();
    await newest(messages(page)).locator('.menu').click();
    expect(await page.getByRole('button', { name: 'Confirm' }).isDisabled()).toBe(true);
    await page.getByRole('option').first().click();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'menu-dark');
    await page.keyboard.press('Escape');
    const letters = await lettersOf(database.db, await readPack());
    for (const name of ['Grace', 'Linus'] as const) {
      await actAs(page, name);
      points[name] += await answer(page, name === 'Grace' ? letters.right : letters.wrong);
    }
  });

  it('opens the report form over the page, and keeps the focus in it', async () => {
    const { page } = visited;
    await newest(privateMessages(page)).getByRole('button', { name: 'Report' }).click();
    const form = page.getByRole('dialog', { name: /Report question/ });
    await form.waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'form-dark');
    await form.getByRole('button', { name: 'Submit' }).click();
    await form
      .getByRole('alert')
      .getByText(/takes 1 choice|required/)
      .waitFor();
    await form.getByRole('combobox').selectOption({ label: 'It is outdated' });
    await form.getByRole('textbox').fill('The service was renamed.');
    await form.getByRole('button', { name: 'Submit' }).click();
    await newest(privateMessages(page)).getByText('your report is saved').waitFor();
  });

  it('moves to the next daily post, which is then there for everybody', async () => {
    const { page } = visited;
    await openChannel(page, 'daily');
    await moveClock(page, /The next daily post/);
    await messages(page).getByText('Question of the day').first().waitFor();
    const letters = await lettersOf(database.db, await readPack());
    for (const name of ['Grace', 'Linus'] as const) {
      await actAs(page, name);
      points[name] += await answer(page, name === 'Grace' ? letters.right : letters.wrong);
    }
    await shoot(page, 'daily-dark');
  });

  it('has a leaderboard with exactly the points that the feedback told of', async () => {
    const { page } = visited;
    await openChannel(page, 'general');
    await runCommand(page, '/leaderboard window:all');
    await newest(messages(page))
      .getByRole('heading', { name: /Leaderboard/ })
      .waitFor();
    const board = await read(newest(messages(page)));
    expect(points.Grace).toBeGreaterThan(2);
    expect(points.Linus).toBe(0);
    for (const [name, expected] of Object.entries(points)) {
      expect(board).toMatch(new RegExp(`@${name} – ${expected} points?,`));
    }
    await shoot(page, 'leaderboard-dark');
  });

  it.each([
    ['phone', 'light', 390],
    ['phone', 'dark', 390],
  ] as const)('has no barriers on a %s in %s', async (device, colorScheme, width) => {
    await actAs(visited.page, 'Grace');
    await openChannel(visited.page, 'quiz');
    const options = { colorScheme, viewport: { width, height: 800 } };
    const { page, faults, foreign } = await visit(browser, visited.page.url(), options);
    await newest(privateMessages(page)).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await shoot(page, `quiz-${device}-${colorScheme}`);
    await page.getByRole('button', { name: /Time travel/ }).click();
    await page.getByRole('button', { name: /The next daily post.*in \d+/ }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, `time-${device}-${colorScheme}`);
    await page.context().close();
    expect([...faults, ...foreign]).toEqual([]);
  });

  it('lives through a day in a second or two: the daily question comes, and nothing counts as an outage', async () => {
    const { page } = visited;
    await openChannel(page, 'daily');
    const before = await messages(page).filter({ hasText: 'Question of the day ·' }).count();
    await moveClock(page, /Tomorrow, same time/);
    await page
      .getByText(/It is now/)
      .first()
      .waitFor();
    await expect
      .poll(() => messages(page).filter({ hasText: 'Question of the day ·' }).count())
      .toBe(before + 1);
    expect(playground.output()).not.toContain('was away');
  });

  it('keeps the moved clock over a restart of everything', async () => {
    const before = Number((await playground.control('/local/view')).now);
    await playground.restart();
    await visited.page.getByText('The playground does not answer').first().waitFor();
    const after = await playground.control('/local/view');
    expect(Number(after.now)).toBeGreaterThan(before);
    expect(Number(after.now) - Date.now()).toBeGreaterThan(3_599_000);
  });

  it('has loaded nothing from elsewhere, and no script failed', () => {
    expect(visited.foreign).toEqual([]);
    expect(visited.faults.filter((fault) => !fault.includes('ERR_'))).toEqual([]);
  });
});
