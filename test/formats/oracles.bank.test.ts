// Other people's readers as second opinions of what we write.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { convertQti2toQti3 } from '@citolab/qti-convert/qti-convert-node';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'gift-pegjs';
import { describe, expect, it } from 'vitest';
import { domainIdOf } from '#content/pack.ts';
import { writeBank } from '#formats/formats.ts';
import type { Bank, Item } from '#formats/item.ts';
import { bankOf } from '#formats/official.ts';
import { allNamed, parseXml, textOf } from '#formats/xml.ts';
import { loadBank } from '../support/bank.ts';

const [pack] = [...(await loadBank()).values()];
if (!pack) throw new Error('no pack');
const edition = pack.exam.editions.at(-1)?.id ?? '';
const bank: Bank = bankOf(pack, (question) => domainIdOf(pack, edition, question));
/** Every twentieth, so that all kinds are among them. */
const some: Bank = { ...bank, items: bank.items.filter((_, index) => index % 20 === 0) };

const rightOf = ({ options }: Item) => options.filter(({ correct }) => correct).map(({ text }) => text);

describe('gift-pegjs', () => {
  it('reads every question with its weights and feedback', async () => {
    const { bytes } = await writeBank('gift', bank);
    const questions = parse(strFromU8(bytes)).filter(({ type }) => type === 'MC');
    expect(questions).toHaveLength(bank.items.length);
    const byTitle = new Map(questions.map((question) => [question.title, question]));
    for (const item of bank.items) {
      const question = byTitle.get(item.key);
      if (question?.type !== 'MC') throw new Error(`${item.key} is missing`);
      expect(question.stem).toMatchObject({ format: 'markdown', text: item.stem });
      const right = rightOf(item);
      const found = question.choices.filter(({ isCorrect, weight }) => isCorrect || (weight ?? 0) > 0);
      expect(found.map(({ text }) => text.text)).toEqual(right);
      expect(question.choices.map(({ feedback }) => feedback?.text)).toEqual(
        item.options.map(({ why }) => why),
      );
    }
  });
});

describe('qti-convert', () => {
  it('turns items into QTI 3, with the same keys', { timeout: 120_000 }, async () => {
    const { bytes } = await writeBank('qti21', { ...some, items: some.items.slice(0, 12) });
    const files = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('items/'));
    expect(files).toHaveLength(12);
    for (const [name, file] of files) {
      const root = parseXml(await convertQti2toQti3(strFromU8(file)));
      const item = some.items.find(({ key }) => name === `items/${key}.xml`);
      if (!item) throw new Error(name);
      expect(root.name).toBe('qti-assessment-item');
      const key = allNamed(root, 'qti-correct-response').flatMap((each) =>
        allNamed(each, 'qti-value').map(textOf),
      );
      const letters = item.options.flatMap(({ correct }, index) => (correct ? ['ABCDEF'[index]] : []));
      expect(key).toEqual(letters);
      expect(allNamed(root, 'qti-simple-choice')).toHaveLength(item.options.length);
    }
  });
});

// Where Mnemosyne is installed (on Debian: apt-get install mnemosyne); the system's own Python has it.
const python = '/usr/bin/python3';
const run = promisify(execFile);
const isThere = await run(python, ['-c', 'import mnemosyne']).then(
  () => true,
  () => false,
);

describe.runIf(isThere)('Mnemosyne', () => {
  it('imports every card', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cohort-mnemosyne-'));
    const file = join(folder, 'bank.apkg');
    await writeFile(file, (await writeBank('apkg', some)).bytes);
    const script = join(import.meta.dirname, '../anki/import-anki.py');
    const { stdout } = await run(python, [script, await mkdtemp(join(folder, 'home-')), file]);
    const cards = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { front: string; back: string }[];
    expect(cards).toHaveLength(some.items.length);
    expect(cards.every(({ back }) => back.includes('✓'))).toBe(true);
    await rm(folder, { recursive: true, force: true });
  });
});
