// What a screen reader is told, each thing once: messages that arrive or are filled in, what a press has changed in the
// message it was in, and what went wrong. The rest is in the list, to be read at leisure.
import { asText } from '../../json.ts';
import { MESSAGE_FLAG } from '../../model.ts';
import { h } from './dom.ts';
import { linesOf, userName } from './names.ts';
import type { Session } from './session.ts';
import { languageOfMessage } from './spoken.ts';
import type { Message } from './types.ts';

/** Of one message; nobody wants to hear a whole question before they may go on. */
const ANNOUNCED = 160;
/** Afterwards it is in the list alone: nobody shall come upon it twice. */
const KEPT_MS = 5_000;
/** A region that is emptied and filled at once is not read again where the words are the same. */
const PAUSE_MS = 50;

export function createAnnouncer(session: Session): HTMLElement {
  const news = h('div', { role: 'status' });
  const alarm = h('div', { role: 'alert' });
  const awaited = new Set<string>();
  /** Messages in which something was pressed, with their lines before. */
  const pressed = new Map<string, string[]>();
  const tell = (message: Message, lines: string[]) => {
    const text = lines.join(' ').slice(0, ANNOUNCED);
    if (text === '') return;
    const words = h('span', { lang: languageOfMessage(session, message), text });
    fill(news, [`${userName(session, message.author.id)}: `, words]);
  };
  session.on('arrived', (message) => {
    // Its answer may be here before the page hears that there is one.
    pressed.delete(asText(message.interaction_metadata?.interacted_message_id));
    if (isLoading(message)) awaited.add(message.id);
    else tell(message, linesOf(message));
  });
  session.on('message', (message) => {
    if (!isLoading(message) && awaited.delete(message.id)) tell(message, linesOf(message));
    const before = pressed.get(message.id);
    const fresh = before && linesOf(message).filter((line) => !before.includes(line));
    if (!fresh || fresh.length === 0) return;
    pressed.delete(message.id);
    tell(message, fresh);
  });
  session.on('acting', (message) => pressed.set(message.id, linesOf(message)));
  // Answered by a message of its own: what changes in this one afterwards is not the answer.
  session.on('answered', (id) => pressed.delete(id));
  session.on('fault', (text) => fill(alarm, [text]));
  return h('div', { class: 'visually-hidden' }, news, alarm);
}

function isLoading({ flags }: Message): boolean {
  return (flags & MESSAGE_FLAG.loading) !== 0;
}

function fill(region: HTMLElement, words: (Node | string)[]): void {
  const said = h('div', {}, ...words);
  region.replaceChildren();
  setTimeout(() => region.replaceChildren(said), PAUSE_MS);
  setTimeout(() => said.remove(), KEPT_MS);
}
