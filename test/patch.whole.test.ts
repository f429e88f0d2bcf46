// What reviewers decided, in the files of the packs: nothing else of them moves.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Amendment } from '#content/library.ts';
import type { Question } from '#content/pack.ts';
import { amendFile } from '../src/patch.ts';

const file = join(
  import.meta.dirname,
  '../content/aws-developer-associate/1-lambda/1.1-lifecycle.questions.yaml',
);
const text = readFileSync(file, 'utf8');
// safe: the loader has checked the file
const all = parse(text) as Question[];
const [first] = all;
if (!first) throw new Error('no question');
const amendment = (change: Partial<Question>, more: Partial<Amendment> = {}): Amendment => ({
  exam: 'aws-developer-associate',
  baseVersion: first.version,
  question: { ...first, ...change },
  isRetired: false,
  ...more,
});
const changedLines = (after: string) => {
  const before = new Set(text.split('\n'));
  return after.split('\n').filter((line) => !before.has(line));
};

describe('a patch', () => {
  it('of a changed key touches the version and the marks alone', () => {
    const options = first.options.map((option) => ({ ...option, correct: option.id === 'd' }));
    const after = amendFile(text, [amendment({ options })]);
    expect(changedLines(after)).toEqual([`  version: ${first.version + 1}`]);
    const [question, ...others] = parse(after) as Question[];
    expect(question?.options.filter(({ correct }) => correct).map(({ id }) => id)).toEqual(['d']);
    expect(others).toEqual(all.slice(1));
  });

  it('of a mended text keeps everything else of the item, and all others', () => {
    const [question, ...others] = parse(
      amendFile(text, [amendment({ stem: 'Another stem: "so", it is.' })]),
    ) as Question[];
    expect(question).toEqual({ ...first, version: first.version + 1, stem: 'Another stem: "so", it is.' });
    expect(others).toEqual(all.slice(1));
  });

  it('of a retired question takes it out', () => {
    expect(parse(amendFile(text, [amendment({}, { isRetired: true })]))).toEqual(all.slice(1));
  });

  it('leaves a question that a release has changed since', () => {
    expect(amendFile(text, [amendment({ stem: 'Other' }, { baseVersion: first.version - 1 })])).toBe(text);
  });
});
