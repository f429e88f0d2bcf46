// Secrets that lie in files, as container platforms hand them over: `<name>_FILE` names the file.
import { readFileSync } from 'node:fs';
import type { Environment } from './config.ts';

const SECRETS = ['DISCORD_TOKEN', 'DATABASE_URL', 'PGPASSWORD', 'OTEL_EXPORTER_OTLP_HEADERS'];

export const SECRET_FILES: readonly string[] = SECRETS.map((name) => `${name}_FILE`);

export type ReadFile = (path: string) => string;
const readText: ReadFile = (path) => readFileSync(path, 'utf8');

/** What the files hold, by the name of the variable; faults are one plain line each, never with what was read. */
export function readSecrets(
  env: Record<string, string>,
  readFile: ReadFile = readText,
): { values: Environment; faults: string[] } {
  const faults: string[] = [];
  const read = (name: string): [string, string][] => {
    const path = env[`${name}_FILE`];
    if (!path) return [];
    if (env[name]) {
      faults.push(`${name} and ${name}_FILE are both set: remove one of them.`);
      return [];
    }
    try {
      const value = readFile(path).replace(/^\uFEFF/, '');
      if (!value.trim()) faults.push(`${name}_FILE names ${path}, which is empty.`);
      return [[name, value]];
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : error;
      faults.push(`${name}_FILE names ${path}, which cannot be read (${code}): correct it.`);
      return [];
    }
  };
  return { values: Object.fromEntries(SECRETS.flatMap(read)), faults };
}
