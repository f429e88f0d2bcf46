// Looking at a screen of the playground as a person would: on a desktop and on a phone, whole and without barriers.
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { findBarriers, read, shoot } from './browser.ts';

const DEVICES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** The newest private message in which this stands, once it stands there. */
export async function screenWith(page: Page, promised: RegExp): Promise<Locator> {
  const screen = page.locator('.message.private', { hasText: promised }).last();
  await screen.waitFor();
  return screen;
}

/** Where it stands. What is drawn anew at that moment has no place yet. */
export function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  return vi.waitFor(
    async () => (await locator.boundingBox()) ?? expect.fail('it has no place on the page'),
    5000,
  );
}

/** The same screen on every device: what is promised is on it, nothing is cut, nobody is shut out. */
export async function look(screen: Locator, name: string): Promise<void> {
  const page = screen.page();
  const id = await screen.getAttribute('data-id');
  for (const [device, size] of Object.entries(DEVICES)) {
    await page.setViewportSize(size);
    // Not scrollIntoViewIfNeeded: the log may be drawn anew meanwhile.
    await screen.evaluate((message) => message.scrollIntoView({ block: 'start' }));
    const where = `${name} on a ${device}`;
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), where).toBe(false);
    // What is drawn anew at that moment stands nowhere.
    await vi.waitFor(async () => expect(await cutIn(screen), where).toEqual([]));
    expect(await findBarriers(page, `[data-id="${id}"]`), where).toEqual([]);
    await shoot(page, `course-${name}-${device}`);
  }
  await page.setViewportSize(DEVICES.desktop);
  expect(await read(screen), name).not.toMatch(/undefined|NaN|\[object|<t:|<@/);
}

/** Buttons, menus, pictures and blocks that stick out of the log or hide a part of their text. */
function cutIn(screen: Locator): Promise<string[]> {
  return screen.locator('.button, .menu, img, pre, .container').evaluateAll((all) =>
    all
      .filter((element) => {
        const frame = element.closest('.log')?.getBoundingClientRect();
        const { left, right } = element.getBoundingClientRect();
        const isOutside = !frame || left < frame.left - 1 || right > frame.right + 1;
        const hides = [element, ...element.children].some(
          (each) =>
            !each.classList.contains('visually-hidden') &&
            each.computedStyleMap().get('overflow-x')?.toString() !== 'visible' &&
            each.scrollWidth > each.clientWidth + 1,
        );
        // A block of code scrolls by itself, as in Discord.
        return isOutside || (hides && element.tagName !== 'PRE');
      })
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
  );
}
