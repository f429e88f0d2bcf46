// The loader on packs with planted faults: each is reported with its file and line, all of them at once.

import { rm } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ContentError, type Fault } from '#content/fault.ts';
import { loadPacks } from '#content/load.ts';
import { concepts, exam, planted, questions } from './planted-faults.ts';
import { type PackFiles, smallPack, writePacks } from './small-pack.ts';

describe('a pack with one planted fault', () => {
  it.each(planted)('reports $rule, with file and line', async (fault) => {
    const text = smallPack[fault.file] ?? '';
    expect(text).toContain(fault.from);
    const files = { ...smallPack, [fault.file]: text.replace(fault.from, () => fault.to) };
    const file = fault.in ?? fault.file;
    const before =
      (fault.on === undefined ? text : (files[file] ?? '')).split(fault.on ?? fault.from)[0] ?? '';
    expect(await faultsOf({ small: files })).toContainEqual({
      file: expect.stringMatching(`/small/${file}$`),
      line: before.split('\n').length,
      text: expect.stringMatching(fault.says),
    });
  });
});

describe('a content directory', () => {
  it('loads when it is sound', async () => {
    const packs = await loadPacks(await writeTemporary({ small: smallPack }));
    const pack = packs.get('small');
    expect([...packs.keys()]).toEqual(['small']);
    expect([...(pack?.concepts.keys() ?? [])]).toEqual(['queue', 'lock']);
    expect(pack?.questions.get('q-1.1-001')).toMatchObject({ lesson: '1.1', module: '1', version: 1 });
  });

  it('may hold several packs, and a README in each', async () => {
    const second = { ...smallPack, 'exam.yaml': smallPack[exam]?.replace('id: small', 'id: second') ?? '' };
    const others = { ...smallPack, '1-basics/1.1-queues.flashcards.yaml': '[]' };
    const packs = await loadPacks(
      await writeTemporary({ small: { ...others, 'README.md': 'Hello' }, second }),
    );
    expect([...packs.keys()].toSorted()).toEqual(['second', 'small']);
  });

  it('reports every fault of every file at once, in the order of files and lines', async () => {
    const files = {
      ...smallPack,
      [exam]: smallPack[exam]?.replace('weight: 60', 'weight: 61') ?? '',
      [questions]:
        smallPack[questions]?.replace('family: build', 'family: other').replace('[lock]', '[lokc]') ?? '',
    };
    const faults = await faultsOf({ small: files, worse: { ...files, 'notes.yml': '' } });
    // Three in each pack, the exam that is named unlike the folder "worse", and the file of an unknown name.
    expect(faults).toHaveLength(8);
    expect(faults.map((fault) => fault.file)).toEqual(faults.map((fault) => fault.file).toSorted());
  });

  it.each([exam, concepts])('misses %s', async (name) => {
    const files = Object.fromEntries(Object.entries(smallPack).filter(([file]) => file !== name));
    const missing = {
      file: expect.stringMatching(`/small/${name}$`),
      line: 1,
      text: expect.stringMatching(/is missing/),
    };
    expect(await faultsOf({ small: files })).toContainEqual(missing);
  });

  it.each(['1-basics/1.1-queues.question.yaml', '1-Basics/module.yaml', 'concept.yml'])(
    'rejects the name %s',
    async (name) => {
      const faults = await faultsOf({ small: { ...smallPack, [name]: '[]' } });
      expect(faults).toEqual([
        { file: expect.stringMatching(`/small/${name}$`), line: 1, text: expect.any(String) },
      ]);
    },
  );

  it('says so when it is empty', async () => {
    expect(await faultsOf({})).toEqual([
      { file: expect.any(String), line: 1, text: expect.stringMatching(/no exam pack/) },
    ]);
  });

  it('does not blame the questions for a concept that could not be read', async () => {
    const broken = smallPack[concepts]?.replace('frequency: high', 'frequency: often') ?? '';
    const faults = await faultsOf({ small: { ...smallPack, [concepts]: broken } });
    expect(faults.map((fault) => fault.text)).toEqual([expect.stringMatching(/frequency is "often"/)]);
  });

  it('prints a fault as file:line: what is wrong', async () => {
    const error = new ContentError([{ file: 'content/a.yaml', line: 3, text: 'x is missing: add it' }]);
    expect(error.message).toBe('content/a.yaml:3: x is missing: add it');
  });
});

async function writeTemporary(packs: Record<string, PackFiles>): Promise<string> {
  const dir = await writePacks(packs);
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}

async function faultsOf(packs: Record<string, PackFiles>): Promise<readonly Fault[]> {
  const dir = await writeTemporary(packs);
  const error = await loadPacks(dir).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ContentError) return error.faults;
  throw error ?? new Error('the packs loaded without a fault');
}
