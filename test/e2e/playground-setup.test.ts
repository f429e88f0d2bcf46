// From the hello to the first question of the day in a real browser, with every press counted.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actAs,
  findBarriers,
  hasBrowser,
  openChannel,
  read,
  shoot,
  startBrowser,
  type Visit,
  visit,
} from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Playground, startPlayground } from '../support/playground.ts';
import { moveClock } from '../support/playing.ts';

/** From an invitation to the first scheduled post in under a minute: more presses than these take longer. */
const MOST_PRESSES = 8;

const messages = (page: Page) => page.locator('.message');
const privateMessages = (page: Page) => page.locator('.message.private');
const hello = (page: Page) => messages(page).filter({ hasText: 'Hello, I am Cohort' });
const checklist = (page: Page) => privateMessages(page).filter({ hasText: 'Set up Cohort' }).last();

/** At once: whatever waits for an element to stand still may find it drawn anew. */
const bringIntoView = (what: Locator) =>
  what.evaluate((element) => element.scrollIntoView({ block: 'center' }));

describe.skipIf(!hasBrowser())('a new server, in the playground', () => {
  let database: TestDatabase;
  let playground: Playground;
  let browser: Browser;
  let visited: Visit;

  beforeAll(async () => {
    database = await createTestDatabase();
    playground = await startPlayground(database.url);
    browser = await startBrowser();
    visited = await visit(browser, playground.url, { viewport: { width: 1280, height: 900 } });
    await openChannel(visited.page, 'general');
    await hello(visited.page).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await database?.drop();
  });

  it('is greeted once, in the channel where Discord greets', async () => {
    const { page } = visited;
    expect(await hello(page).count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'hello-1280');
  });

  it('lets everybody try a question, and tells who may not set up who can', async () => {
    const { page } = visited;
    await actAs(page, 'Grace');
    await hello(page).getByRole('button', { name: 'Try a question' }).click();
    await privateMessages(page)
      .getByText(/Select (ONE|TWO|THREE)/)
      .first()
      .waitFor();
    await hello(page).getByRole('button', { name: 'Set up' }).click();
    await privateMessages(page).getByText('Setting me up takes').waitFor();
    expect(await read(privateMessages(page).last())).toContain('@Ada');
    await shoot(page, 'hello-refused-1280');
  });

  it(`comes from the hello to its first scheduled question in ${MOST_PRESSES} presses at most`, async () => {
    const { page } = visited;
    let presses = 0;
    const press = async (what: Locator) => {
      await what.click();
      presses += 1;
    };
    await actAs(page, 'Ada');
    await press(hello(page).getByRole('button', { name: 'Set up' }));
    await checklist(page).getByText('Nobody has chosen a time zone yet').waitFor();
    await shoot(page, 'checklist-zone-1280');
    await press(checklist(page).locator('.menu').filter({ hasText: 'Choose the time zone' }));
    await shoot(page, 'checklist-zones-1280');
    await press(page.getByRole('option', { name: /Europe\/Berlin/ }));
    await checklist(page).getByText('Choose a channel, and it starts: 09:00 (Europe/Berlin)').waitFor();
    await press(checklist(page).locator('.menu').filter({ hasText: 'Channel for the question of the day' }));
    await press(page.getByRole('option', { name: /daily/ }));
    await checklist(page).getByText('Everything is set.').waitFor();
    expect(presses).toBeLessThanOrEqual(MOST_PRESSES);
    expect(await read(checklist(page))).toMatch(/Running\. Next: .* 09:00|Running\. Next: .* 08:00/);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'checklist-done-1280');
  });

  it('sends a test post in one click', async () => {
    const { page } = visited;
    await checklist(page).getByRole('button', { name: 'Test post' }).click();
    await checklist(page).getByText('A test question is on its way').waitFor();
    await openChannel(page, 'daily');
    await messages(page).getByText('Test post').first().waitFor();
  });

  it('is posted when its time has come', async () => {
    const { page } = visited;
    await moveClock(page, /The next daily post/);
    await messages(page).filter({ hasText: 'Question of the day ·' }).first().waitFor();
    await shoot(page, 'checklist-first-daily-1280');
  });

  it('shows who changed what in words', async () => {
    const { page } = visited;
    await openChannel(page, 'general');
    await checklist(page).getByRole('button', { name: 'Last changes' }).click();
    await checklist(page).getByText('time zone: Europe/Berlin').waitFor();
    await shoot(page, 'checklist-log-1280');
  });

  it('fits a phone, whichever line is open', async () => {
    const { page, faults, foreign } = await visit(browser, visited.page.url(), {
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
      hasTouch: true,
    });
    await checklist(page).waitFor();
    await bringIntoView(hello(page));
    await shoot(page, 'hello-390');
    const lines = ['exam', 'place', 'daily', 'winners', 'reviewers', 'digest'];
    const change = checklist(page).getByRole('button', { name: 'Change', exact: true });
    for (const [index, line] of lines.entries()) {
      await change.nth(index).click();
      await checklist(page).getByRole('button', { name: 'Close', exact: true }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
      expect(await findBarriers(page)).toEqual([]);
      await bringIntoView(checklist(page).getByRole('button', { name: 'Close', exact: true }));
      await shoot(page, `checklist-${line}-390`);
      await checklist(page).getByRole('button', { name: 'Close', exact: true }).click();
      await checklist(page)
        .getByRole('button', { name: 'Close', exact: true })
        .waitFor({ state: 'detached' });
    }
    await page.context().close();
    expect([...faults, ...foreign]).toEqual([]);
  });
});
