// The real content/: every pack loads, and no question, lesson or flashcard has an error that the checker can see. Gaps
// and tricks of the bank as a whole are left to npm run content:check. That the detectors themselves work is tested in
// test/content/bank.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemblePack } from '#content/assemble.ts';
import { checkBank } from '#content/bank/check.ts';
import { readCopies } from '#content/bank/copies.ts';
import { readRules } from '#content/bank/rules.ts';
import type { Fault } from '#content/fault.ts';
import { type Pack, questionsFor } from '#content/pack.ts';
import { loadBank, readBank, withoutLines } from './support/bank.ts';

const root = join(import.meta.dirname, '..');

// The lessons that had to be covered first; the ten later ones may still be empty.
const coveredLessons: Record<string, string[]> = {
  'aws-developer-associate': ['1', '2', '3', '4', '5', '6', '7', '8'].flatMap((module) =>
    ['1', '2', '3'].map((lesson) => `${module}.${lesson}`),
  ),
};

// What belongs to the bank and not to one of its parts.
const ofTheWhole = ['F29', 'L06', 'C05'];

// Loaded once, before the tests are collected; what goes wrong is the business of the first test.
const loading = await loadBank().then(
  (packs) => ({ packs: [...packs.values()], error: null }),
  (error: unknown) => ({ packs: [] as Pack[], error }),
);

it('every file under content/ loads without a fault', () => {
  if (loading.error !== null) throw loading.error;
  expect(loading.packs.map((pack) => pack.exam.id)).toContain('aws-developer-associate');
});

describe.each(loading.packs.map((pack) => ({ id: pack.exam.id, pack })))('$id', async ({ id, pack }) => {
  const questions = [...pack.questions.values()];
  const { rules, errors } = await findErrors(id);

  it('has questions', () => {
    expect(questions.length).toBeGreaterThan(0);
  });

  it('has no question, lesson or flashcard with an error', () => {
    expect(errors).toEqual([]);
  });

  it('has two questions or more for each lesson of the course', () => {
    const missing = (coveredLessons[id] ?? []).filter(
      (lesson) => questions.filter((question) => question.lesson === lesson).length < 2,
    );
    expect(missing).toEqual([]);
  });

  it('has questions for every domain of every edition', () => {
    const empty = pack.exam.editions.flatMap((edition) =>
      edition.domains
        .filter((domain) => questionsFor(pack, edition.id, { kind: 'domain', id: domain.id }).length === 0)
        .map((domain) => `${edition.id}: ${domain.name}`),
    );
    expect(empty).toEqual([]);
  });

  it("keeps the references of the concepts on the provider's own pages", () => {
    const foreign = [...pack.concepts.values()]
      .filter(({ reference }) => !rules.hosts.includes(new URL(reference).host))
      .map(({ slug, reference }) => `${slug}: ${reference}`);
    expect(foreign).toEqual([]);
  });

  it.each(['#ffffff', '#2b2d31'])(
    'has accent colours with a contrast of 3 to 1 against Discord’s %s',
    (background) => {
      const faint = pack.exam.editions
        .flatMap((edition) => edition.domains)
        .filter(({ color }) => contrast(color, background) < 3)
        .map(({ color }) => color);
      expect(faint).toEqual([]);
    },
  );
});

/** The errors of single items in one pack, in words, and the rules they were found by. */
async function findErrors(id: string) {
  const faults: Fault[] = [];
  const { sources } = await readBank();
  const source = sources.find(({ folder }) => folder === id);
  const rules = await readRules(join(root, 'content', id), faults);
  const [pack] = source === undefined ? [] : assemblePack(source);
  if (source === undefined || pack === undefined || rules === null) throw new Error(JSON.stringify(faults));
  const copies = readCopies(join(root, 'content', id));
  const errors = checkBank({ sources: withoutLines(source), pack, rules, copies })
    .filter(({ level, code, id: item }) => level === 'error' && item !== id && !ofTheWhole.includes(code))
    .map(({ code, id: item, text }) => `${code} ${item}: ${text}`);
  return { rules, errors };
}

/** The contrast ratio of WCAG 2, between 1 and 21. */
function contrast(first: string, second: string): number {
  const [light = 1, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
