// A modal: a dialog with the fields the bot asked for. The browser's own dialog keeps the focus inside and closes on
// Escape; what the server refuses is said inside it, with everything typed still there.

import { COMPONENT } from '../../components.ts';
import { asNumber, asText } from '../../json.ts';
import { wordsFor } from './api.ts';
import { h, icon, rememberFocus, uniqueId } from './dom.ts';
import { type FormField, showField } from './form-fields.ts';
import { showMarkup } from './markup.ts';
import type { Session } from './session.ts';
import { memberLanguage } from './spoken.ts';
import type { Modal } from './types.ts';

export type Submit = (values: Record<string, unknown>) => Promise<string | null>;

export function openForm(session: Session, modal: Modal, submit: Submit): void {
  const titleId = uniqueId('form-title');
  // A form without an interaction is the page's own.
  const lang = modal.interactionId === '' ? null : memberLanguage(session);
  const fields: FormField[] = [];
  const rows = modal.components.map((component) => {
    if (asNumber(component.type) === COMPONENT.textDisplay)
      return showMarkup(session, asText(component.content));
    const field = showField(session, component);
    if (field) fields.push(field);
    return field?.element ?? h('p', { text: 'A field that this page does not know.' });
  });
  const alert = h('p', { class: 'fault', role: 'alert' });
  const send = h('button', { type: 'submit', class: 'button primary', text: 'Submit' });
  const dialog = h('dialog', { class: 'form-dialog', 'aria-labelledby': titleId });
  const close = () => dialog.close();
  const form = h(
    'form',
    { autocomplete: 'off', novalidate: true },
    h(
      'div',
      { class: 'form-head' },
      h('h2', { id: titleId, lang, text: modal.title }),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': 'Close', onClick: close },
        icon('close'),
      ),
    ),
    h('div', { class: 'form-fields', lang }, ...rows),
    alert,
    h(
      'div',
      { class: 'form-foot' },
      h('button', { type: 'button', class: 'button secondary', text: 'Cancel', onClick: close }),
      send,
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    const problem = await submit(await valuesOf(fields)).catch(wordsFor);
    send.disabled = false;
    if (problem === null) close();
    else alert.textContent = problem;
  });
  const giveBack = rememberFocus();
  dialog.addEventListener('close', () => {
    dialog.remove();
    giveBack();
  });
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

async function valuesOf(fields: FormField[]): Promise<Record<string, unknown>> {
  const values = await Promise.all(fields.map(async (field) => [field.name, await field.read()] as const));
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
