// Playing in the page of the playground: answering what is asked there, and moving its clock.
import { join } from 'node:path';
import { desc } from 'drizzle-orm';
import type { Locator, Page } from 'playwright-core';
import { loadPacks } from '#content/load.ts';
import {
  editionOn,
  formatTopic,
  keyOf,
  listTopics,
  type Pack,
  type Question,
  questionsFor,
  selectCount,
} from '#content/pack.ts';
import type { Database } from '#db/connect.ts';
import { posts } from '#features/record/post/table.ts';

const root = join(import.meta.dirname, '../..');

export async function readPack(): Promise<Pack> {
  const [pack] = (await loadPacks(join(root, 'content'))).values();
  if (!pack) throw new Error('no exam pack');
  return pack;
}

/** A topic all of whose questions are of one kind, so that the test knows what it will be asked. */
export async function topicOf(kind: 'single' | 'multi'): Promise<string> {
  const pack = await readPack();
  const edition = editionOn(pack.exam, new Date().toISOString().slice(0, 10)).id;
  const isKind = (count: number) => (count === 1) === (kind === 'single');
  const found = listTopics(pack, edition).find(({ topic }) =>
    questionsFor(pack, edition, topic).every((question) => isKind(selectCount(question))),
  );
  if (!found) throw new Error(`no topic with ${kind} questions only`);
  return formatTopic(found.topic);
}

/** By the page's own control. Resolves when bot and page have arrived. */
export async function moveClock(page: Page, choice: RegExp): Promise<void> {
  await page.getByRole('button', { name: /Time travel/ }).click();
  await page.getByRole('dialog', { name: 'Time travel' }).getByRole('button', { name: choice }).click();
  await page.locator('.toast.shown', { hasText: /It is now/ }).waitFor({ timeout: 30_000 });
}

/** The question that was asked last, and its letters: its key, and as many that are not it. */
export async function lettersOf(db: Database, pack: Pack) {
  const [post] = await db.select().from(posts).orderBy(desc(posts.id)).limit(1);
  const question = pack.questions.get(post?.questionId ?? '');
  if (!post || !question) throw new Error('no question was asked');
  const key = keyOf(question);
  const lettersWhere = (isWanted: (id: string) => boolean) =>
    post.optionOrder.flatMap((id, index) => (isWanted(id) ? ['ABCDEF'[index] ?? ''] : []));
  const right = lettersWhere((id) => key.includes(id));
  return { question, right, wrong: lettersWhere((id) => !key.includes(id)).slice(0, right.length) };
}

/** The letters of a question's key as it stands on a screen, whatever the order of its options there. */
export function keyOn(screen: string, question: Question): string[] {
  const plain = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const right = question.options
    .filter(({ id }) => keyOf(question).includes(id))
    .map(({ text }) => plain(text));
  return [...screen.matchAll(/^([A-F])\. (.*)$/gm)].flatMap(([, letter = '', text = '']) =>
    right.includes(plain(text)) ? [letter] : [],
  );
}

/** By its buttons, or by the menu where several are right. */
export async function chooseLetters(question: Locator, letters: readonly string[]): Promise<void> {
  const page = question.page();
  const menu = question.locator('.menu');
  if ((await menu.count()) === 0) {
    await question.getByRole('button', { name: letters[0] ?? '', exact: true }).click();
    return;
  }
  await menu.click();
  for (const letter of letters) await page.getByRole('option', { name: new RegExp(`^${letter}\\b`) }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
}
