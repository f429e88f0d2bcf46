// Where one writes: plain messages, and commands after a slash (command-line.ts takes over once one is chosen).

import { api, Refused } from './api.ts';
import { createCommandLine } from './command-line.ts';
import { findLeaves, leavesOf, readTyped } from './commands.ts';
import { h, icon } from './dom.ts';
import type { Interacting } from './interacting.ts';
import { placeName } from './names.ts';
import type { Session } from './session.ts';
import { createSuggestions } from './suggestions.ts';

export type Composer = { element: HTMLElement; suggest(text: string): void };

export function createComposer(session: Session, interacting: Interacting): Composer {
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
  const element = h('form', { class: 'composer', autocomplete: 'off' }, suggestions.element, alert, bar);
  const complain = (text: string) => {
    alert.textContent = text;
  };
  const backToText = (text = '') => {
    suggestions.hide();
    bar.replaceChildren(input, send);
    bar.classList.remove('is-command');
    input.value = text;
    input.focus();
  };
  const commandLine = createCommandLine({ session, interacting, suggestions, complain, leave: backToText });
  const startCommand = (text: string): boolean => {
    const typed = readTyped(leavesOf(session), text);
    if (!typed) return false;
    complain('');
    bar.classList.add('is-command');
    bar.replaceChildren(commandLine.element, send);
    commandLine.open(typed.leaf, typed.values);
    return true;
  };
  const offerCommands = () => {
    const typed = input.value.slice(1);
    const leaves = findLeaves(leavesOf(session), typed);
    const items = leaves.map((leaf) => ({
      label: `/${leaf.name}`,
      detail: leaf.description,
      pick: () => startCommand(`/${leaf.name}`),
    }));
    suggestions.show(input, {
      title: 'Commands',
      items,
      isFirstActive: true,
      empty: 'No command of that name',
    });
  };

  input.addEventListener('input', () => {
    complain('');
    if (!input.value.startsWith('/')) suggestions.hide();
    else if (!(/\s/.test(input.value) && startCommand(input.value))) offerCommands();
  });
  input.addEventListener('keydown', (event) => {
    if (suggestions.key(event)) event.preventDefault();
    else if (event.key === 'Escape') suggestions.hide();
  });
  input.addEventListener('blur', () => suggestions.hide());
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (commandLine.isOpen()) void commandLine.run();
    else if (!startCommand(input.value)) void sendText(session, input, complain);
  });

  let shownFor = '';
  const adapt = () => {
    const place = session.place();
    const maySend = place?.may.send === true || (place?.commands.length ?? 0) > 0;
    const name = `${place?.guild_id ? '#' : ''}${placeName(session, session.state.channelId)}`;
    input.disabled = !maySend;
    input.placeholder = maySend ? `Message ${name}, or / for commands` : 'You may not write in this channel';
    input.setAttribute('aria-label', `Message ${name}`);
    const key = `${session.view().me}/${session.state.channelId}`;
    // Half a command of one member must not become another member's.
    if (shownFor !== '' && key !== shownFor && commandLine.isOpen()) commandLine.cancel();
    shownFor = key;
  };
  session.on('place', adapt);
  session.on('view', adapt);
  return {
    element,
    suggest: (text) => {
      if (!startCommand(text)) backToText(text);
    },
  };
}

async function sendText(
  session: Session,
  input: HTMLInputElement,
  complain: (text: string) => void,
): Promise<void> {
  const content = input.value.trim();
  if (content === '') return;
  if (content.startsWith('/')) return complain('There is no such command here. Type / to see what there is.');
  try {
    await api.act({ as: session.view().me, channel: session.state.channelId, action: 'send', content });
    input.value = '';
    complain('');
  } catch (error) {
    // The text stays in the input: nobody should have to type it again.
    complain(
      error instanceof Refused ? error.message : 'The message was not sent: the playground does not answer.',
    );
  }
}
