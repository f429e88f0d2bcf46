// What the page draws of all that a bot can send, and what it takes in forms: with a small bot of the test's own.
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { AttachmentBuilder, type Interaction, MessageFlags } from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { connect, raw, type Scene, startScene } from '../support/local-discord.ts';

const HOSTILE =
  '<img src=x onerror="document.title=`taken`"><script>document.title=`taken`</script> [x](javascript:alert(1))';
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const COMMANDS = [
  { name: 'markup', description: 'All of Discord’s markdown' },
  { name: 'embed', description: 'An embed with a picture and a file' },
  { name: 'show', description: 'Components with a picture and a file' },
  { name: 'slow', description: 'Thinks for a while' },
  { name: 'mute', description: 'Never answers' },
  { name: 'ask', description: 'Opens a form with every kind of field' },
  { name: 'hostile', description: HOSTILE.slice(0, 100) },
  {
    name: 'file',
    description: 'Takes a file and a member',
    options: [
      { type: 11, name: 'upload', description: 'The file', required: true },
      { type: 6, name: 'member', description: 'Somebody', required: true },
      { type: 5, name: 'loud', description: 'Yes or no' },
    ],
  },
  { name: 'manage', description: 'For admins', default_member_permissions: '32' },
];

const SHOWN = {
  type: 17,
  components: [
    { type: 10, content: 'All that is kept under your name:' },
    { type: 12, items: [{ media: { url: 'attachment://dot.png' }, description: 'Your week' }] },
    { type: 12, items: [{ media: { url: 'attachment://dot.png' }, description: 'The key', spoiler: true }] },
    { type: 13, file: { url: 'attachment://answers.csv' } },
  ],
};

const MARKUP = [
  '# One\n## Two\n### Three\n-# small',
  '**bold** *slanted* __under__ ~~gone~~ `code` ||hidden|| snake_case_name',
  '> quoted\n- first\n  - nested\n1. one\n2. two',
  '```js\nconst x = "<b>";\n```',
  '[Docs](https://example.com/a) https://example.com/b @everyone',
].join('\n');

const FORM = {
  custom_id: 'form',
  title: 'Every field',
  components: [
    {
      type: 18,
      label: 'Name',
      description: 'As you like',
      component: { type: 4, custom_id: 'name', style: 1, min_length: 2 },
    },
    {
      type: 18,
      label: 'Colour',
      component: {
        type: 21,
        custom_id: 'colour',
        options: [
          { value: 'r', label: 'Red' },
          { value: 'g', label: 'Green' },
        ],
      },
    },
    {
      type: 18,
      label: 'Days',
      component: {
        type: 22,
        custom_id: 'days',
        min_values: 1,
        max_values: 2,
        options: [
          { value: 'mo', label: 'Monday' },
          { value: 'tu', label: 'Tuesday' },
        ],
      },
    },
    { type: 18, label: 'Agreed', component: { type: 23, custom_id: 'agreed' } },
    { type: 18, label: 'Proof', component: { type: 19, custom_id: 'proof', required: false } },
  ],
};

