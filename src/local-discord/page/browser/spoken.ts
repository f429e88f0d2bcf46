// In which language a text is, for whoever has it read aloud: the bot hears these languages with every interaction, and
// by its commands the page knows which of them it speaks.
import { asObject } from '../../json.ts';
import { MESSAGE_FLAG } from '../../model.ts';
import type { Session } from './session.ts';
import type { Message } from './types.ts';

/** Of what the bot says to the acting member alone; null where that is the page's own, or nobody knows. */
export function memberLanguage(session: Session): string | null {
  return spokenByBot(session, session.view().locale);
}

/** Private answers are in the member's language, others in the server's; null for what people write. */
export function languageOfMessage(session: Session, { author, flags }: Message): string | null {
  if (!author.bot) return null;
  const isPrivate = (flags & MESSAGE_FLAG.ephemeral) !== 0;
  return spokenByBot(session, (isPrivate ? null : session.guild()?.locale) ?? session.view().locale);
}

function spokenByBot(session: Session, locale: string): string | null {
  if (locale.startsWith('en')) return null;
  const near = locale === 'es-419' ? 'es-ES' : locale;
  const isSpoken = session
    .view()
    .commands.some(({ description_localizations: own }) =>
      [locale, near].some((each) => each in asObject(own)),
    );
  return isSpoken ? locale : null;
}
