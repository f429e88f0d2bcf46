// <data>/address.json: how the terminal driver finds the running server.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asObject, asText } from './json.ts';

const fileIn = (dataDir: string) => join(dataDir, 'address.json');

export function writeAddress(dataDir: string, url: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(fileIn(dataDir), `${JSON.stringify({ url, pid: process.pid })}\n`);
}

export function removeAddress(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** The address of the server that runs on this data, or null; a killed one leaves its file behind. */
export async function findRunning(dataDir: string): Promise<string | null> {
  if (!existsSync(fileIn(dataDir))) return null;
  try {
    const url = asText(asObject(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))).url);
    const response = await fetch(`${url}/local/state`, { signal: AbortSignal.timeout(2_000) });
    return response.ok ? url : null;
  } catch {
    // Nothing answers there (or the file was cut off by a kill): no server.
    return null;
  }
}
