// The JSON Schemas beside the packs: those of the loader, named by every file, and true of every file.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nameSchema, printSchemas } from '#content/build/schemas.ts';
import { loadSmallPack, smallPack } from './small-pack.ts';

const content = join(import.meta.dirname, '../../content');
const files = globSync('*/**/*.yaml', { cwd: content });
const schemas = printSchemas();

describe('content/schemas', () => {
  it('is what npm run content:build writes today', () => {
    const written = readdirSync(join(content, 'schemas')).toSorted();
    expect(written).toEqual([...schemas.keys()].toSorted());
    const stale = written.filter(
      (name) => readFileSync(join(content, 'schemas', name), 'utf8') !== schemas.get(name),
    );
    expect(stale).toEqual([]);
  });

  it('is named in the first line of every YAML file, by a path that leads to it', () => {
    expect(files.length).toBeGreaterThan(80);
    const unnamed = files.filter((file) => {
      const text = readFileSync(join(content, file), 'utf8');
      return nameSchema(text, file) !== text || !text.startsWith('# yaml-language-server: $schema=../');
    });
    expect(unnamed).toEqual([]);
  });

  it.each(files)('holds for %s', (file) => {
    const schema = JSON.parse(
      schemas.get(`${basename(file, '.yaml').split('.').at(-1)}.json`) ?? 'null',
    ) as z.core.JSONSchema.JSONSchema;
    const value = load(readFileSync(join(content, file), 'utf8'));
    expect(z.fromJSONSchema(schema).safeParse(value).error?.issues ?? []).toEqual([]);
  });

  it('finds an unknown field and a text that is too long', () => {
    const schema = z.fromJSONSchema(JSON.parse(schemas.get('module.json') ?? '{}'));
    const value = { id: '1', titel: 'Basics', title: 'x'.repeat(61), lessons: [{ id: '1.1', title: 'One' }] };
    expect(
      schema
        .safeParse(value)
        .error?.issues.map(({ code }) => code)
        .toSorted(),
    ).toEqual(['too_big', 'unrecognized_keys']);
  });
});

describe('the first line of a file', () => {
  it('says how many folders up the schemas are', () => {
    expect(nameSchema('id: a\n', 'exam/exam.yaml')).toMatch(/\$schema=\.\.\/schemas\/exam\.json\nid: a\n$/);
    const deeper = nameSchema('- id: a\n', 'exam/1-basics/1.1-queues.questions.yaml');
    expect(deeper).toMatch(/\$schema=\.\.\/\.\.\/schemas\/questions\.json\n- id: a\n$/);
  });

  it('is put there once, and replaced when it is wrong', () => {
    const once = nameSchema('id: a\n', 'exam/exam.yaml');
    expect(nameSchema(once, 'exam/exam.yaml')).toBe(once);
    expect(nameSchema(once.replace('exam.json', 'else.json'), 'exam/exam.yaml')).toBe(once);
  });

  it('is not put into a file that has no schema', () => {
    expect(nameSchema('a: 1\n', 'exam/bank/notes.yaml')).toBe('a: 1\n');
  });

  it('changes nothing for the loader', async () => {
    const named = Object.entries(smallPack).map(([name, text]) => [name, nameSchema(text, `small/${name}`)]);
    expect(await loadSmallPack(Object.fromEntries(named))).toEqual(await loadSmallPack());
  });
});
