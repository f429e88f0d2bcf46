// What the documents name exists: paths, links and their headings, npm scripts, commands, environment variables.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { features } from '#features/index.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

type Doc = { file: string; text: string };

const documents: Doc[] = ['README.md', 'CHANGELOG.md', 'src/README.md', '.github/**/*.md', 'content/*.md']
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .map((file) => ({ file, text: read(file) }));
const textOf = (file: string) => documents.find((doc) => doc.file === file)?.text ?? '';

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);

describe('documents', () => {
  it('are all there', () => {
    expect(documents.map(({ file }) => file)).toEqual(
      expect.arrayContaining([
        'README.md',
        'CHANGELOG.md',
        'src/README.md',
        'content/README.md',
        ...['CONTRIBUTING', 'SECURITY', 'CODE_OF_CONDUCT', 'PRIVACY', 'TERMS'].map(
          (name) => `.github/${name}.md`,
        ),
      ]),
    );
  });

  it('name only paths that exist', () => {
    expect(pathsIn(textOf('src/README.md')).length).toBeGreaterThan(80);
    expect(pathsIn(textOf('README.md')).length).toBeGreaterThan(10);
    expect(documents.flatMap(missingPaths)).toEqual([]);
  });

  it.each([
    '`src/features/record/answer/rule.ts`',
    '`src/nowhere/`',
    '`CHANGES.md`',
    '`test/**/*.nothing.ts`',
  ])('would be caught naming %s', (text) => {
    expect(missingPaths({ file: 'README.md', text })).not.toEqual([]);
  });

  it('link only to files and headings that exist', () => {
    expect(documents.flatMap(({ text }) => linksIn(text)).length).toBeGreaterThan(25);
    expect(documents.flatMap(deadLinks)).toEqual([]);
    const planted = '[a](src/no.md) [b](#no-such-heading) [c](src/README.md#no-such-heading)';
    expect(deadLinks({ file: 'README.md', text: planted })).toHaveLength(3);
  });

  it('name only npm scripts that exist', () => {
    expect(documents.flatMap(({ text }) => scriptsIn(text)).length).toBeGreaterThan(20);
    expect(documents.flatMap(missingScripts)).toEqual([]);
    expect(missingScripts({ file: 'README.md', text: '`npm run nothing -- --all`' })).toHaveLength(1);
  });
});

describe('src/README.md', () => {
  const house = textOf('src/README.md');

  it('says of at least 40 behaviours where they live', () => {
    const table = /^## Where is it\?\n([\s\S]*?)^## /m.exec(house)?.[1] ?? '';
    const rows = table.split('\n').filter((line) => line.startsWith('| ') && line.includes('`src/'));
    expect(rows.length).toBeGreaterThanOrEqual(40);
  });

  it('names every feature', () => {
    const names = globSync('src/features/*/*/index.ts', { cwd: root }).map(
      (file) => dirname(file).split('/').at(-1) ?? '',
    );
    expect(names.length).toBeGreaterThan(14);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(house))).toEqual([]);
  });

  it('names every hook and offer of a feature', () => {
    const hooks = namesInType(read('src/bot/feature.ts'), 'Feature');
    const offers = namesInType(read('src/features/index.ts'), 'Offers');
    expect([hooks.length > 8, offers.length > 6]).toEqual([true, true]);
    expect([...hooks, ...offers].filter((name) => !house.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('README.md', () => {
  const readme = textOf('README.md');

  it('lists every command with its subcommands', () => {
    const named = features
      .flatMap(({ commands }) => commands ?? [])
      .flatMap(({ data }) => [
        `/${data.name}`,
        ...(data.options ?? []).filter(({ type }) => type === 1).map(({ name }) => name),
      ]);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !readme.includes(name))).toEqual([]);
  });

  it('lists every environment variable of .env.example but the password of Compose', () => {
    const variables = [...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(variables.length).toBeGreaterThan(9);
    const unlisted = variables.filter((name) => !readme.includes(`\`${name}\``));
    expect(unlisted.filter((name) => name !== 'POSTGRES_PASSWORD')).toEqual([]);
  });
});

describe('what GitHub reads', () => {
  type Step = { uses?: string; run?: string; with?: { push?: boolean; platforms?: string } };
  type Workflow = { permissions: object; jobs: Record<string, { steps: Step[] }> };
  // safe: expectations look at every field
  const workflow = parse(read('.github/workflows/ci.yml')) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it('runs the judgement of the repository, and builds the image without pushing it', () => {
    expect(steps.some(({ run }) => run === '.ci/run')).toBe(true);
    expect(existsSync(join(root, '.ci/run'))).toBe(true);
    const build = steps.find(({ uses }) => uses?.startsWith('docker/build-push-action@'));
    expect(build?.with).toMatchObject({
      ...{ push: false, platforms: 'linux/amd64,linux/arm64' },
      ...{ sbom: true, provenance: 'mode=max', outputs: expect.stringContaining('type=oci') },
    });
  });

  it('may only read, with actions of a fixed version', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(3);
    expect(actions.filter((action) => !/@v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  it('asks in forms that have a name, a description and something required', () => {
    const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: root }).filter(
      (file) => !file.endsWith('config.yml'),
    );
    expect(forms.length).toBe(3);
    for (const file of forms) {
      const form = parse(read(file));
      expect(form, file).toMatchObject({ name: expect.any(String), description: expect.any(String) });
      expect(JSON.stringify(form.body), file).toContain('"required":true');
    }
  });
});

// --- reading ----------------------------------------------------------------------------------------------------

/** Top folders and files of the repository: what begins like these is meant from its root. */
const TOP = /^(src|test|content|migrations|\.github|\.ci)\/|^[A-Z][A-Za-z]*\.md$|^(package|tsconfig)\.json$/;

/** What stands in backticks and reads like a path; "<feature>" and "…" stand for something else. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) => TOP.test(code) && !/[<>…\s]/.test(code));
}

function missingPaths({ file, text }: Doc): string[] {
  return pathsIn(text)
    .filter((path) => globSync(path.replace(/\/$/, ''), { cwd: root }).length === 0)
    .map((path) => `${file} names ${path}`);
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target));
}

function deadLinks({ file, text }: Doc): string[] {
  return linksIn(text)
    .filter((target) => {
      const [path = '', heading] = target.split('#');
      const goal = path === '' ? file : normalize(join(dirname(file), path));
      if (!existsSync(join(root, goal))) return true;
      return heading !== undefined && !headingsOf(goal).includes(heading);
    })
    .map((target) => `${file} links to ${target}`);
}

/** Headings as GitHub makes anchors of them. */
function headingsOf(file: string): string[] {
  return [...read(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function scriptsIn(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
    ([, script, short]) => script ?? short ?? '',
  );
}

function missingScripts({ file, text }: Doc): string[] {
  return scriptsIn(text)
    .filter((script) => !scripts.includes(script))
    .map((script) => `${file} names npm run ${script}`);
}

/** The members of a type, by its text: its own, not those of types within. */
function namesInType(code: string, type: string): string[] {
  const body = new RegExp(`^(?:export )?type ${type} = \\{\\n([\\s\\S]*?)^\\};`, 'm').exec(code)?.[1] ?? '';
  return [...body.matchAll(/^ {2}(\w+)\??[(:]/gm)].map(([, name = '']) => name);
}
