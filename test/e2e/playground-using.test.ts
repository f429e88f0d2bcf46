// How the page is used: languages, commands typed by hand, where one is after a click, a reload, on a phone. With a
// small bot of the test's own.
import { type ChatInputCommandInteraction, type Interaction, MessageFlags } from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPage } from '#local-discord/page/serve.ts';
import { ALONE } from '#local-discord/travel.ts';
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
import { connect, raw, type Scene, startScene } from '../support/local-discord.ts';
import { boxOf } from '../support/looking.ts';

const LONG = Array.from({ length: 40 }, (_, line) => `Line ${line + 1}`).join('\n');

const COMMANDS = [
  { name: 'long', description: 'A long private answer' },
  { name: 'public', description: 'An answer for everybody' },
  { name: 'form', description: 'Opens a form' },
  { name: 'own', description: 'For direct messages too', contexts: [0, 1] },
  { name: 'guild', description: 'For servers', contexts: [0] },
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

const FORM = {
  custom_id: 'form',
  title: 'A form',
  components: [
    { type: 18, label: 'Text', component: { type: 4, custom_id: 'text', style: 1, required: false } },
  ],
};

describe.skipIf(!hasBrowser())('the page', () => {
  let scene: Scene;
  let browser: Browser;
  let visited: Visit;
  let close: () => Promise<void>;
  /** How long the bot takes for a stride of the clock. */
  let pace = 0;
  /** The options of every command that the bot has received. */
  let asked: Record<string, unknown>[] = [];

  async function handle(interaction: Interaction): Promise<unknown> {
    if (interaction.isAutocomplete()) {
      const words = { name: 'Queues', nameLocalizations: { de: 'Warteschlangen' }, value: 'sqs' };
      return interaction.respond([words]);
    }
    if (interaction.isModalSubmit())
      return interaction.reply({ content: 'Thanks', flags: MessageFlags.Ephemeral });
    if (interaction.isButton()) return interaction.showModal(FORM as never);
    return interaction.isChatInputCommand() ? answer(interaction) : null;
  }

  async function answer(interaction: ChatInputCommandInteraction): Promise<unknown> {
    switch (interaction.commandName) {
      case 'form':
        return interaction.showModal(FORM as never);
      case 'long':
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        return interaction.editReply(LONG);
      case 'public':
        return interaction.reply(`Asked to all\n${LONG.slice(0, 60)}`);
      default: {
        asked.push(Object.fromEntries(interaction.options.data.map(({ name, value }) => [name, value])));
        const then = Math.floor(Date.now() / 1000) - 7_200;
        const content = `${interaction.locale} in ${interaction.guildLocale} <t:${then}:R>`;
        return interaction.reply({ content, flags: MessageFlags.Ephemeral });
      }
    }
  }

  beforeAll(async () => {
    const settle = () => new Promise<void>((resolve) => setTimeout(resolve, pace));
    scene = await startScene({ page: createPage(), companion: { ...ALONE, settle } });
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
      const server = page.getByRole('button', { name: /Server language/ });
      expect(await server.isVisible()).toBe(false);
      await actAs(page, 'Owner');
      await server.click();
      await page.keyboard.press('f');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Server language: Français' }).waitFor();
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

  describe('where one is', () => {
    const isInView = (page: Page, text: string) =>
      page
        .getByText(text, { exact: true })
        .last()
        .evaluate((element) => {
          const { bottom, top } = element.getBoundingClientRect();
          const frame = element.closest('.log')?.getBoundingClientRect();
          return frame !== undefined && top >= frame.top - 1 && bottom <= frame.bottom + 1;
        });

    async function run(page: Page, text: string): Promise<void> {
      await type(page, text);
      await page.keyboard.press('Enter');
      await writing(page).waitFor();
    }

    it('goes to what one has done oneself: a long answer from its beginning, then the next one', async () => {
      const { page } = visited;
      await actAs(page, 'Grace');
      await run(page, '/long ');
      await newest(page).getByText('Line 40').waitFor();
      await expect.poll(() => isInView(page, 'Grace used /long')).toBe(true);
      await run(page, '/public ');
      await newest(page).getByText('Asked to all').waitFor();
      await expect.poll(() => isInView(page, 'Grace used /public')).toBe(true);
      expect(await page.getByRole('button', { name: 'New messages' }).isVisible()).toBe(false);
    });

    it('stays where one reads when somebody else does something', async () => {
      const { page } = visited;
      await page.locator('.log').evaluate((log) => log.scrollTo({ top: 0 }));
      await scene.local.as(scene.ada, { locale: 'en-US' }).command(scene.channelId, '/public');
      await page.getByRole('button', { name: 'New messages' }).waitFor();
      expect(await page.locator('.log').evaluate((log) => log.scrollTop)).toBe(0);
    });

    it.each(['Escape', 'Cancel', 'Submit'])('gives the focus back when a form is left by %s', async (way) => {
      const { page } = visited;
      const row = { type: 1, components: [{ type: 2, style: 1, label: 'Open', custom_id: `open-${way}` }] };
      await raw(scene.local, 'POST', `/channels/${scene.channelId}/messages`, { components: [row] });
      const open = newest(page).getByRole('button', { name: 'Open' });
      await open.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'A form' }).waitFor();
      if (way === 'Escape') await page.keyboard.press('Escape');
      else await page.getByRole('button', { name: way }).click();
      const focused = page.locator(`:focus[data-key$=":open-${way}"]`);
      await expect.poll(() => focused.count()).toBe(1);
    });

    it('gives it back to writing when a command opened the form', async () => {
      const { page } = visited;
      await type(page, '/form ');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'A form' }).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('.composer-input:focus').count()).toBe(1);
    });

    it('keeps member and channel in the address: over a reload, in another window, and by Back', async () => {
      const { page } = visited;
      const { id } = scene.local.createChannel(scene.guildId, { name: 'daily' });
      await actAs(page, 'Ada');
      await openChannel(page, 'daily');
      expect(new URL(page.url()).hash).toBe(`#ada/${id}`);
      await page.reload();
      await page.locator('.place-title', { hasText: 'daily' }).waitFor();
      expect(await page.title()).toContain('as Ada');
      await page.goto(`${scene.local.url}/`);
      await page.locator('.place-title', { hasText: 'daily' }).waitFor();
      const other = await visit(browser, `${scene.local.url}/#grace/daily`);
      expect(await other.page.title()).toContain('#daily as Grace');
      await other.page.context().close();
      await openChannel(page, 'general');
      await page.goBack();
      await page.locator('.place-title', { hasText: 'daily' }).waitFor();
    });

    it('keeps what was written and not sent where it was written, and its complaints', async () => {
      const { page } = visited;
      await type(page, '/nothing of the kind');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('no such command').waitFor();
      await openChannel(page, 'general');
      expect(await writing(page).inputValue()).toBe('');
      expect(await page.getByRole('alert').filter({ hasText: 'no such command' }).count()).toBe(0);
      await actAs(page, 'Grace');
      expect(await writing(page).inputValue()).toBe('');
      await actAs(page, 'Ada');
      await openChannel(page, 'daily');
      expect(await writing(page).inputValue()).toBe('/nothing of the kind');
      await writing(page).fill('');
    });
  });

  it('offers in a direct message only the commands that can be used there', async () => {
    const { page } = visited;
    await openChannel(page, 'Cohort');
    await type(page, '/');
    await page.getByRole('option', { name: '/own' }).waitFor();
    const offered = await page.locator('.suggestion-label').allInnerTexts();
    expect(offered).toContain('/own');
    expect(offered).not.toContain('/guild');
    await page.keyboard.press('Escape');
    await writing(page).fill('');
    await openChannel(page, 'general');
    await type(page, '/gui');
    await page.getByRole('option', { name: '/guild' }).waitFor();
    await page.keyboard.press('Escape');
    await writing(page).fill('');
  });

  it('a mention of a command puts it into the composer', async () => {
    const { page } = visited;
    await raw(scene.local, 'POST', `/channels/${scene.channelId}/messages`, { content: 'Try </quiz:123>' });
    await newest(page).getByRole('button', { name: '/quiz' }).click();
    expect(await read(page.locator('.command-name'))).toBe('/quiz');
    await page.getByRole('button', { name: 'Cancel the command' }).click();
  });

  it('closes the inspector by Escape, and keeps long paths inside it', async () => {
    const { page } = visited;
    await raw(scene.local, 'GET', `/channels/${'1'.repeat(300)}`);
    await page.getByRole('button', { name: 'Inspector', exact: true }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.locator('summary').first().click();
    expect(await inspector.evaluate((drawer) => drawer.scrollWidth > drawer.clientWidth)).toBe(false);
    await page.keyboard.press('Escape');
    await inspector.waitFor({ state: 'hidden' });
  });

  it('shows a forum as its posts, and opens one', async () => {
    const { page } = visited;
    const forum = scene.local.createChannel(scene.guildId, { name: 'help', type: 15 });
    await openChannel(page, 'help');
    expect(await writing(page).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'New post' }).click();
    const form = page.getByRole('dialog', { name: 'New post in #help' });
    await form.getByRole('textbox', { name: 'Title' }).fill('How does it work?');
    await form.getByRole('textbox', { name: 'Message' }).fill('I wonder.');
    await form.getByRole('button', { name: 'Submit' }).click();
    await page.locator('.place-title', { hasText: 'How does it work?' }).waitFor();
    await newest(page).getByText('I wonder.').waitFor();
    await openChannel(page, 'help');
    await page.locator('.posts').getByRole('button', { name: 'How does it work?' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'forum-light');
    expect(scene.local.messages(forum.id)).toEqual([]);
  });

  it('says in words that the playground does not answer', async () => {
    const away = await visit(browser, `${scene.local.url}/#ada/general`);
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Lost', custom_id: 'lost' }] };
    await raw(scene.local, 'POST', `/channels/${scene.channelId}/messages`, { components: [row] });
    await away.page.route('**/local/act', (route) => route.abort());
    await newest(away.page).getByRole('button', { name: 'Lost' }).click();
    await newest(away.page).getByText('The playground does not answer. Is it still running?').waitFor();
    await away.page.context().close();
  });

  it('says how far the clock has come on a long journey, and stays until it has arrived', async () => {
    const { page } = visited;
    pace = 150;
    await page.getByRole('button', { name: /Time travel/ }).click();
    await page.getByRole('button', { name: /Tomorrow, same time/ }).click();
    await page
      .getByText(/Moving the clock on… [1-9]\d? %/)
      .first()
      .waitFor();
    pace = 0;
    await page
      .getByText(/It is now/)
      .first()
      .waitFor();
  });

  it('believes the newer of two: an event, and a view that was asked for before it', async () => {
    const { page } = await visit(browser, `${scene.local.url}/#ada/general`);
    // Its own first questions would hide the one that is held back.
    await page.waitForTimeout(200);
    const asked = Promise.withResolvers<void>();
    const moved = Promise.withResolvers<void>();
    await page.route('**/local/view*', async (route) => {
      const response = await route.fetch();
      asked.resolve();
      await moved.promise;
      await route.fulfill({ response });
    });
    const { name } = scene.local.createChannel(scene.guildId, { name: 'asked-for-again' });
    await asked.promise;
    const clock = await page.locator('.clock-moved').textContent();
    scene.local.clock.shift(26 * 3_600_000);
    // Long enough for the news to have come first.
    await page.waitForTimeout(200);
    moved.resolve();
    await page
      .getByText(name ?? '')
      .first()
      .waitFor();
    expect(clock).toBe('+1 d');
    // The clock is drawn once a second.
    await page.waitForTimeout(1_100);
    expect(await page.locator('.clock-moved').textContent()).toBe('+2 d 2 h');
    await page.context().close();
  });

  it('fits title and clock side by side on a phone, also after the clock was moved far', async () => {
    const phone = await visit(browser, `${scene.local.url}/#ada/general`, {
      viewport: { width: 390, height: 780 },
      colorScheme: 'dark',
      hasTouch: true,
    });
    const { page } = phone;
    scene.local.clock.shift(123 * 86_400_000 + 17 * 3_600_000);
    await page.getByText('+125 d 19 h').first().waitFor();
    const channelName = scene.local.createChannel(scene.guildId, {
      name: 'a-channel-with-quite-a-long-name',
    });
    for (const place of ['general', 'How does it work?', channelName.name ?? '']) {
      await openChannel(page, place);
      const title = await boxOf(page.locator('.place-name'));
      const clock = await boxOf(page.locator('.clock'));
      expect(title.x + title.width).toBeLessThanOrEqual(clock.x + 1);
      expect(title.width).toBeGreaterThan(60);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'phone-header-dark');
    expect([...phone.faults, ...phone.foreign]).toEqual([]);
    await page.context().close();
  });

  it('has loaded nothing from elsewhere, and no script failed', () => {
    expect(visited.foreign).toEqual([]);
    expect(visited.faults).toEqual([]);
  });
});
