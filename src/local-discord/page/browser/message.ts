// One message: who, when, what it answers, its content, and what this member may do with it.
import { asObject, asText } from '../../json.ts';
import { MESSAGE_FLAG } from '../../model.ts';
import { showApps } from './apps.ts';
import { showComponent } from './components.ts';
import { h, icon } from './dom.ts';
import { showEmbed, showPoll } from './embed.ts';
import type { Interacting } from './interacting.ts';
import { outline, showMarkup } from './markup.ts';
import { showAttachments } from './media.ts';
import { avatar, linesOf, nameOf, userName } from './names.ts';
import type { Session } from './session.ts';
import { languageOfMessage } from './spoken.ts';
import { formatInstant, isSameDay } from './times.ts';
import type { Message, User } from './types.ts';

export type Page = {
  session: Session;
  interacting: Interacting;
  /** For what has no place of its own on the page. */
  say(text: string): void;
};

const has = (message: Message, flag: number) => (message.flags & flag) !== 0;
const STARTED_THREAD = 18;
/** Messages of one member within this time share one head. */
const TOGETHER_MS = 7 * 60_000;
/** How much of a message names what belongs to it. */
const NAMED = 60;

export function showMessage(page: Page, message: Message, before: Message | undefined): HTMLElement {
  const isPrivate = has(message, MESSAGE_FLAG.ephemeral);
  const isContinued = continues(message, before);
  const body = h(
    'div',
    { class: 'message-body' },
    isContinued ? showAuthor(page.session, message) : showHead(page.session, message),
    ...showContent(page, message),
  );
  outline(body);
  const classes = ['message', isPrivate ? 'private' : '', isContinued ? 'continued' : ''];
  return h(
    'li',
    { class: classes.filter((each) => each !== '').join(' '), 'data-id': message.id },
    showCause(page.session, message),
    h(
      'div',
      { class: 'message-main' },
      isContinued
        ? h('span', { class: 'message-side', 'aria-hidden': 'true' })
        : avatar(page.session, message.author),
      body,
    ),
    showTools(page, message, isPrivate),
  );
}

function continues(message: Message, before: Message | undefined): boolean {
  if (!before || message.interaction_metadata || message.type === STARTED_THREAD) return false;
  const isSame = before.author.id === message.author.id && before.type === message.type;
  const sameSecrecy = has(before, MESSAGE_FLAG.ephemeral) === has(message, MESSAGE_FLAG.ephemeral);
  return isSame && sameSecrecy && Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER_MS;
}

/** "Ada used /quiz", as Discord shows above an answer to a command. */
function showCause(session: Session, message: Message): HTMLElement | null {
  const { name, user } = asObject(message.interaction_metadata);
  if (typeof name !== 'string') return null;
  // safe: the user of an interaction is a user object
  const who = asObject(user) as unknown as User;
  return h(
    'div',
    { class: 'cause' },
    avatar(session, who),
    h(
      'span',
      {},
      h('strong', { text: userName(session, who.id) }),
      ' used ',
      h('span', { class: 'mention', text: `/${name}` }),
    ),
  );
}

function showHead(session: Session, message: Message): HTMLElement {
  const at = Date.parse(message.timestamp);
  const isToday = isSameDay(at, session.now());
  return h(
    'div',
    { class: 'message-head' },
    h('span', { class: 'author', text: userName(session, message.author.id) || nameOf(message.author) }),
    message.author.bot ? h('span', { class: 'badge', text: 'App' }) : null,
    h('time', {
      class: 'when',
      datetime: message.timestamp,
      lang: session.language(),
      title: formatInstant(session.language(), at, 'F'),
      text: formatInstant(session.language(), at, isToday ? 't' : 's'),
    }),
  );
}

/** The head is the one above: to be seen there, and to be heard here. */
function showAuthor(session: Session, { author }: Message): HTMLElement {
  return h('span', { class: 'visually-hidden', text: `${userName(session, author.id)}: ` });
}

