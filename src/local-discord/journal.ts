// The world on disk: one JSON line per change, written before anything is acknowledged, so that a
// SIGKILL loses nothing. Compacted at every start.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { applyChange, type Change, describeWorld, type World } from './world.ts';

export type Journal = { append(change: Change): void; close(): void };

const FILE = 'journal.jsonl';

/** Fills `world` from the directory and returns what to append later changes to. */
export function openJournal(directory: string, world: World): Journal {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, FILE);
  if (existsSync(path)) replay(readFileSync(path, 'utf8'), world);
  compact(path, world);
  const handle = openSync(path, 'a');
  return {
    append: (change) => writeLine(handle, change),
    close: () => closeSync(handle),
  };
}

function replay(text: string, world: World): void {
  const lines = text.split('\n');
  const complete = lines.slice(0, -1);
  for (const line of complete) applyChange(world, JSON.parse(line) as Change);
  // Whatever follows the last newline was being written when the process was killed; it had not been
  // acknowledged, so it is dropped (and the compaction below removes it from the file).
}

function compact(path: string, world: World): void {
  const temporary = `${path}.new`;
  const handle = openSync(temporary, 'w');
  for (const change of describeWorld(world)) writeLine(handle, change);
  closeSync(handle);
  renameSync(temporary, path);
}

function writeLine(handle: number, change: Change): void {
  const line = Buffer.from(`${JSON.stringify(change)}\n`);
  let written = 0;
  while (written < line.length) written += writeSync(handle, line, written);
}
