// npm run content:supersede -- <git ref of a release>
// Keeps with each pack the questions as that release asked them, where today's say something else: open questions, answers
// and exams name them. Run it before the next release, with the commit of the last one; what was kept stays.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { assemblePack } from '../assemble.ts';
import { ContentError } from '../fault.ts';
import { SUPERSEDED } from '../folder.ts';
import { parseKept } from '../kept.ts';
import type { Pack, Question } from '../pack.ts';
import { readPacks } from '../read.ts';
import { compareVersions } from './compare.ts';

const root = join(import.meta.dirname, '../../..');

const [ref] = process.argv.slice(2);
if (ref === undefined) {
  print('Say since when: npm run content:supersede -- <git ref of the last release>');
  process.exitCode = 1;
} else await supersede(ref);

async function supersede(since: string): Promise<void> {
  const { sources, faults } = await readPacks(join(root, 'content'));
  if (faults.length > 0) throw new ContentError(faults);
  for (const source of sources) for (const pack of assemblePack(source)) keep(pack, { since, source });
}

function keep(pack: Pack, { since, source }: { since: string; source: { folder: string } }): void {
  const folder = `content/${source.folder}`;
  const { kept, unversioned } = compareVersions(readRelease(since, folder), {
    today: pack.questions,
    kept: pack.superseded,
  });
  const lines = kept.map((question) => `${JSON.stringify(question)}\n`);
  if (lines.length > 0) writeFileSync(join(root, folder, SUPERSEDED), lines.join(''));
  print(
    `${folder}/${SUPERSEDED}: ${kept.length} earlier versions, ${kept.length - pack.superseded.length} new`,
  );
  for (const id of unversioned) {
    print(`${id} says something else than in ${since}, under the same version: raise its version`);
    process.exitCode = 1;
  }
}

function readRelease(since: string, folder: string): Question[] {
  const names = git('ls-tree', '-r', '--name-only', since, folder).split('\n');
  return names
    .filter((name) => name.endsWith('.questions.yaml'))
    .flatMap((name) => {
      const [, lesson = '', module = ''] = /\/((\d)\.\d{1,2})-[^/]*$/.exec(name) ?? [];
      const items = load(git('show', `${since}:${name}`));
      if (!Array.isArray(items)) throw new Error(`${name} of ${since} is no list of questions`);
      return items.map((item) => {
        const question = parseKept({ version: 1, ...item, lesson, module });
        if (question === null) throw new Error(`${item?.id} of ${since} is no question`);
        return question;
      });
    });
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