function showContent(page: Page, message: Message): (HTMLElement | null)[] {
  const { session } = page;
  const author = userName(session, message.author.id);
  if (has(message, MESSAGE_FLAG.loading)) return [showThinking(author)];
  if (message.type === STARTED_THREAD)
    return [h('p', { class: 'system', text: `started a thread: ${message.content}` })];
  const drawing = { ...page, message };
  const embeds = has(message, MESSAGE_FLAG.suppressEmbeds) ? [] : message.embeds;
  return [
    ...inLanguageOf(session, message, [
      message.content === '' ? null : showMarkup(session, message.content),
      ...embeds.map((embed) => showEmbed(session, embed)),
      message.poll ? showPoll(message.poll) : null,
      ...message.components.map((component) => showComponent(drawing, component)),
    ]),
    ...showAttachments(message),
    message.edited_timestamp && !message.author.bot ? h('span', { class: 'edited', text: '(edited)' }) : null,
    showReactions(message),
    showThread(session, message),
    showFault(page, message),
  ];
}

function inLanguageOf(session: Session, message: Message, parts: (HTMLElement | null)[]) {
  const lang = languageOfMessage(session, message);
  for (const part of parts) if (part && lang !== null) part.lang = lang;
  return parts;
}

function showThinking(name: string): HTMLElement {
  const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
  return h('p', { class: 'thinking' }, dots, h('span', { text: `${name} is thinking…` }));
}

function showReactions(message: Message): HTMLElement | null {
  const all = message.reactions ?? [];
  if (all.length === 0) return null;
  const chips = all.map(({ emoji, count }) =>
    h('span', { class: 'chip', text: `${asText(emoji.name)} ${count}` }),
  );
  return h('div', { class: 'row' }, ...chips);
}

function showThread(session: Session, message: Message): HTMLElement | null {
  const thread = asObject(message.thread);
  const id = asText(thread.id);
  if (id === '') return null;
  return h(
    'button',
    {
      type: 'button',
      class: 'thread-card',
      'data-key': `thread:${id}`,
      onClick: () => void session.openChannel(id),
    },
    icon('thread'),
    h(
      'span',
      {},
      h('strong', { text: asText(thread.name) }),
      h('span', { class: 'thread-hint', text: 'Open the thread' }),
    ),
  );
}

function showFault({ interacting }: Page, message: Message): HTMLElement | null {
  const text = interacting.faults.get(message.id);
  // Announced when it happens (announce.ts), and not again whenever the message is drawn.
  return text ? h('p', { class: 'fault', text }) : null;
}

function showTools(page: Page, message: Message, isPrivate: boolean): HTMLElement | null {
  const { interacting, session } = page;
  const [about = ''] = linesOf(message);
  if (isPrivate) return showPrivacy(session, { about, dismiss: () => void interacting.dismiss(message) });
  const tools = [showApps(page, message), showBin(page, message)].filter((each) => each !== null);
  return tools.length === 0 ? null : h('div', { class: 'tools' }, ...tools);
}

function showBin({ interacting, session }: Page, message: Message): HTMLElement | null {
  const isOwn = message.author.id === session.view().me;
  if (!isOwn && session.place()?.may.deleteOthers !== true) return null;
  const label = `Delete this message by ${userName(session, message.author.id)}`;
  return h(
    'button',
    {
      type: 'button',
      class: 'tool bin',
      'data-key': `bin:${message.id}`,
      'aria-label': label,
      title: 'Delete',
      onClick: () => void interacting.remove(message),
    },
    icon('bin'),
  );
}

export function showPrivacy(
  session: Session,
  { about, dismiss }: { about: string; dismiss: () => void },
): HTMLElement {
  // Which of several is dismissed.
  const label = `Dismiss message: ${about.slice(0, NAMED)}`;
  const name = userName(session, session.view().me);
  return h(
    'p',
    { class: 'privacy' },
    icon('eye'),
    h('span', { text: `Only you (${name}) can see this · ` }),
    h('button', {
      type: 'button',
      class: 'text-link',
      text: 'Dismiss message',
      'aria-label': about === '' ? null : label,
      onClick: dismiss,
    }),
  );
}
