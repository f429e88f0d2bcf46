// npm run content:build: compiles every pack under content/, so that nothing has to be compiled at start.
import { join, relative } from 'node:path';
import { ContentError } from '../fault.ts';
import { compiledFolder } from '../folder.ts';
import { compilePacks } from './compile.ts';

const root = join(import.meta.dirname, '../../..');
const contentDir = join(root, 'content');

try {
  const packs = await compilePacks(contentDir);
  for (const { exam, questions } of packs.values())
    print(`${relative(root, compiledFolder(contentDir))}/${exam.id}.json: ${questions.size} questions`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  print(error.message);
  process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
