// Commands as sentences mention them: `/quiz private:True` names a command, and an option that it has.
import { features } from '#features/index.ts';

type Part = {
  name: string;
  type?: number | undefined;
  name_localizations?: Record<string, string | null> | null | undefined;
  options?: readonly Part[] | undefined;
};

// safe: definitions, their subcommands and their options share these fields
const definitions = features.flatMap(({ commands }) => commands ?? []).map(({ data }) => data as Part);

const SUBCOMMAND = 1;

/** What is said of commands in a text, in backticks, that no client of this language (one of Discord's) would find. */
export function wrongMentions(text: string, locale: string): string[] {
  const mentions = [...text.matchAll(/`(\/[^`]+)`/g)].map((match) => match[1] ?? '');
  return mentions.filter(
    (mention) => !isCommand(mention.slice(1).split(' '), { options: definitions }, locale),
  );
}

/** Words in backticks that are an option in English, with what they are called in the language. */
export function optionsCalled(locale: string): Map<string, string[]> {
  const called = new Map<string, string[]>();
  const walk = (parts: readonly Part[]) => {
    for (const part of parts) {
      called.set(part.name, [...(called.get(part.name) ?? []), nameIn(part, locale)]);
      walk(part.options ?? []);
    }
  };
  for (const { options } of definitions) walk(options ?? []);
  return called;
}

/** "/quiz count:5 private:true" as somebody types it whose Discord speaks a language: with its names, the same values. */
export function typedIn(locale: string, english: string): string {
  let within: readonly Part[] = definitions;
  const words = english.slice(1).split(' ');
  const typed = words.map((word) => {
    const [name = '', ...value] = word.split(':');
    const found = within.find((part) => part.name === name);
    // A value of several words goes on.
    if (!found) return word;
    if (value.length > 0) return [nameIn(found, locale), ...value].join(':');
    within = found.options ?? [];
    return nameIn(found, locale);
  });
  return `/${typed.join(' ')}`;
}

function isCommand(words: string[], within: Pick<Part, 'options'>, locale: string): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return true;
  const name = word.split(':')[0];
  const found = within.options?.find((part) => nameIn(part, locale) === name);
  if (!found) return false;
  const isOption = word.includes(':');
  const hasInner = found.options?.some(({ type }) => type === SUBCOMMAND) ?? false;
  if (isOption) return isCommand(rest, within, locale);
  return rest.length === 0 || hasInner || rest.every((each) => each.includes(':'))
    ? isCommand(rest, found, locale)
    : false;
}

const nameIn = (part: Part, locale: string) => part.name_localizations?.[locale] ?? part.name;