describe.skipIf(!hasBrowser())('the page', () => {
  let scene: Scene;
  let browser: Browser;
  let visited: Visit;
  let close: () => Promise<void>;
  let submitted: unknown = null;
  let given: unknown = null;

  async function handle(interaction: Interaction): Promise<unknown> {
    if (interaction.isModalSubmit()) {
      submitted = interaction.fields.fields.map((field) =>
        'values' in field ? field.values : 'value' in field ? field.value : null,
      );
      return interaction.reply({ content: 'Taken.', flags: MessageFlags.Ephemeral });
    }
    if (!interaction.isChatInputCommand()) return null;
    switch (interaction.commandName) {
      case 'markup':
        return interaction.reply(
          `${MARKUP}\n<@${scene.grace}> <#${scene.channelId}> <t:${Math.floor(Date.now() / 1000) - 7200}:R>`,
        );
      case 'hostile':
        return interaction.reply({
          content: HOSTILE,
          embeds: [{ title: HOSTILE, description: HOSTILE, footer: { text: HOSTILE } }],
        });
      case 'embed':
        return interaction.reply({
          embeds: [
            {
              title: 'A title',
              description: 'with *words*',
              color: 0x22aa66,
              fields: [
                { name: 'Left', value: '1', inline: true },
                { name: 'Right', value: '2', inline: true },
              ],
              image: { url: 'attachment://dot.png' },
              thumbnail: { url: 'https://example.com/far.png' },
            },
          ],
          files: [
            new AttachmentBuilder(DOT, { name: 'dot.png', description: 'One dot' }),
            new AttachmentBuilder(Buffer.from('a,b'), { name: 'table.csv' }),
          ],
        });
      case 'show':
        return interaction.reply({
          flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
          components: [SHOWN as never],
          files: [
            new AttachmentBuilder(DOT, { name: 'dot.png' }),
            new AttachmentBuilder(Buffer.from('day,right\n1,3\n'), { name: 'answers.csv' }),
            new AttachmentBuilder(Buffer.from('unseen'), { name: 'forgotten.txt' }),
          ],
        });
      case 'slow':
        await interaction.deferReply();
        setTimeout(() => void interaction.editReply('Done thinking.'), 1_500);
        return null;
      case 'ask':
        return interaction.showModal(FORM as never);
      case 'file':
        given = [
          interaction.options.getAttachment('upload')?.name,
          interaction.options.getUser('member')?.id,
          interaction.options.getBoolean('loud'),
        ];
        return interaction.reply('Got it.');
      default:
        return null;
    }
  }

  beforeAll(async () => {
    scene = await startScene({ page: createPage() });
    const { client } = await connect(scene.local, handle);
    await client.rest.put(`/applications/${scene.local.applicationId}/commands`, { body: COMMANDS });
    close = () => client.destroy();
    browser = await startBrowser();
    visited = await visit(browser, `${scene.local.url}/`, { colorScheme: 'light' });
  });
  afterAll(async () => {
    await browser?.close();
    await close?.();
    await scene?.local.stop();
  });
  const newest = (page: Page) => page.locator('.message').last();

  it('draws Discord’s markdown', async () => {
    const { page } = visited;
    await runCommand(page, '/markup');
    const message = newest(page);
    await message.getByText('2 hours ago').waitFor();
    expect(await message.getByRole('heading').allInnerTexts()).toEqual(['One', 'Two', 'Three']);
    for (const [tag, text] of Object.entries({ strong: 'bold', em: 'slanted', u: 'under', s: 'gone' })) {
      expect(await message.locator(`.markup ${tag}`).first().textContent()).toBe(text);
    }
    expect(await read(message)).toContain('snake_case_name');
    expect(await read(message.locator('pre'))).toBe('const x = "<b>";');
    expect(await message.locator('ul ul li').textContent()).toBe('nested');
    expect(await message.getByRole('link', { name: 'Docs' }).getAttribute('href')).toBe(
      'https://example.com/a',
    );
    expect(await read(message)).toContain('@Grace');
    await message.getByRole('button', { name: /Spoiler/ }).click();
    await message.locator('.spoiler-shown', { hasText: 'hidden' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'markup-light');
  });

  it('draws embeds, pictures of its own origin, and links to what lies elsewhere', async () => {
    const { page } = visited;
    await runCommand(page, '/embed');
    await newest(page).getByRole('img', { name: 'One dot' }).waitFor();
    expect(await newest(page).locator('.field').count()).toBe(2);
    expect(await newest(page).locator('.file-name').textContent()).toBe('table.csv');
    expect(await newest(page).getByRole('link', { name: 'Picture on another site' }).count()).toBe(1);
    await shoot(page, 'embed-light');
  });

  it('draws the pictures and files of components; a file can be downloaded', async () => {
    const { page } = visited;
    await runCommand(page, '/show');
    await newest(page).getByRole('img', { name: 'Your week' }).waitFor();
    const file = newest(page).getByRole('link', { name: 'answers.csv 14 bytes' });
    const download = page.waitForEvent('download');
    await file.click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('answers.csv');
    expect(await readFile(await saved.path(), 'utf8')).toBe('day,right\n1,3\n');
    // As in Discord, a file that no component shows is not to be seen.
    expect(await read(newest(page))).not.toContain('forgotten.txt');
    expect(await newest(page).getByRole('img', { name: 'The key' }).count()).toBe(0);
    await newest(page).getByRole('button', { name: 'Spoiler: press to show' }).click();
    await newest(page).getByRole('img', { name: 'The key' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'files-light');
    await newest(page).getByRole('button', { name: 'Dismiss message' }).click();
  });

  it('never turns text into markup', async () => {
    const { page } = visited;
    await page.getByRole('combobox', { name: /^Message/ }).fill('/hos');
    expect(await read(page.getByRole('option'))).toContain('<img');
    await runCommand(page, '/hostile');
    await newest(page).getByText('<script>').first().waitFor();
    expect(await newest(page).locator('img, script').count()).toBe(0);
    expect(await newest(page).locator('a[href^="javascript"]').count()).toBe(0);
    expect(await page.title()).not.toBe('taken');
  });

  it('shows that the bot is thinking, then its answer', async () => {
    const { page } = visited;
    await runCommand(page, '/slow');
    await page.getByText('is thinking…').first().waitFor();
    await newest(page).getByText('Done thinking.').waitFor();
    expect(await page.getByText('is thinking…').count()).toBe(0);
  });

  it('says after 3 seconds that the application did not respond, to that member alone', async () => {
    const { page } = visited;
    const input = page.getByRole('combobox', { name: /^Message/ });
    await input.fill('/mute ');
    await page.keyboard.press('Enter');
    const told = page.locator('.message').getByText('The application did not respond');
    await told.waitFor();
    await shoot(page, 'no-answer-light');
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await told.count()).toBe(0);
  });

  it('fails a pressed button as Discord does', async () => {
    const { page } = visited;
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Press me', custom_id: 'nobody' }] };
    await raw(scene.local, 'POST', `/channels/${scene.channelId}/messages`, {
      content: 'Buttons',
      components: [row],
    });
    await newest(page).getByRole('button', { name: 'Press me' }).click();
    expect(await newest(page).locator('.button.pending').count()).toBe(1);
    await newest(page).getByText('This interaction failed').waitFor();
  });

  it('opens a form with every kind of field, and sends what was filled in', async () => {
    const { page } = visited;
    await page.getByRole('combobox', { name: /^Message/ }).fill('/ask ');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Every field' });
    await form.getByRole('textbox', { name: /Name/ }).fill('Ada');
    await form.getByRole('radio', { name: 'Green' }).check();
    await form.getByRole('checkbox', { name: 'Tuesday' }).check();
    await form.getByRole('checkbox', { name: 'Agreed' }).check();
    await form
      .getByLabel(/Proof/)
      .setInputFiles({ name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('yes') });
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'every-field-light');
    await form.getByRole('button', { name: 'Submit' }).click();
    await newest(page).getByText('Taken.').waitFor();
    expect(submitted).toEqual(['Ada', 'g', ['tu'], true, [expect.stringMatching(/^\d+$/)]]);
  });

  it('fills in the options of a command by keyboard alone: file, member, yes or no', async () => {
    const { page } = visited;
    await page.getByRole('combobox', { name: /^Message/ }).focus();
    await page.keyboard.type('/fil');
    await page.keyboard.press('Enter');
    await page
      .getByLabel('upload')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
    await page.getByRole('combobox', { name: 'member' }).focus();
    await page.keyboard.type('gra');
    await page.keyboard.press('Enter');
    await page.keyboard.type('lo');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await newest(page).getByText('Got it.').waitFor();
    expect(given).toEqual(['notes.txt', scene.grace, false]);
  });

  it('offers a command that needs Manage Server to those who have it, and the server refuses the others', async () => {
    const { page } = visited;
    const offered = async () => {
      await page.getByRole('combobox', { name: /^Message/ }).fill('/man');
      const texts = await read(page.locator('.suggestions'));
      await page.keyboard.press('Escape');
      await page.getByRole('combobox', { name: /^Message/ }).fill('');
      return texts.includes('/manage');
    };
    await actAs(page, 'Owner');
    expect(await offered()).toBe(true);
    await actAs(page, 'Grace');
    expect(await offered()).toBe(false);
    const body = { as: 'grace', channel: 'general', action: 'command', command: { name: 'manage' } };
    const response = await fetch(`${scene.local.url}/local/act`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(JSON.stringify(await response.json())).toContain('may not use /manage');
  });

  it('shows the bot’s requests in the inspector, with what validation found', async () => {
    const { page } = visited;
    await page.getByRole('button', { name: 'Inspector', exact: true }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await raw(scene.local, 'POST', `/channels/${scene.channelId}/messages`, { content: 'x'.repeat(2001) });
    await inspector.getByText('1 fault').first().waitFor();
    await inspector.locator('summary').first().click();
    await inspector.getByText(/2000 or fewer/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, 'inspector-light');
    await page.getByRole('button', { name: 'Close the inspector' }).click();
  });

  it('follows threads, and marks other channels as unread', async () => {
    const { page } = visited;
    const sent = await raw(scene.local, 'POST', `/channels/${scene.channelId}/messages`, {
      content: 'Let us talk.',
    });
    await raw(scene.local, 'POST', `/channels/${scene.channelId}/messages/${String(sent.body.id)}/threads`, {
      name: 'A talk',
    });
    await page.getByRole('button', { name: /A talk.*Open the thread/ }).click();
    await page.locator('.place-title', { hasText: 'A talk' }).waitFor();
    await raw(scene.local, 'POST', `/channels/${scene.channelId}/messages`, { content: 'Elsewhere.' });
    await page.getByRole('button', { name: /general \(new messages\)/ }).click();
    await newest(page).getByText('Elsewhere.').waitFor();
  });

  it('works at the width of a phone, in the dark', async () => {
    const phone = await visit(browser, `${scene.local.url}/`, {
      viewport: { width: 390, height: 780 },
      colorScheme: 'dark',
      hasTouch: true,
    });
    await openChannel(phone.page, 'general');
    await runCommand(phone.page, '/markup');
    const isTooWide = await phone.page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(isTooWide).toBe(false);
    expect(await findBarriers(phone.page)).toEqual([]);
    await shoot(phone.page, 'phone-dark');
    await phone.page.getByRole('button', { name: 'Channels', exact: true }).click();
    await phone.page.waitForTimeout(300);
    expect(await findBarriers(phone.page)).toEqual([]);
    await shoot(phone.page, 'phone-channels-dark');
    expect([...phone.faults, ...phone.foreign]).toEqual([]);
    await phone.page.context().close();
  });

  it('is served only under names of this machine, with a policy that allows nothing else', async () => {
    const { port } = new URL(scene.local.url);
    const ask = (path: string, headers: Record<string, string>) =>
      new Promise<{ status: number; policy: string }>((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
          response.resume();
          resolve({
            status: response.statusCode ?? 0,
            policy: String(response.headers['content-security-policy']),
          });
        });
        asked.on('error', reject).end();
      });
    const good = await ask('/', { host: `127.0.0.1:${port}` });
    expect(good.status).toBe(200);
    expect(good.policy).toContain("default-src 'self'");
    for (const path of ['/', '/app/page/browser/main.ts', '/local/view', '/local/events']) {
      expect((await ask(path, { host: `evil.example:${port}` })).status).toBeGreaterThanOrEqual(400);
    }
    const foreign = { host: `127.0.0.1:${port}`, origin: 'https://evil.example' };
    expect((await ask('/local/view', foreign)).status).toBe(403);
    expect((await ask('/app/../main.ts', { host: `127.0.0.1:${port}` })).status).toBe(404);
  });

  it('has loaded nothing from elsewhere, and no script failed', () => {
    expect(visited.foreign).toEqual([]);
    expect(visited.faults).toEqual([]);
  });
});
