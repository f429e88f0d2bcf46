// Questions as earlier releases asked them: what an update must keep, and that the pack has kept it.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ContentError } from '#content/fault.ts';
import { loadPacks } from '#content/load.ts';
import type { Question } from '#content/pack.ts';
import { compareVersions } from '#content/supersede/compare.ts';
import { makeQuestion } from '../support/pack.ts';
import { smallPack, writePacks } from './small-pack.ts';

const todayOf = (...questions: Question[]) =>
  new Map(questions.map((question) => [question.id, question] as const));

describe('what an update must keep', () => {
  const released = makeQuestion();
  const renewed = makeQuestion({ version: 2, stem: 'Another stem.' });

  it('is a question whose version has gone up, as it was released', () => {
    const { kept } = compareVersions([released], { today: todayOf(renewed), kept: [] });
    expect(kept).toEqual([released]);
  });

  it('is a question that is asked no more', () => {
    const { kept } = compareVersions([released], { today: new Map(), kept: [] });
    expect(kept).toEqual([released]);
  });

  it('is nothing of a question that has not changed, or whose marks alone have', () => {
    const marked = makeQuestion({ difficulty: 3, concepts: ['another'] });
    const compared = compareVersions([released], { today: todayOf(marked), kept: [] });
    expect(compared).toEqual({ kept: [], unversioned: [] });
  });

  it('is added to what was kept before, each version once and in order', () => {
    const third = makeQuestion({ version: 3 });
    const other = makeQuestion({ id: 'q-1.1-000' });
    const compared = compareVersions([renewed], { today: todayOf(third), kept: [released, other, renewed] });
    expect(compared.kept.map(({ id, version }) => `${id}/${version}`)).toEqual([
      'q-1.1-000/1',
      'q-1.1-001/1',
      'q-1.1-001/2',
    ]);
  });

  it.each([
    ['another stem', makeQuestion({ stem: 'Another stem.' })],
    ['another key', makeQuestion({ keys: 2 })],
    ['another takeaway', makeQuestion({ takeaway: 'Another takeaway.' })],
  ])('names a question with %s under the same version', (_, today) => {
    const { unversioned } = compareVersions([released], { today: todayOf(today), kept: [] });
    expect(unversioned).toEqual(['q-1.1-001']);
  });

  it('names a question whose version has gone down', () => {
    const { unversioned } = compareVersions([renewed], { today: todayOf(released), kept: [] });
    expect(unversioned).toEqual(['q-1.1-001']);
  });
});

describe('superseded.jsonl', () => {
  const lineOf = (question: Question) => `${JSON.stringify(question)}\n`;
  // The small pack's questions have version 1, and so nothing was there before them.
  const second = smallPack['1-basics/1.1-queues.questions.yaml']?.replace(
    'id: q-1.1-001',
    'id: q-1.1-001\n  version: 2',
  );

  it('is loaded with the pack, whatever schema its questions were written under', async () => {
    const { skills: _, ...old } = makeQuestion({ stem: 'Short.' });
    const files = { 'superseded.jsonl': `${JSON.stringify({ ...old, skills: ['1.1.1'], mark: 'old' })}\n` };
    const packs = await load({ ...files, '1-basics/1.1-queues.questions.yaml': second ?? '' });
    expect(packs.get('small')?.superseded).toEqual([{ ...old, skills: {} }]);
  });

  it.each([
    ['a line that is no JSON', '{"id":', /no question as JSON/],
    ['a line that is no question', '{"id":"q-1.1-001"}', /no question as JSON/],
    ['the version of today', lineOf(makeQuestion()), /version 1 is kept here, and today's is 1/],
    [
      'a version twice',
      lineOf(makeQuestion({ id: 'q-9.9-001' })).repeat(2),
      /version 1 of q-9.9-001 is taken/,
    ],
  ])('reports %s', async (_, text, says) => {
    await expect(load({ 'superseded.jsonl': text })).rejects.toThrow(says);
    await expect(load({ 'superseded.jsonl': text })).rejects.toThrow(ContentError);
  });

  it('may hold questions that are asked no more', async () => {
    const packs = await load({ 'superseded.jsonl': lineOf(makeQuestion({ id: 'q-9.9-001', version: 7 })) });
    expect(packs.get('small')?.superseded).toMatchObject([{ id: 'q-9.9-001', version: 7 }]);
  });
});

describe('the developer pack', async () => {
  const pack = (await loadPacks(join(import.meta.dirname, '../../content'))).get('aws-developer-associate');
  const superseded = pack?.superseded ?? [];

  it('keeps for each question that was changed after a release what that release asked', () => {
    const kept = new Set(superseded.map(({ id }) => id));
    const renewed = [...(pack?.questions.values() ?? [])].filter(({ version }) => version > 1);
    expect(superseded.length).toBeGreaterThan(300);
    // Otherwise: npm run content:supersede -- <commit of the last release>
    expect(renewed.filter(({ id }) => !kept.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('keeps only versions that are lower than those of today', () => {
    const wrong = superseded.filter(
      ({ id, version }) => version >= (pack?.questions.get(id)?.version ?? Infinity),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('keeps a key and a reason for each of its options', () => {
    const empty = superseded.filter(
      ({ options }) => !options.some(({ correct }) => correct) || options.some(({ why }) => why === ''),
    );
    expect(empty.map(({ id }) => id)).toEqual([]);
  });
});

async function load(files: Record<string, string>) {
  const dir = await writePacks({ small: { ...smallPack, ...files } });
  onTestFinished(() => rm(dir, { recursive: true }));
  return loadPacks(dir);
}
