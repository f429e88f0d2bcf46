// Names and descriptions of commands in every language, as Discord wants them.
import { DEFAULT_LANGUAGE, listLocalizations, type Words, wordsOf } from '#words/words.ts';

/** What a command, subcommand or option is called and says of itself. */
export type Named = { name: string; description: string };

type Localizations = Record<string, string>;

/** `name` and `description` in English with all translations, to be spread into a definition. */
export function named(pick: (words: Words) => Named): Named & {
  name_localizations: Localizations;
  description_localizations: Localizations;
} {
  return {
    ...pick(wordsOf(DEFAULT_LANGUAGE)),
    name_localizations: inAll((words) => pick(words).name),
    description_localizations: inAll((words) => pick(words).description),
  };
}

/** The same for a command on a message, which has a name alone. */
export function namedMenu(pick: (words: Words) => string): {
  name: string;
  name_localizations: Localizations;
} {
  return { name: pick(wordsOf(DEFAULT_LANGUAGE)), name_localizations: inAll(pick) };
}

/** A fixed choice of an option: shown in each language, the same value in all of them. */
export function choice<V extends string | number>(
  value: V,
  pick: (words: Words) => string,
): { name: string; value: V; name_localizations: Localizations } {
  return { name: pick(wordsOf(DEFAULT_LANGUAGE)), value, name_localizations: inAll(pick) };
}

function inAll(pick: (words: Words) => string): Localizations {
  return Object.fromEntries(listLocalizations().map(({ locale, words }) => [locale, pick(words)]));
}
