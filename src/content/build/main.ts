// npm run content:build: compiles every pack under content/, writes the JSON Schemas of its files, and names them in the
// first line of each YAML file. Schemas and first lines belong into a commit, what was compiled does not.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ContentError } from '../fault.ts';
import { compiledFolder, listPackFiles, listPackFolders, SCHEMAS } from '../folder.ts';
import { compilePacks } from './compile.ts';
import { nameSchema, printSchemas } from './schemas.ts';

const root = join(import.meta.dirname, '../../..');
const contentDir = join(root, 'content');

writeSchemas();
try {
  // After the first lines, which are part of the files.
  const packs = await compilePacks(contentDir);
  for (const { exam, questions } of packs.values())
    print(`${relative(root, compiledFolder(contentDir))}/${exam.id}.json: ${questions.size} questions`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  print(error.message);
  process.exitCode = 1;
}

function writeSchemas(): void {
  mkdirSync(join(contentDir, SCHEMAS), { recursive: true });
  for (const [name, text] of printSchemas()) writeFileSync(join(contentDir, SCHEMAS, name), text);
  for (const folder of listPackFolders(contentDir)) {
    const names = listPackFiles(join(contentDir, folder)).filter((name) => name.endsWith('.yaml'));
    for (const path of names.map((name) => `${folder}/${name}`)) {
      const text = readFileSync(join(contentDir, path), 'utf8');
      const named = nameSchema(text, path);
      if (named !== text) writeFileSync(join(contentDir, path), named);
    }
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
