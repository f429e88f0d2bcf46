// The real content/, read once for all tests of a worker: it takes a quarter of a second of computing each time.
import { join } from 'node:path';
import type { PackSources } from '#content/check.ts';
import { loadPacks } from '#content/load.ts';
import type { Packs } from '#content/pack.ts';
import { readPacks } from '#content/read.ts';
import type { ValuePath } from '#content/source.ts';

const content = join(import.meta.dirname, '../../content');

let reading: ReturnType<typeof readPacks> | undefined;

/** As `content:check` sees it. */
export function readBank(): ReturnType<typeof readPacks> {
  reading ??= readPacks(content);
  return reading;
}

/** For who does not ask on which line a fault is: finding that out means to parse every file once more, slowly. */
export function withoutLines(sources: PackSources): PackSources {
  const blind = <T extends { at(path: ValuePath): number }>(source: T): T => ({ ...source, at: () => 0 });
  return {
    ...sources,
    concepts: sources.concepts.map(blind),
    questions: sources.questions.map(blind),
    flashcards: sources.flashcards.map(blind),
  };
}

let loading: ReturnType<typeof loadPacks> | undefined;

/** As the bot loads it: throws a ContentError for any fault. */
export function loadBank(): Promise<Packs> {
  loading ??= loadPacks(content);
  return loading;
}
