// The playground's own parts, and the bot's screens for newcomers, by all rules of axe-core: none has a violation of any
// weight.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '#local-discord/server.ts';
import { shown } from '../support/answering.ts';
import { hasBrowser, runCommand, startBrowser, type Visit, visit } from '../support/browser.ts';
import { type Stage, startStage, until } from '../support/cohort.ts';
import { topicOf } from '../support/playing.ts';
import { lookAt } from '../support/screens.ts';

describe.skipIf(!hasBrowser())('the page', () => {
  let stage: Stage;
  let browser: Browser;
  let visited: Visit;

  const open = (place: string, options = {}) => visit(browser, `${stage.discord.url}/#${place}`, options);

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startStage({ speaks: 'languages', page: true }), startBrowser()]);
    visited = await open('ada/general', { colorScheme: 'light', reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  it('has no barrier in any of its own parts', async () => {
    const { page } = visited;
    const screens = lookAt(page);
    await screens.seePage('at first');
    await page.getByRole('button', { name: 'Inspector', exact: true }).click();
    await page.locator('.requests summary').first().click();
    await screens.seePage('inspector');
    await page.getByRole('button', { name: 'Close the inspector' }).click();
    await page.getByRole('button', { name: /Time travel/ }).click();
    await screens.seePage('time travel');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Language of Ada/ }).click();
    await screens.seePage('languages');
    await page.keyboard.press('Escape');
    const input = page.getByRole('combobox', { name: /^Message/ });
    const cancel = () => page.getByRole('button', { name: 'Cancel the command' }).click();
    await input.fill('/');
    await screens.seePage('commands');
    await input.fill('/quiz topic:lambda');
    await page.getByRole('option').first().waitFor();
    await screens.seePage('completions');
    await cancel();
    await input.fill('/question import ');
    await page.locator('.command-line').waitFor();
    await page.getByRole('option').first().click();
    await screens.seePage('a file to be attached');
    await cancel();
    await runCommand(page, '/question add pack:Sailing');
    await page.getByRole('dialog').waitFor();
    await screens.seePage('a form');
    await page.keyboard.press('Escape');
    await input.fill('Hello');
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /^Apps for this message/ })
      .last()
      .focus();
    await page.keyboard.press('Enter');
    await screens.seePage('apps');
    await page.keyboard.press('Escape');
    const multi = await shown(stage.ada.command(stage.general, `/quiz topic:${await topicOf('multi')}`));
    await page.locator(`[data-id="${multi.id}"] .menu`).click();
    await screens.seePage('a menu of several');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Install/ }).click();
    await page.locator('.toast.shown').waitFor();
    await screens.seePage('a toast');
    await input.fill('/nothing');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('no such command').waitFor();
    await screens.seePage('a complaint');
    await input.fill('');
    const { found, seen } = screens.take();
    expect(found).toEqual([]);
    expect(seen).toBe(12);
  });

  it('is the hello to a new server', async () => {
    const { id } = stage.discord.createGuild({ name: 'New here', ownerName: 'Nora' });
    const lobby = stage.discord.createChannel(id, { name: 'lobby-of-nora' });
    stage.discord.setSystemChannel(id, lobby.id);
    stage.discord.createMember(id, { userId: stage.ids.ada });
    await until(() => stage.discord.messages(lobby.id).length > 0, 15_000);
    const { page } = await open('ada/lobby-of-nora', { reducedMotion: 'reduce' });
    const screens = lookAt(page);
    // safe: waited for above
    await screens.see(stage.discord.messages(lobby.id)[0] as Message, 'hello');
    expect(screens.take().found).toEqual([]);
    await page.context().close();
  });

  it('is what somebody in no server with the bot is asked first', async () => {
    const foreign = stage.discord.createGuild({ name: 'Elsewhere', ownerName: 'Annie', bot: false });
    stage.discord.createChannel(foreign.id, { name: 'far' });
    stage.discord.installForUser(foreign.ownerId);
    const { id } = stage.discord.directChannel(foreign.ownerId);
    const annie = await visit(browser, `${stage.discord.url}/#annie/${id}`, { reducedMotion: 'reduce' });
    const asked = await shown(stage.discord.as(foreign.ownerId).command(id, '/quiz'));
    const own = lookAt(annie.page);
    await own.see(asked, 'newcomer');
    await own.seePage('direct messages');
    expect(own.take().found).toEqual([]);
    await annie.page.context().close();
  });

  it('has loaded nothing from elsewhere, and no script failed', () => {
    expect([...visited.foreign, ...visited.faults]).toEqual([]);
  });
});
