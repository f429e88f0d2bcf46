// Which language is spoken to whom: what a server or member chose, else what Discord says of them, else English.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { languageOf, type Words, wordsOf } from '#words/words.ts';

/** Looks up a chosen language; null when none was chosen. */
export type FindLanguage = {
  ofServer?(db: Db, serverId: string): Promise<string | null>;
  ofMember?(db: Db, memberId: string): Promise<string | null>;
};

export type Languages = {
  /** For what all members of a server read; null is no server. `locale` is the server's as Discord tells it. */
  ofServer(serverId: string | null, locale?: string | null): Promise<Words>;
  /** For what one member reads alone. `locale` is that of their Discord; null when it is not known. */
  ofMember(memberId: string, locale: string | null): Promise<Words>;
  /** Without asking anybody: for an answer that the database must not hold up. */
  ofLocale(locale: string | null): Words;
  /** Of a choice that was read already, by its code. */
  ofCode(code: string): Words;
  /** After a choice: the next look is a fresh one. */
  forget(id: string): void;
};

/** A choice in another process is heard this much later. */
const KNOWN_FOR_MS = 60_000;
/** Two short strings each. */
const MAX_KNOWN = 20_000;

export type LanguagesOptions = {
  db: Db;
  clock: Clock;
  find: readonly FindLanguage[];
  /** The language that Discord has for a server; null when it does not say. */
  serverLocale(serverId: string): string | null;
  /** What becomes of the words of every language: tests speak a pseudo-language. */
  translate?: (words: Words) => Words;
};

export function createLanguages({
  db,
  clock,
  find,
  serverLocale,
  translate = (words) => words,
}: LanguagesOptions): Languages {
  const known = new Map<string, { until: number; language: string | null }>();

  const lookUp = async (id: string, ask: () => Promise<string | null>) => {
    const now = clock.now().getTime();
    const before = known.get(id);
    if (before && before.until > now) return before.language;
    const language = await ask();
    known.delete(id);
    known.set(id, { until: now + KNOWN_FOR_MS, language });
    for (const oldest of known.keys()) {
      if (known.size <= MAX_KNOWN) break;
      known.delete(oldest);
    }
    return language;
  };

  const first = async (asks: readonly (Promise<string | null> | undefined)[]) => {
    for (const ask of asks) {
      const language = await ask;
      if (language) return language;
    }
    return null;
  };

  const ofCode = (code: string) => translate(wordsOf(code));

  return {
    async ofServer(serverId, locale = null) {
      if (serverId === null) return ofCode(languageOf(locale));
      const chosen = await lookUp(serverId, () => first(find.map((each) => each.ofServer?.(db, serverId))));
      return ofCode(chosen ?? languageOf(locale ?? serverLocale(serverId)));
    },
    async ofMember(memberId, locale) {
      const chosen = await lookUp(memberId, () => first(find.map((each) => each.ofMember?.(db, memberId))));
      return ofCode(chosen ?? languageOf(locale));
    },
    ofLocale: (locale) => ofCode(languageOf(locale)),
    ofCode,
    forget: (id) => void known.delete(id),
  };
}
