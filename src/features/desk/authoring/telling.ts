// Telling who suggested a question what became of it: once, by direct message. Who takes none sees it in their list.

import { plain } from '#bot/card.ts';
import type { BotApp } from '#bot/feature.ts';
import type { OwnStatus } from '#features/record/question/rules.ts';
import { showLine } from './view.ts';

type Told = {
  packId: number;
  id: string;
  to: OwnStatus;
  title: string;
  authorId: string | null;
  server: string;
};

/** Whatever becomes of the message: the decision stands. */
export async function tellAuthor(
  app: BotApp,
  { packId, id, to, title, authorId, server }: Told,
): Promise<void> {
  if (authorId === null || (to !== 'live' && to !== 'declined')) return;
  try {
    const words = await app.languages.ofMember(authorId, null);
    const message = showLine(words.authoring.told[to](plain(title), plain(server)));
    // Of this decision alone: pressed twice, it is told once.
    await app.channels.sendDirect(authorId, { message, nonce: `q${packId}${id}${to}`.slice(0, 25) });
  } catch (err) {
    app.log.warn({ err, question: id }, 'a suggestion’s author could not be told');
  }
}
