// How the page is used: languages, commands typed by hand, where one is after a click, a reload, on a phone. With a
// small bot of the test's own.
import { type Interaction, MessageFlags } from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPage } from '#local-discord/page/serve.ts';
import {
  actAs,
  findBarriers,
  hasBrowser,
  read,
  shoot,
  startBrowser,
  type Visit,
  visit,
} from '../support/browser.ts';
import { connect, type Scene, startScene } from '../support/local-discord.ts';

const COMMANDS = [
  {
    name: 'quiz',
    name_localizations: { de: 'frage' },
    description: 'Ask a question',
    description_localizations: { de: 'Stellt eine Frage' },
    options: [
      {
        type: 3,
        name: 'topic',
        name_localizations: { de: 'thema' },
        description: 'About what',
        description_localizations: { de: 'Worüber' },
        autocomplete: true,
      },
      {
        type: 4,
        name: 'count',
        name_localizations: { de: 'anzahl' },
        description: 'How many',
        choices: [1, 5, 10].map((value) => ({ name: String(value), value })),
      },
      { type: 5, name: 'private', description: 'For you alone' },
    ],
  },
];

describe.skipIf(!hasBrowser())('the page', () => {
  let scene: Scene;
  let browser: Browser;
  let visited: Visit;
  let close: () => Promise<void>;
  /** The options of every command that the bot has received. */
  let asked: Record<string, unknown>[] = [];

  async function handle(interaction: Interaction): Promise<unknown> {
    if (interaction.isAutocomplete()) {
      const words = { name: 'Queues', nameLocalizations: { de: 'Warteschlangen' }, value: 'sqs' };
      return interaction.respond([words]);
    }
    if (!interaction.isChatInputCommand()) return null;
    asked.push(Object.fromEntries(interaction.options.data.map(({ name, value }) => [name, value])));
    const then = Math.floor(Date.now() / 1000) - 7_200;
    const content = `${interaction.locale} in ${interaction.guildLocale} <t:${then}:R>`;
    return interaction.reply({ content, flags: MessageFlags.Ephemeral });
  }

  beforeAll(async () => {
    scene = await startScene({ page: createPage() });
    const { client } = await connect(scene.local, handle);
    await client.rest.put(`/applications/${scene.local.applicationId}/commands`, { body: COMMANDS });
    close = () => client.destroy();
    browser = await startBrowser();
    visited = await visit(browser, `${scene.local.url}/`, { colorScheme: 'light' });
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(async () => {
    await browser?.close();
    await close?.();
    await scene?.local.stop();
  });
  const newest = (page: Page) => page.locator('.message').last();
  const writing = (page: Page) => page.getByRole('combobox', { name: /^Message/ });

  async function type(page: Page, text: string): Promise<void> {
    await writing(page).focus();
    await page.keyboard.type(text, { delay: 10 });
  }

  describe('languages', () => {
    it('lets each member choose the language of their Discord; commands and dates read in it', async () => {
      const { page } = visited;
      await actAs(page, 'Ada');
      await page.getByRole('button', { name: 'Language of Ada’s Discord: English, US' }).click();
      await page.getByRole('option', { name: 'Deutsch' }).click();
      await page.getByRole('button', { name: 'Language of Ada’s Discord: Deutsch' }).waitFor();
      await type(page, '/');
      await page.getByRole('option', { name: '/frage Stellt eine Frage' }).waitFor();
      await page.keyboard.type('frage thema:Warte');
      await page.getByRole('option', { name: 'Warteschlangen' }).waitFor();
      await shoot(page, 'language-light');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await newest(page).getByText('de in en-US vor 2 Stunden').waitFor();
      expect(asked).toEqual([{ topic: 'sqs' }]);
      expect(await findBarriers(page)).toEqual([]);
    });

    it('keeps it to that member, over a reload too', async () => {
      const { page } = visited;
      await page.reload();
      await page.getByRole('button', { name: 'Language of Ada’s Discord: Deutsch' }).waitFor();
      await actAs(page, 'Grace');
      await page.getByRole('button', { name: 'Language of Grace’s Discord: English, US' }).waitFor();
      await type(page, '/');
      await page.getByRole('option', { name: '/quiz Ask a question' }).waitFor();
      await page.keyboard.press('Escape');
      await writing(page).fill('');
    });

    it('lets admins choose the language of the server, and nobody else', async () => {
      const { page } = visited;
      const server = page.getByRole('button', { name: /Language of the server/ });
      expect(await server.isVisible()).toBe(false);
      await actAs(page, 'Owner');
      await server.click();
      await page.keyboard.press('f');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Language of the server: Français' }).waitFor();
      await actAs(page, 'Ada');
      await type(page, '/quiz ');
      await page.keyboard.press('Enter');
      await newest(page).getByText('de in fr').waitFor();
    });
  });

  describe('a command typed by hand', () => {
    it.each([
      ['/quiz topic:lambda count:5', ['topic', 'count']],
      ['/quiz count:5 topic:lambda', ['count', 'topic']],
    ])('takes the options of "%s" as Discord does', async (text, names) => {
      const { page } = visited;
      await actAs(page, 'Grace');
      await type(page, text);
      expect(await page.locator('.pill label').allInnerTexts()).toEqual(names);
      // A list that is open takes the first Enter.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await expect.poll(() => asked).toEqual([{ topic: 'lambda', count: 5 }]);
    });

    it('is not sent while something in it belongs to no option', async () => {
      const { page } = visited;
      await type(page, '/quiz lambda please');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('“lambda please” belongs to no option').waitFor();
      expect(await read(page.locator('.command-name'))).toBe('/quiz');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Enter');
      await expect.poll(() => asked).toEqual([{}]);
    });

    it('is not sent when such a text was pasted', async () => {
      const { page } = visited;
      await writing(page).fill('/quiz about lambda count:5');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('“about lambda” belongs to no option').waitFor();
      expect(asked).toEqual([]);
      await page.getByRole('button', { name: 'Cancel the command' }).click();
    });
  });

  it('has loaded nothing from elsewhere, and no script failed', () => {
    expect(visited.foreign).toEqual([]);
    expect(visited.faults).toEqual([]);
  });
});
