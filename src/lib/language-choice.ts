// Choosing one of the languages that the bot speaks, by a member for themselves or for a whole server. Pure.
export type LanguageChoice = { code: string; name: string };

/** The value that stands for no choice of one's own: the language that Discord has. */
export const DISCORD_LANGUAGE = 'discord';

/** The language a text names, by code or own name; null for that of Discord. */
export function findLanguage(
  languages: readonly LanguageChoice[],
  typed: string,
): LanguageChoice | null | 'unknown' {
  const wanted = typed.trim().toLowerCase();
  if (wanted === DISCORD_LANGUAGE) return null;
  return languages.find(({ code, name }) => code === wanted || name.toLowerCase() === wanted) ?? 'unknown';
}
