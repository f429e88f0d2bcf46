// Secrets that lie in files which the environment names, as container platforms hand them over.
import { readFileSync } from 'node:fs';

/** Whose value may lie in a file that `<name>_FILE` names. */
const SECRETS = ['DISCORD_TOKEN', 'DATABASE_URL'];

export type ReadFile = (path: string) => string;
export const readText: ReadFile = (path) => readFileSync(path, 'utf8');

type Reading = { readFile: ReadFile; faults: string[] };

/** What can be read; a fault is one plain line more in `faults`. */
export function readSecrets(
  env: Record<string, string>,
  { readFile, faults }: Reading,
): Record<string, string> {
  const read = (name: string): [string, string][] => {
    const path = env[`${name}_FILE`];
    if (!path) return [];
    if (env[name]) {
      faults.push(`${name} and ${name}_FILE are both set: remove one of them.`);
      return [];
    }
    try {
      const value = readFile(path);
      if (!value.trim()) faults.push(`${name}_FILE names ${path}, which is empty.`);
      return [[name, value]];
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : error;
      faults.push(`${name}_FILE names ${path}, which cannot be read (${code}): correct it.`);
      return [];
    }
  };
  return Object.fromEntries(SECRETS.flatMap(read));
}
