// Permissions as Discord's settings call them in a language.
import { plain } from '#bot/card.ts';
import type { Words } from '#words/words.ts';

/** `names` are Discord's English ones; one that the words do not know stays as it is. */
export function permissionNames({ common }: Words, names: readonly string[]): string[] {
  return names.filter((name) => name !== '').map((name) => plain(common.permissions[name] ?? name));
}

/** To stand out within a sentence that is not bold itself. */
export function boldPermissions(words: Words, names: readonly string[]): string[] {
  return permissionNames(words, names).map((name) => `**${name}**`);
}
