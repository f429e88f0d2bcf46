// The playground's page as people use it who have no mouse, listen to it, see it in colours of their own, or want nothing
// to move.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shown } from '../support/answering.ts';
import {
  findBarriers,
  hasBrowser,
  openChannel,
  runCommand,
  shoot,
  startBrowser,
  type Visit,
  visit,
} from '../support/browser.ts';
import { type Stage, startStage } from '../support/cohort.ts';
import { topicOf } from '../support/playing.ts';

/** Notes everything that is told in a live region of the page. */
const LISTEN = `
  globalThis.told = [];
  globalThis.ears?.disconnect();
  globalThis.ears = new MutationObserver((changes) => {
    for (const { target } of changes) if (target.textContent) told.push(target.textContent);
  });
  for (const region of document.querySelectorAll('main [role="status"], main [role="alert"]'))
    ears.observe(region, { childList: true });
`;
/** Counts what moves, from the first moment of each movement. */
const WATCH_MOTION = `
  globalThis.moved = new Set();
  const look = () => {
    for (const each of document.getAnimations()) moved.add(each.animationName ?? each.transitionProperty);
    requestAnimationFrame(look);
  };
  look();
`;

describe.skipIf(!hasBrowser())('the page', () => {
  let stage: Stage;
  let browser: Browser;
  let visited: Visit;

  const open = (place: string, options = {}) => visit(browser, `${stage.discord.url}/#${place}`, options);
  const told = (page: Page) => page.evaluate('told') as Promise<string[]>;
  const focused = (page: Page) => page.evaluate('document.activeElement.textContent') as Promise<string>;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startStage({ speaks: 'languages', page: true }), startBrowser()]);
    visited = await open('ada/general', { colorScheme: 'light', reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  it('is used by keyboard: the focus stays with what was pressed, or with what came in its place', async () => {
    const { page } = visited;
    await openChannel(page, 'daily');
    await runCommand(page, `/quiz topic:${await topicOf('single')} count:5 private:True`);
    const question = page.locator('.message.private').last();
    await question.getByText('Question 1 of 5').waitFor();
    const first = question.locator('.row .button').first();
    // From writing backwards, as somebody who has just sent the command does.
    const wanted = await first.textContent();
    for (let presses = 0; (await focused(page)) !== wanted && presses < 40; presses += 1)
      await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe(wanted);
    await page.evaluate(LISTEN);
    await page.keyboard.press('Enter');
    await page
      .locator('.message')
      .getByText(/Right!|Not right/)
      .first()
      .waitFor();
    expect(await page.evaluate(`document.activeElement.closest('.message') !== null`)).toBe(true);
    // On to the next question, still without a mouse.
    await page.locator('.message.private').last().getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.message').getByText('Question 2 of 5').waitFor();
    expect(await page.evaluate(`document.activeElement.matches('.message *, .composer input')`)).toBe(true);
    await page
      .locator('.message.private')
      .last()
      .getByRole('button', { name: /^Dismiss/ })
      .focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(`document.activeElement.matches('.composer input')`)).toBe(true);
  });

  it('tells of a new question and of its feedback once, in their own language', async () => {
    await stage.ada.command(stage.general, '/settings language to:Deutsch');
    stage.discord.setLocale(stage.ids.grace, 'de');
    const { page } = await open('grace/general', { reducedMotion: 'reduce' });
    await page.locator('.app').waitFor();
    await page.evaluate(LISTEN);
    const question = await shown(
      stage.linus.command(stage.general, `/quiz topic:${await topicOf('single')}`),
    );
    await expect.poll(() => told(page)).toHaveLength(1);
    expect((await told(page))[0]).toMatch(/^Cohort: /);
    const element = page.locator(`[data-id="${question.id}"]`);
    expect(await element.locator('.container').getAttribute('lang')).toBeNull();
    await element.getByRole('button', { name: 'A', exact: true }).click();
    const feedback = page.locator('.message.private').last();
    await feedback.getByText(/Richtig!|Nicht richtig/).waitFor();
    // Longer than the tally below the question takes to follow: that is no news.
    await page.waitForTimeout(600);
    const all = await told(page);
    expect(all).toHaveLength(2);
    expect(all[1]).toMatch(/Richtig!|Nicht richtig/);
    expect(await feedback.locator('.container').getAttribute('lang')).toBe('de');
    expect(await page.locator('main [role="status"] [lang="de"]').count()).toBe(1);
    await page.getByRole('combobox', { name: /^Message/ }).fill('/frage');
    expect(await page.getByRole('option').first().getAttribute('lang')).toBe('de');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.context().close();
  });

  it('tells of what failed once, however often the message is drawn', async () => {
    const { page } = visited;
    await openChannel(page, 'daily');
    await runCommand(page, '/diagnose');
    const begin = page.locator('.message.private').last().getByRole('button', { name: 'Los' });
    await begin.waitFor();
    await page.evaluate(LISTEN);
    stage.discord.fail(({ route }) => route.includes('/callback'), { status: 400, times: 9 });
    await begin.click();
    await page.locator('.message .fault').waitFor();
    // Drawn anew.
    stage.discord.clock.advance(1_000);
    await page.waitForTimeout(300);
    expect((await told(page)).filter((text) => /failed|respond/.test(text))).toHaveLength(1);
  });

  it.each(['no-preference', 'reduce'] as const)(
    'moves as the system wants it (%s)',
    async (reducedMotion) => {
      const { page } = await open('linus/general', { reducedMotion, viewport: { width: 390, height: 844 } });
      await page.evaluate(WATCH_MOTION);
      await page.getByRole('button', { name: 'Channels', exact: true }).click();
      await page.keyboard.press('Escape');
      await runCommand(page, '/streak');
      await page.locator('.message.private').last().waitFor();
      await page.locator('.log').evaluate((log) => log.scrollTo(0, 0));
      await page.evaluate(`document.querySelector('.toast').classList.add('shown')`);
      await page.waitForTimeout(250);
      const moved = (await page.evaluate('[...moved]')) as string[];
      if (reducedMotion === 'reduce') expect(moved).toEqual([]);
      else expect(moved).not.toEqual([]);
      const smooth = `[...document.querySelectorAll('*')].some((each) => getComputedStyle(each).scrollBehavior === 'smooth')`;
      expect(await page.evaluate(smooth)).toBe(false);
      await page.context().close();
    },
  );

  it('says by edges what it says by grounds, where colours are the system’s', async () => {
    const { page } = await open('ada/general', { forcedColors: 'active', reducedMotion: 'reduce' });
    await page.locator('.message .row .button').last().waitFor();
    const edgeOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const style = element.computedStyleMap();
          const [border, outline] = ['border-top', 'outline'].map((edge) => [
            style.get(`${edge}-style`)?.toString(),
            style.get(`${edge}-width`)?.toString(),
            style.get(`${edge}-color`)?.toString(),
          ]);
          return `${border} / ${outline}`;
        });
    expect(await edgeOf('.member[aria-checked="true"]')).not.toBe(
      await edgeOf('.member[aria-checked="false"]'),
    );
    expect(await edgeOf('.channel[aria-current]')).not.toBe(await edgeOf('.channel:not([aria-current])'));
    expect(await edgeOf('.message .row .button')).toMatch(/^solid,1px/);
    await page.getByRole('button', { name: /Language of Ada/ }).click();
    const ticks = page.locator('[role="option"] .tick .icon');
    await expect.poll(() => ticks.filter({ visible: true }).count()).toBe(1);
    expect(await edgeOf('.option.active')).not.toBe(await edgeOf('.option:not(.active)'));
    await shoot(page, 'forced-colors');
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });

  it('keeps its promises of contrast where more is asked for', async () => {
    const { page } = await open('ada/general', { contrast: 'more', reducedMotion: 'reduce' });
    await page.locator('.message .row .button').last().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'more-contrast');
    await page.context().close();
  });

  it('has loaded nothing from elsewhere, and no script failed', () => {
    expect(visited.foreign).toEqual([]);
    expect(visited.faults).toEqual([]);
  });
});
