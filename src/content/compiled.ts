// A pack as one JSON file: how the build writes it and the bot reads it. What is in it was checked when it was made.
import { parseJson } from './json.ts';
import type { Pack } from './pack.ts';

/**
 * `digest` says what it was made of: the pack's files and the code that reads them. `pack` has lists of entries where
 * the pack has maps, in the same order.
 */
export type Compiled = { digest: string; pack: Flat<Pack> };

type Flat<T> = { [Key in keyof T]: T[Key] extends ReadonlyMap<infer K, infer V> ? [K, V][] : T[Key] };

/** ASCII alone: V8 keeps such a text in one byte a character, which halves the time until it is parsed. */
export function printCompiled({ digest, pack }: { digest: string; pack: Pack }): string {
  const flat = Object.fromEntries(
    Object.entries(pack).map(([key, value]) => [key, value instanceof Map ? [...value] : value]),
  );
  return JSON.stringify({ digest, pack: flat }).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Null for what no build has written. */
export function parseCompiled(text: string): Compiled | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('digest' in value && 'pack' in value)) return null;
  // safe: only the build writes such files, from a pack of this type; the digest tells when the type has changed
  return value as Compiled;
}

export function packOf({ pack }: Compiled): Pack {
  return {
    ...pack,
    concepts: new Map(pack.concepts),
    questions: new Map(pack.questions),
    lessons: new Map(pack.lessons),
    flashcards: new Map(pack.flashcards),
    aliases: new Map(pack.aliases),
  };
}
