// What people type in words of any language, all together: whoever speaks one may sit in a server of another.
import { lazy } from '#lib/lazy.ts';
import { listLanguages, type Words, wordsOf } from './words.ts';

type Typed = Words['typed'];

const languages: readonly Words[] = listLanguages().map(({ code }) => wordsOf(code));

/** Small letters without accents, and those of full width narrow: as all words below are written. */
export function plain(text: string): string {
  const decomposed = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").normalize('NFD');
  // Accents go from Latin letters alone: elsewhere they make other letters.
  return decomposed
    .replaceAll(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function gather(pick: (typed: Typed) => readonly string[]): readonly string[] {
  const words = languages.flatMap(({ typed }) => pick(typed).map(plain));
  // The longest first, so that none is found inside another.
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

const weekdays = {
  every: gather((typed) => typed.weekdays.every),
  working: gather((typed) => typed.weekdays.working),
  weekend: gather((typed) => typed.weekdays.weekend),
  to: gather((typed) => typed.weekdays.to),
  and: gather((typed) => typed.weekdays.and),
  aside: gather((typed) => typed.weekdays.aside),
  /** Whole names and the usual short ones, with their day, 1 (Monday) to 7. */
  names: lazy(namesOfDays),
};

const time = {
  noon: gather((typed) => typed.time.noon),
  midnight: gather((typed) => typed.time.midnight),
  morning: gather((typed) => typed.time.morning),
  afternoon: gather((typed) => typed.time.afternoon),
  night: gather((typed) => typed.time.night),
  hour: gather((typed) => typed.time.hour),
  minute: gather((typed) => typed.time.minute),
  half: gather((typed) => typed.time.half),
  aside: gather((typed) => typed.time.aside),
};

export const vocabulary = {
  weekdays,
  time,
  duration: {
    days: gather((typed) => typed.duration.days),
    hours: gather((typed) => typed.duration.hours),
    minutes: gather((typed) => typed.duration.minutes),
  },
  today: gather((typed) => typed.today),
  tomorrow: gather((typed) => typed.tomorrow),
  nextPost: gather((typed) => typed.nextPost),
  allDomains: gather((typed) => typed.allDomains),
  /** "Domain 2": what stands before its number. */
  domain: [...new Set(languages.map(({ common }) => plain(common.domain('#', '').split('#')[0] ?? '')))],
  /** What countries and cities are called, with their IANA time zones. */
  places: languages.flatMap(({ typed }) =>
    Object.entries(typed.places).flatMap(([zone, names]) => names.map((name) => [name, zone] as const)),
  ),
};

/** A pattern of one of the words; words of Latin letters stand alone or at a number, others may stand anywhere. */
export function oneOf(words: readonly string[]): string {
  const spelled = words.map((word) => {
    const pattern = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return /\p{Script=Latin}/u.test(word) ? `(?<!\\p{L})${pattern}(?!\\p{L})` : pattern;
  });
  // No words are never found.
  return words.length === 0 ? '(?!)' : `(?:${spelled.join('|')})`;
}

function namesOfDays(): readonly { name: string; day: number }[] {
  const named = languages.flatMap(({ forms, typed }) =>
    [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
      const [long, short] = [forms.weekday(day), forms.weekday(day, 'short')];
      const others = [...lettersOf(forms.weekday(day, 'narrow')), ...(typed.weekdays.names[day] ?? [])];
      return [long, short, ...others].map((name) => ({ name: plain(name).replace(/\.$/, ''), day }));
    }),
  );
  const unique = new Map(named.map((each) => [`${each.name} ${each.day}`, each]));
  return [...unique.values()].sort((a, b) => b.name.length - a.name.length);
}

/** One letter is a day's name where letters are syllables, not where they are sounds. */
function lettersOf(narrow: string): string[] {
  return /[\p{Script=Han}\p{Script=Hangul}]/u.test(narrow) ? [narrow] : [];
}
