// Choosing languages from outside: the one of a member's client, and the one of a server.
import { refuseAct } from './acting/refusal.ts';
import { changeGuild } from './change-guild.ts';
import { isLocale, LOCALES } from './locales.ts';
import { needAccount, type Platform } from './platform.ts';

export function needLocale(text: string): string {
  if (isLocale(text)) return text;
  return refuseAct(`Discord has no language "${text}". There are: ${Object.keys(LOCALES).join(', ')}`);
}

/** As in a member's settings: whatever they do from now on carries it as `locale`. */
export function setLocale(platform: Platform, userId: string, locale: string): void {
  const account = needAccount(platform, userId);
  if (account.locale === needLocale(locale)) return;
  platform.save('account', { ...account, locale });
  platform.feed.tell({ type: 'ACCOUNT', userId });
}

/** As in a server's settings: interactions there carry it as `guild_locale`. */
export function setGuildLocale(platform: Platform, guildId: string, locale: string): void {
  changeGuild(platform, guildId, { preferred_locale: needLocale(locale) });
}
