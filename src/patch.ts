// What reviewers decided of official questions, as a patch of the packs' files: so that it reaches the repository, and
// the next release carries it. Used by `npm run reports -- --patch`.
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import type { Amendment } from '#content/library.ts';
import type { Question } from '#content/pack.ts';

const run = promisify(execFile);

/** A unified diff of all files that it changes; empty where nothing was amended. Needs git. */
export async function patchOf(amendments: readonly Amendment[], contentDir: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cohort-patch-'));
  try {
    for (const name of globSync('*/*/*.questions.yaml', { cwd: contentDir })) {
      const [exam = ''] = name.split(/[\\/]/);
      const own = amendments.filter((amendment) => amendment.exam === exam);
      const before = await readFile(join(contentDir, name), 'utf8');
      const after = amendFile(before, own);
      if (after === before) continue;
      await write(join(folder, 'a/content', name), before);
      await write(join(folder, 'b/content', name), after);
    }
    return await difference(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** git ends with 1 where there is a difference. */
async function difference(cwd: string): Promise<string> {
  await mkdir(join(cwd, 'a'), { recursive: true });
  await mkdir(join(cwd, 'b'), { recursive: true });
  const args = ['diff', '--no-index', '--no-prefix', 'a', 'b'];
  try {
    return (await run('git', args, { cwd })).stdout;
  } catch (error) {
    const { code, stdout = '' } = error as { code?: unknown; stdout?: string };
    if (code === 1) return stdout;
    throw error;
  }
}

/** Only the items that were amended change, each as it stood when it was looked at; a newer one is left. */
export function amendFile(text: string, amendments: readonly Amendment[]): string {
  const [head = '', ...items] = text.split(/^(?=- id: )/m);
  const changed = items.map((item) => {
    const [, id = ''] = /^- id: (\S+)/.exec(item) ?? [];
    const [, version = '1'] = /^ {2}version: (\d+)/m.exec(item) ?? [];
    const amendment = amendments.find(({ question }) => question.id === id);
    if (!amendment || Number(version) !== amendment.baseVersion) return item;
    return amendment.isRetired ? '' : amendItem(item, amendment);
  });
  return [head, ...changed].join('');
}

function amendItem(item: string, { question, baseVersion }: Amendment): string {
  // safe: a list of one question, as the loader has read it
  const [before] = parse(item) as [Question];
  const raised = raise(item, baseVersion + 1);
  if (isTextSame(before, question)) return withKey(raised, question);
  const options = before.options.map((option, index) => ({ ...option, ...changedOption(question, index) }));
  const after = { ...before, version: baseVersion + 1, stem: question.stem, options };
  return stringify([after], { lineWidth: 118, blockQuote: 'folded' });
}

function changedOption(question: Question, index: number): { text?: string; correct?: boolean } {
  const option = question.options[index];
  return option ? { text: option.text, correct: option.correct } : {};
}

function isTextSame(before: Question, after: Question): boolean {
  const texts = ({ stem, options }: Question) =>
    [stem, ...options.map(({ text }) => text)].map((text) => text.trim());
  return JSON.stringify(texts(before)) === JSON.stringify(texts(after));
}

function raise(item: string, version: number): string {
  if (/^ {2}version: \d+$/m.test(item)) return item.replace(/^ {2}version: \d+$/m, `  version: ${version}`);
  return item.replace(/^(- id: \S+\n)/, `$1  version: ${version}\n`);
}

/** Line by line, so that nothing else of the item moves. */
function withKey(item: string, { options }: Question): string {
  let index = -1;
  return item.replace(/^ {6}correct: (?:true|false)$/gm, () => {
    index += 1;
    return `      correct: ${options[index]?.correct ?? false}`;
  });
}
