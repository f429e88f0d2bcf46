// The world on disk: one JSON line per change, written before anything is acknowledged, so that a
// SIGKILL loses nothing. Compacted at every start.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { asObject, asText } from './json.ts';
import { applyChange, type Change, describeWorld, forgetInteractions, type World } from './world.ts';

export type Journal = { append(change: Change): void; close(): void };

const FILE = 'journal.jsonl';
/** Private answers and tokens are in it: for its owner alone. */
const PRIVATE = 0o600;
/** Longer than any token lives. */
const INTERACTIONS_KEPT_MS = 20 * 60_000;

/** Fills `world` from the directory and returns what to append later changes to. */
export function openJournal(directory: string, world: World, url: string): Journal {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, FILE);
  if (existsSync(path)) replay(atAddress(readFileSync(path, 'utf8'), url), world);
  forgetInteractions(world, newestInteraction(world) - INTERACTIONS_KEPT_MS);
  compact(path, world, url);
  const handle = openSync(path, 'a', PRIVATE);
  return {
    append: (change) => writeLine(handle, change),
    close: () => closeSync(handle),
  };
}

/** Counted from the newest one, not from now: the server's clock may stand anywhere. */
function newestInteraction(world: World): number {
  let newest = 0;
  for (const { at } of world.interactions.values()) newest = Math.max(newest, at);
  return newest;
}

/** The first line says where the server listened; addresses of attachments move along with it. */
function atAddress(text: string, url: string): string {
  const head = text.slice(0, text.indexOf('\n'));
  const before = asText(asObject(JSON.parse(head)).url);
  return before === url || before === ''
    ? text
    : text.replaceAll(`${before}/attachments/`, `${url}/attachments/`);
}

function replay(text: string, world: World): void {
  const lines = text.split('\n');
  const complete = lines.slice(1, -1);
  for (const line of complete) applyChange(world, JSON.parse(line) as Change);
  // Whatever follows the last newline was being written when the process was killed; it had not been
  // acknowledged, so it is dropped (and the compaction below removes it from the file).
}

function compact(path: string, world: World, url: string): void {
  const temporary = `${path}.new`;
  // What a killed start left behind would keep its mode.
  rmSync(temporary, { force: true });
  const handle = openSync(temporary, 'w', PRIVATE);
  writeLine(handle, { url });
  for (const change of describeWorld(world)) writeLine(handle, change);
  closeSync(handle);
  renameSync(temporary, path);
}

function writeLine(handle: number, value: Change | { url: string }): void {
  const line = Buffer.from(`${JSON.stringify(value)}\n`);
  let written = 0;
  while (written < line.length) written += writeSync(handle, line, written);
}
