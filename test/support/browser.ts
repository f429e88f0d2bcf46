// A real browser for tests of the playground page: found on the machine, never downloaded.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(root, 'test/screenshots');

const PLACES = [
  // The same engine without its windows: a third less work where nobody watches.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const executablePath = [process.env.CHROMIUM_PATH ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
);

/** Without a browser these tests are skipped, loudly; where CI=true a missing browser is a failure. */
export function hasBrowser(): boolean {
  if (executablePath) return true;
  const hint =
    'Install Chromium (apt-get install chromium-headless-shell, or chromium) or set CHROMIUM_PATH to a Chrome or Chromium.';
  if (process.env.CI === 'true') throw new Error(`No browser found for the playground tests. ${hint}`);
  process.stdout.write(`\nSKIPPED: the playground tests, for want of a browser. ${hint}\n\n`);
  return false;
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

export type Visit = { page: Page; faults: string[]; foreign: string[] };

/** A page of its own, which notes every script error and every request to another origin. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Nobody watches: what moves costs the machine as much as all the rest.
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin)) foreign.push(request.url());
  });
  await page.goto(url);
  await page.locator('.app').waitFor();
  return { page, faults, foreign };
}

/** Into test/screenshots, to be looked at by a person: where one asks for them (`SCREENSHOTS=true npm test`). */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== 'true') return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

/** What axe-core finds, one line each; of the whole page, or of what a selector says. */
export async function findBarriers(page: Page, within = 'html'): Promise<string[]> {
  // Half a megabyte: once per page is enough.
  if (await page.evaluate('!globalThis.axe')) await page.evaluate(axe.source);
  const found = await page.evaluate(async (selector) => {
    // safe: the line above has seen to it that axe is there
    const { axe: tool } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await tool.run(selector, { resultTypes: ['violations'], preload: false });
    return violations.map(({ id, nodes }) => ({
      id,
      html: nodes.map((node) => `${node.html} ${node.failureSummary}`),
    }));
  }, within);
  return found.map(({ id, html }) => `${id}: ${html.slice(0, 3).join(' | ')}`);
}

export async function actAs(page: Page, name: string): Promise<void> {
  const member = page.getByRole('radio', { name: new RegExp(name) });
  await member.click();
  await page.locator(`[role="radio"][aria-checked="true"]:has-text("${name}")`).waitFor();
}

export async function openChannel(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Channels', exact: true });
  if (await menu.isVisible()) await menu.click();
  // Something may be written there meanwhile, which its name then says.
  const named = new RegExp(`^${name.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`)}( \\(new messages\\))?$`);
  await page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: named }).click();
  await page.locator('.place-title', { hasText: name }).waitFor();
}

/** Types a whole command, as a keyboard would, and sends it. */
export async function runCommand(page: Page, text: string): Promise<void> {
  const input = page.getByRole('combobox', { name: /^Message/ });
  await input.fill(`${text} `);
  await page.locator('.command-line').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.command-line').waitFor({ state: 'detached' });
}

/** What a person reads there: line breaks as they are shown. */
export function read(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: a locator of Playwright's, not a node; textContent would run lines together
  return locator.innerText();
}
