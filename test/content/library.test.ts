// What there is to ask, and what was asked once: versions that today's packs no longer hold.
import { describe, expect, it } from 'vitest';
import { parseKept } from '#content/kept.ts';
import { createLibrary, type QuestionRef } from '#content/library.ts';
import type { Question } from '#content/pack.ts';
import { makePack, makeQuestion, packsOf } from '../support/pack.ts';

const EXAM = 'aws-developer-associate';
const today = makeQuestion({ version: 3 });
const refOf = (version: number): QuestionRef => ({ exam: EXAM, id: today.id, version });

function libraryWith(kept: readonly Question[]) {
  const looked: QuestionRef[] = [];
  const library = createLibrary(packsOf(makePack({ questions: [today] })), async (ref) => {
    looked.push(ref);
    return kept.find(({ id, version }) => id === ref.id && version === ref.version) ?? null;
  });
  return { library, looked };
}

describe('a question at a version', () => {
  it('is today’s without looking anything up', async () => {
    const { library, looked } = libraryWith([]);
    expect(await library.questionAt(refOf(3))).toBe(today);
    expect(looked).toEqual([]);
  });

  it('is the one that was kept for an earlier version, looked up once', async () => {
    const before = makeQuestion({ version: 1, stem: 'As it was asked.' });
    const { library, looked } = libraryWith([before]);
    expect(await library.questionAt(refOf(1))).toBe(before);
    expect(await library.questionAt(refOf(1))).toBe(before);
    expect(looked).toEqual([refOf(1)]);
  });

  it('is never another version in its place', async () => {
    const { library } = libraryWith([makeQuestion({ version: 1 })]);
    expect(await library.questionAt(refOf(2))).toBeNull();
    expect(await library.questionAt({ ...refOf(3), exam: 'another-exam' })).toBeNull();
  });

  it('that nobody kept is looked for again: a process of the next release may keep it meanwhile', async () => {
    const kept: Question[] = [];
    const { library, looked } = libraryWith(kept);
    expect(await library.questionAt(refOf(4))).toBeNull();
    kept.push(makeQuestion({ version: 4 }));
    expect(await library.questionAt(refOf(4))).toMatchObject({ version: 4 });
    expect(looked).toHaveLength(2);
  });

  it('is forgotten when two thousand others were looked up since, and no more than those are held', async () => {
    const versions = Array.from({ length: 2001 }, (_, index) => makeQuestion({ version: 10 + index }));
    const { library, looked } = libraryWith(versions);
    for (const { version } of versions) await library.questionAt(refOf(version));
    expect(looked).toHaveLength(2001);
    await library.questionAt(refOf(2010));
    await library.questionAt(refOf(11));
    expect(looked).toHaveLength(2001);
    await library.questionAt(refOf(10));
    expect(looked).toHaveLength(2002);
  });
});

describe('a kept question', () => {
  it('is read back as it was, without its skills: their numbers belong to the guide of their day', () => {
    const question = makeQuestion({ keys: 2, skills: { c02: ['1.1.1'] } });
    const kept = JSON.parse(JSON.stringify(question)) as unknown;
    expect(parseKept(kept)).toEqual({ ...question, skills: {} });
  });

  it('of a schema that has since been given more fields can still be graded and shown', () => {
    const { id, version, difficulty, stem, options, takeaway } = makeQuestion();
    expect(parseKept({ id, version, difficulty, stem, options, takeaway, mood: 'sunny' })).toMatchObject({
      ...{ id, version, options, concepts: [], references: [], lesson: '' },
    });
  });

  it.each([null, 'text', {}, { id: 'q', version: 1 }])('is none where there is none: %j', (value) => {
    expect(parseKept(value)).toBeNull();
  });
});
