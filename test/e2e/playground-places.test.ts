// The page where the bot is not: a group, another server, and installing it for oneself. With a small bot of the test's own.
import { ApplicationCommandType, type Interaction, MessageFlags } from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPage } from '#local-discord/page/serve.ts';
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
import { connect, type Scene, startScene } from '../support/local-discord.ts';

const EVERYWHERE = { contexts: [0, 1, 2], integration_types: [0, 1] };
const COMMANDS = [
  {
    name: 'quiz',
    description: 'Ask a question',
    ...EVERYWHERE,
    options: [{ type: 6, name: 'who', description: 'Whom' }],
  },
  { name: 'setup', description: 'Set the server up', contexts: [0], integration_types: [0] },
  { name: 'Explain', type: ApplicationCommandType.Message, ...EVERYWHERE },
];

describe.skipIf(!hasBrowser())('the page', () => {
  let scene: Scene;
  let browser: Browser;
  let visited: Visit;
  let foreignId = '';
  let close: () => Promise<void>;

  async function handle(interaction: Interaction): Promise<unknown> {
    if (interaction.isMessageContextMenuCommand())
      return interaction.reply({
        content: `Explained: ${interaction.targetMessage.content}`,
        flags: MessageFlags.Ephemeral,
      });
    if (!interaction.isChatInputCommand()) return null;
    const base = `https://discord.com/oauth2/authorize?client_id=${interaction.applicationId}`;
    const link = (label: string, query: string) => ({ type: 2, style: 5, label, url: `${base}&${query}` });
    const components = [
      link('Add to a server', 'scope=bot+applications.commands&permissions=8'),
      link('Add for yourself', 'integration_type=1&scope=applications.commands'),
    ];
    return interaction.reply({
      content: `Asked in ${interaction.context}`,
      components: [{ type: 1, components }],
    });
  }

  beforeAll(async () => {
    scene = await startScene({ page: createPage() });
    const { ada, grace, local, ownerId } = scene;
    const foreign = local.createGuild({ name: 'Another server', ownerId: grace, bot: false });
    foreignId = foreign.id;
    local.createMember(foreign.id, { userId: ada });
    local.createChannel(foreign.id, { name: 'lobby', topic: 'Hello' });
    local.createGroup({ name: 'Study night', userIds: [ada, grace, ownerId] });
    const { client } = await connect(local, handle);
    await client.rest.put(`/applications/${local.applicationId}/commands`, { body: COMMANDS });
    close = () => client.destroy();
    browser = await startBrowser();
    visited = await visit(browser, `${local.url}/#ada/general`, { colorScheme: 'light' });
  });
  beforeEach(() => {
    for (const userId of [scene.ada, scene.grace]) scene.local.uninstallForUser(userId);
  });
  afterAll(async () => {
    await browser?.close();
    await close?.();
    await scene?.local.stop();
  });

  const writing = (page: Page) => page.getByRole('combobox', { name: /^Message/ });
  const ownApps = (page: Page) => page.getByRole('region', { name: 'Your own apps' });
  const offered = async (page: Page, channel: string): Promise<string[]> => {
    await openChannel(page, channel);
    await writing(page).fill('/');
    await page.locator('.suggestions-title').waitFor();
    const labels = await page.locator('.suggestion-label').allInnerTexts();
    await writing(page).fill('');
    return labels;
  };

  it('lists servers, direct messages and groups, and says where the bot is not', async () => {
    const { page } = visited;
    const list = page.getByRole('navigation', { name: 'Channels' });
    expect(await list.getByRole('heading').allInnerTexts()).toEqual([
      'Another server without Cohort',
      'Direct messages',
    ]);
    const buttons = await list.getByRole('button').allInnerTexts();
    const inOneLine = buttons.map((text) => text.replace(/\s*\n\s*/g, ''));
    expect(inOneLine).toEqual(['#general', '#lobby', '@Cohort', 'Study night']);
    await openChannel(page, 'lobby');
    expect(await read(page.locator('.place-topic'))).toBe('Another server · Hello');
    await page.getByText('Cohort is not in this server.').first().waitFor();
    await openChannel(page, 'Study night');
    expect(await read(page.locator('.place-topic'))).toBe('Ada, Grace, Owner');
    await page.getByText('Cohort is in no group.').first().waitFor();
  });

  it('offers commands in a group and another server to whoever installed it, and to nobody else', async () => {
    const { page } = visited;
    expect(await offered(page, 'lobby')).toEqual([]);
    await writing(page).fill('');
    expect(await writing(page).getAttribute('placeholder')).toBe('Message #lobby');
    await page.getByRole('main').getByRole('button', { name: 'Install Cohort for yourself' }).click();
    await page.getByText('Cohort is installed for Ada.').first().waitFor();
    await page.getByText('You have installed it for yourself').first().waitFor();
    expect(await offered(page, 'lobby')).toEqual(['/quiz']);
    expect(await offered(page, 'Study night')).toEqual(['/quiz']);
    expect(await offered(page, 'general')).toEqual(['/quiz', '/setup']);
    await actAs(page, 'Grace');
    expect(await offered(page, 'Study night')).toEqual([]);
    await actAs(page, 'Ada');
    await openChannel(page, 'Study night');
    await runCommand(page, '/quiz');
    await page.getByText('Asked in 2', { exact: true }).first().waitFor();
    // Whom one can name are the members of the group and the bot.
    await writing(page).focus();
    await page.keyboard.type('/quiz who:', { delay: 10 });
    await page.getByRole('option').first().waitFor();
    expect(await page.locator('.suggestion-label').allInnerTexts()).toEqual([
      'Ada',
      'Grace',
      'Owner',
      'Cohort',
    ]);
    await page.getByRole('button', { name: 'Cancel the command' }).click();
  });

  it('installs and removes it by keyboard, and keeps the focus there', async () => {
    const { page } = visited;
    const button = ownApps(page).getByRole('button');
    await ownApps(page).getByText('go along with Ada').waitFor();
    await button.focus();
    await page.keyboard.press('Enter');
    await ownApps(page).getByText('is installed for Ada').waitFor();
    await expect.poll(() => ownApps(page).locator('button:focus').count()).toBe(1);
    expect(await read(button)).toBe('Remove Cohort again');
    await page.keyboard.press('Enter');
    await ownApps(page).getByText('go along with Ada').waitFor();
    await expect.poll(() => ownApps(page).locator('button:focus').count()).toBe(1);
  });

  it('keeps it to the member who acts', async () => {
    const { page } = visited;
    scene.local.installForUser(scene.ada);
    await ownApps(page).getByText('is installed for Ada').waitFor();
    await actAs(page, 'Grace');
    expect(await read(ownApps(page).getByRole('button'))).toBe('Install Cohort for yourself');
    await actAs(page, 'Ada');
    expect(await read(ownApps(page).getByRole('button'))).toBe('Remove Cohort again');
  });

  it('has the bot’s menu for a message under Apps, by keyboard, in a group too', async () => {
    const { page } = visited;
    scene.local.installForUser(scene.ada);
    await ownApps(page).getByText('is installed for Ada').waitFor();
    await openChannel(page, 'Study night');
    await writing(page).fill('What is SQS?');
    await page.keyboard.press('Enter');
    const message = page.locator('.message', { hasText: 'What is SQS?' });
    const apps = message.getByRole('button', { name: 'Apps for this message by Ada' });
    await apps.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Explain' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Explained: What is SQS?', { exact: true }).first().waitFor();
    await actAs(page, 'Grace');
    expect(await apps.count()).toBe(0);
    await actAs(page, 'Ada');
  });

  it('does what links for adding the bot do in Discord: for oneself, and to a server that one manages', async () => {
    const { page } = visited;
    await openChannel(page, 'general');
    await runCommand(page, '/quiz');
    await page.locator('.message').last().getByRole('button', { name: 'Add for yourself' }).click();
    await ownApps(page).getByText('is installed for Ada').waitFor();
    await page.locator('.message').last().getByRole('button', { name: 'Add to a server' }).click();
    await page.getByText('There is no server without Cohort that this member manages.').first().waitFor();
    await actAs(page, 'Grace');
    await page.locator('.message').last().getByRole('button', { name: 'Add to a server' }).click();
    await page.getByRole('option', { name: 'Another server' }).click();
    await page.getByText('Cohort is in Another server now.').first().waitFor();
    await page.getByRole('heading', { name: 'Another server', exact: true }).waitFor();
    expect(await offered(page, 'lobby')).toEqual(['/quiz', '/setup']);
    scene.local.kickBot(foreignId);
    await page.getByRole('heading', { name: 'Another server without Cohort' }).waitFor();
  });

  it.each([
    { width: 1200, height: 800, colorScheme: 'dark' as const },
    { width: 390, height: 844, colorScheme: 'light' as const },
  ])('has no barriers at $width pixels', async ({ colorScheme, height, width }) => {
    const wide = await visit(browser, `${scene.local.url}/#ada/general`, {
      viewport: { width, height },
      colorScheme,
    });
    const { page } = wide;
    for (const place of ['lobby', 'Study night']) {
      await openChannel(page, place);
      expect(await findBarriers(page)).toEqual([]);
      await shoot(page, `playground-${place.toLowerCase().replace(' ', '-')}-${width}`);
    }
    const menu = page.getByRole('button', { name: 'Channels', exact: true });
    if (await menu.isVisible()) await menu.click();
    await ownApps(page).getByRole('button').click();
    await ownApps(page).getByText('is installed for Ada').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(overflow).toBe(false);
    await shoot(page, `playground-installed-${width}`);
    expect(wide.faults).toEqual([]);
    await page.context().close();
  });

  it('has loaded nothing from elsewhere, and no script failed', () => {
    expect(visited.foreign).toEqual([]);
    expect(visited.faults).toEqual([]);
  });
});
