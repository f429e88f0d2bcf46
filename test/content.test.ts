// The real content/: every pack loads, every question is free of the flaws a program can see, and the bank as a
// whole gives nothing away. That the detectors themselves work is tested in test/content/flaws.test.ts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countLengthCues, type FlawCode, findCopiedText, findFlaws } from '#content/flaws.ts';
import { loadPacks } from '#content/load.ts';
import { type Pack, questionsFor } from '#content/pack.ts';

const root = join(import.meta.dirname, '..');

// Where the references of a pack may lead: its provider's own pages. Kiro is a product of AWS with its own site.
const hostsByExam: Record<string, string[]> = {
  'aws-developer-associate': ['docs.aws.amazon.com', 'aws.amazon.com', 'kiro.dev'],
};

// The lessons that had to be covered first; the ten later ones may still be empty.
const coveredLessons: Record<string, string[]> = {
  'aws-developer-associate': ['1', '2', '3', '4', '5', '6', '7', '8'].flatMap((module) =>
    ['1', '2', '3'].map((lesson) => `${module}.${lesson}`),
  ),
};

const flawNames: Record<FlawCode, string> = {
  F01: 'keeps the limits of length',
  F02: 'has the right number of options and keys, and says how many to select',
  F06: 'points at no option by letter or place',
  F07: 'has no option that stands for others',
  F08: 'asks a question, and asks for what is right',
  F22: "refers to the provider's own pages",
  F26: 'has a rationale of its own for each option',
  F27: 'holds nothing that Discord would render or mention',
};

const bookOfCopies = join(root, '../shared/content/copied-text-8grams.txt.gz');

// Loaded once, before the tests are collected; what goes wrong is the business of the first test.
const loading = await loadPacks(join(root, 'content')).then(
  (packs) => ({ packs: [...packs.values()], error: null }),
  (error: unknown) => ({ packs: [] as Pack[], error }),
);

it('every file under content/ loads without a fault', () => {
  if (loading.error !== null) throw loading.error;
  expect(loading.packs.map((pack) => pack.exam.id)).toContain('aws-developer-associate');
});

describe.each(loading.packs.map((pack) => ({ id: pack.exam.id, pack })))('$id', ({ id, pack }) => {
  const questions = [...pack.questions.values()];
  const flaws = questions.flatMap((question) =>
    findFlaws(question, hostsByExam[id] ?? []).map(({ code, text }) => ({
      code,
      line: `${question.id}: ${text}`,
    })),
  );
  const linesOf = (code: string) => flaws.filter((flaw) => flaw.code === code).map(({ line }) => line);

  it('has questions', () => {
    expect(questions.length).toBeGreaterThan(0);
  });

  it.each(Object.entries(flawNames))('%s: every question %s', (code) => {
    expect(linesOf(code)).toEqual([]);
  });

  it('F03: the longest option is the key in 30 % of the single-answer questions at most', () => {
    const { items, longest } = countLengthCues(questions);
    expect(longest / items).toBeLessThanOrEqual(0.3);
  });

  it('F04: the shortest option is the key in 30 % of the single-answer questions at most', () => {
    const { items, shortest } = countLengthCues(questions);
    expect(shortest / items).toBeLessThanOrEqual(0.3);
  });

  it('F21: no question shares eight words in a row with a published one', ({ skip }) => {
    if (!existsSync(bookOfCopies)) skip(`the list of published sequences is not here: ${bookOfCopies}`);
    const hashes = new Set(gunzipSync(readFileSync(bookOfCopies)).toString('utf8').split('\n'));
    const copies = questions.flatMap((question) =>
      findCopiedText(question, hashes).map((words) => `${question.id}: ${words}`),
    );
    expect(hashes.size).toBeGreaterThan(1000);
    expect(copies).toEqual([]);
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
      .filter(({ reference }) => !hostsByExam[id]?.includes(new URL(reference).host))
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
