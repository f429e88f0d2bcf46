// Screens of the bot as the playground's page draws them, looked at by axe-core, in light and dark by turns. What a member does is
// done at once and not by the mouse: whether the page can be used is for other tests.
import type { Page } from 'playwright-core';
import type { Message } from '#local-discord/server.ts';
import { findBarriers } from './browser.ts';

export type Screens = {
  /** A message that the page shows now, as it is now; named in what is found. */
  see(message: Message, name: string): Promise<Message>;
  /** The whole page, with whatever is open on it. */
  seePage(name: string): Promise<void>;
  /** What was found since it was last asked, and how many screens were looked at. */
  take(): { found: string[]; seen: number };
};

export function lookAt(page: Page): Screens {
  let found: string[] = [];
  let seen = 0;
  const look = async (within: string, name: string) => {
    // By turns: colours are those of kinds of parts, and every kind is on many screens.
    const theme = seen % 2 === 0 ? 'light' : 'dark';
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    seen += 1;
    const barriers = await findBarriers(page, within);
    found.push(...barriers.map((each) => `${name} (${theme}): ${each}`));
  };
  return {
    async see(message, name) {
      await untilShown(page, message, name);
      await look(`[data-id="${message.id}"]`, name);
      const unnamed = await namelessIn(page, message.id);
      found.push(...unnamed.map((each) => `${name}: ${each}`));
      return message;
    },
    seePage: (name) => look('html', name),
    take() {
      const taken = { found, seen };
      found = [];
      seen = 0;
      return taken;
    },
  };
}

/** Every line of the message, as far as it needs no drawing of links, names or times. */
async function untilShown(page: Page, message: Message, name: string): Promise<void> {
  const lines = textsIn(message.components)
    .flatMap((text) => text.split('\n'))
    .filter((line) => !/<|\]\(|http|^```/.test(line))
    .map(lettersOf);
  const shown = page.locator(`[data-id="${message.id}"]`);
  await shown.waitFor({ state: 'attached' });
  for (const end = performance.now() + 5_000; ; await page.waitForTimeout(20)) {
    const text = lettersOf((await shown.textContent()) ?? '');
    const missing = lines.find((line) => !text.includes(line));
    if (missing === undefined) return;
    if (performance.now() > end) throw new Error(`${name}: the page does not show “${missing}”`);
  }
}

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { content, components } = part as Record<string, unknown>;
  return [...(typeof content === 'string' ? [content] : []), ...textsIn(components ?? [])];
}

/**
 * What axe does not ask: that a name has words, that two controls of a message are not called the same, and that a
 * letter alone stands in a group that says what it belongs to.
 */
async function namelessIn(page: Page, id: string): Promise<string[]> {
  const controls = await page
    .locator(`[data-id="${id}"]`)
    .locator('button, a[href]')
    .evaluateAll((all) =>
      all.map((each) => ({
        name: (
          each.getAttribute('aria-label') ??
          each.querySelector('img')?.getAttribute('alt') ??
          each.textContent ??
          ''
        ).trim(),
        group: each.closest('[role="group"]')?.getAttribute('aria-label') ?? '',
      })),
    );
  const names = controls.map(({ name, group }) => `${name} (${group})`);
  // Members, channels and commands may be mentioned more than once.
  const twice = names.filter((name, index) => names.indexOf(name) !== index && !/^[/#@]/.test(name));
  return [
    ...controls.flatMap(({ name }) => (/[\p{L}\p{N}]/u.test(name) ? [] : `a control called “${name}”`)),
    ...twice.map((name) => `two controls are called “${name}”`),
    ...controls
      .filter(({ name, group }) => name.length < 3 && group === '')
      .map(({ name }) => `“${name}” without a group that says of what`),
  ];
}
