// Where one writes: plain messages, and commands after a slash (command-line.ts takes over once one is chosen).
import { api, wordsFor } from './api.ts';
import { type CommandLine, createCommandLine } from './command-line.ts';
import { findLeaves, leavesOf, readTyped } from './commands.ts';
import { h, icon } from './dom.ts';
import { isForum } from './forum.ts';
import type { Interacting } from './interacting.ts';
import { placeName } from './names.ts';
import type { Session } from './session.ts';
import { memberLanguage } from './spoken.ts';
import { createSuggestions, type Suggestions } from './suggestions.ts';

type Writing = {
  session: Session;
  suggestions: Suggestions;
  commandLine: CommandLine;
  input: HTMLInputElement;
  bar: HTMLElement;
  send: HTMLElement;
  alert: HTMLElement;
};

export function createComposer(session: Session, interacting: Interacting): HTMLElement {
  const writing = build(session, interacting);
  const { alert, bar, commandLine, input, suggestions } = writing;
  const element = h('form', { class: 'composer', autocomplete: 'off' }, suggestions.element, alert, bar);
  input.addEventListener('input', () => onInput(writing));
  input.addEventListener('blur', () => suggestions.hide());
  input.addEventListener('keydown', (event) => {
    if (suggestions.key(event)) event.preventDefault();
    else if (event.key === 'Escape') suggestions.hide();
  });
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (commandLine.isOpen()) void commandLine.run();
    else if (!startCommand(writing, input.value)) void sendText(writing);
  });
  followPlace(writing);
  session.on('suggest', (text) => {
    if (!startCommand(writing, text)) showText(writing, text);
  });
  return element;
}

function build(session: Session, interacting: Interacting): Writing {
  const suggestions = createSuggestions();
  const alert = h('p', { class: 'composer-alert', role: 'alert' });
  const input = h('input', {
    class: 'composer-input',
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    autocomplete: 'off',
    maxlength: 2000,
  });
  const send = h('button', { type: 'submit', class: 'icon-button', 'aria-label': 'Send' }, icon('send'));
  const bar = h('div', { class: 'composer-bar' }, input, send);
  const complain = (text: string) => {
    alert.textContent = text;
  };
  const leave = (text?: string) => showText(writing, text);
  const commandLine = createCommandLine({ session, interacting, suggestions, complain, leave });
  const writing: Writing = { session, suggestions, commandLine, input, bar, send, alert };
  return writing;
}

function onInput(writing: Writing): void {
  const { alert, input, suggestions } = writing;
  alert.textContent = '';
  // A space after the name of a command settles which one it is.
  if (!input.value.startsWith('/')) suggestions.hide();
  else if (!(/\s/.test(input.value) && startCommand(writing, input.value))) offerCommands(writing);
}

function offerCommands(writing: Writing): void {
  const { input, session, suggestions } = writing;
  const items = findLeaves(leavesOf(session), input.value.slice(1)).map((leaf) => ({
    label: `/${leaf.name}`,
    detail: leaf.description,
    lang: memberLanguage(session),
    pick: () => startCommand(writing, `/${leaf.name}`),
  }));
  suggestions.show(input, {
    title: 'Commands',
    items,
    isFirstActive: true,
    empty: session.place()?.commands.length === 0 ? 'There are no commands here' : 'No command of that name',
  });
}

function startCommand({ alert, bar, commandLine, send, session }: Writing, text: string): boolean {
  const typed = readTyped(leavesOf(session), text, session.view().locale);
  if (!typed) return false;
  alert.textContent = '';
  bar.replaceChildren(commandLine.element, send);
  commandLine.open(typed);
  return true;
}

function showText(writing: Writing, text = ''): void {
  showInput(writing, text);
  writing.input.focus();
}

function showInput({ bar, input, send, suggestions }: Writing, text = ''): void {
  suggestions.hide();
  bar.replaceChildren(input, send);
  input.value = text;
}

function followPlace(writing: Writing): void {
  const { alert, commandLine, input, session } = writing;
  /** What was written and not sent stays where it was written: by member and channel. */
  const drafts = new Map<string, string>();
  let shownFor = '';
  const adapt = () => {
    describePlace(input, session);
    const key = `${session.view().me}/${session.state.channelId}`;
    if (key === shownFor) return;
    if (shownFor !== '') {
      drafts.set(shownFor, commandLine.isOpen() ? '' : input.value);
      // Half a command of one member must not become another member's.
      if (commandLine.isOpen()) commandLine.close();
      alert.textContent = '';
      showInput(writing, drafts.get(key));
    }
    shownFor = key;
  };
  session.on('place', adapt);
  session.on('view', adapt);
}

function describePlace(input: HTMLInputElement, session: Session): void {
  const place = session.place();
  const maySend = place?.may.send === true || (place?.commands.length ?? 0) > 0;
  const name = `${place?.guild_id ? '#' : ''}${placeName(session, session.state.channelId)}`;
  const closed =
    place && isForum(place) ? 'This is a forum: write in a post' : 'You may not write in this channel';
  input.disabled = !maySend;
  const hint = place?.commands.length === 0 ? '' : ', or / for commands';
  input.placeholder = maySend ? `Message ${name}${hint}` : closed;
  input.setAttribute('aria-label', `Message ${name}`);
}

async function sendText({ alert, input, session }: Writing): Promise<void> {
  const content = input.value.trim();
  if (content === '') return;
  alert.textContent = '';
  if (content.startsWith('/')) {
    alert.textContent = 'There is no such command here. Type / to see what there is.';
    return;
  }
  try {
    await api.act({ as: session.view().me, channel: session.state.channelId, action: 'send', content });
    input.value = '';
  } catch (error) {
    // The text stays in the input: nobody should have to type it again.
    alert.textContent = wordsFor(error);
  }
}
