// One option of a command being typed: a label, an input, and the choices for it.
import { asNumber, asText, type Json } from '../../json.ts';
import { h, uniqueId } from './dom.ts';
import { askChoices, fixedChoices, OPTION, type OptionChoice } from './option-choices.ts';
import { readFile } from './read-file.ts';
import type { Session } from './session.ts';
import type { Suggestions } from './suggestions.ts';

export type Field = {
  name: string;
  isRequired: boolean;
  element: HTMLElement;
  isEmpty(): boolean;
  value(): unknown;
  focus(): void;
};

export type FieldParts = {
  session: Session;
  suggestions: Suggestions;
  option: Json;
  text: string;
  /** The command with this option last: that is the one completions are asked for. */
  commandSoFar(last: Field): Json;
  drop(field: Field): void;
  done(): void;
};

/** While somebody types, the bot is not asked at every letter. */
const PAUSE_MS = 150;

export function createField(parts: FieldParts): Field {
  return asNumber(parts.option.type) === OPTION.attachment ? createFileField(parts) : createTextField(parts);
}

function createTextField({
  session,
  suggestions,
  option,
  text,
  commandSoFar,
  drop,
  done,
}: FieldParts): Field {
  const name = asText(option.name);
  const id = uniqueId('option-field');
  const input = h('input', {
    id,
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    autocomplete: 'off',
    value: text,
    'aria-required': option.required === true ? 'true' : null,
  });
  let chosen: OptionChoice | null = null;
  let asked = 0;
  const fit = () =>
    input.style.setProperty('width', `${Math.min(Math.max(input.value.length + 2, 6), 36)}ch`);
  const pick = (choice: OptionChoice) => {
    chosen = choice;
    input.value = choice.label;
    fit();
    suggestions.hide();
    done();
  };
  const field: Field = {
    name,
    isRequired: option.required === true,
    element: h(
      'span',
      { class: 'pill' },
      h('label', { for: id, text: name, title: asText(option.description) }),
      input,
    ),
    isEmpty: () => input.value.trim() === '',
    value: () => chosen?.value ?? input.value.trim(),
    focus: () => input.focus(),
  };
  const show = (choices: OptionChoice[], isFree: boolean) => {
    const items = choices.map((choice) => ({
      label: choice.label,
      ...(choice.detail ? { detail: choice.detail } : {}),
      pick: () => pick(choice),
    }));
    const title = asText(option.description);
    const empty = isFree ? title : 'No options match your search.';
    suggestions.show(input, { title, items, isFirstActive: !isFree || input.value !== '', empty });
  };
  const offer = async () => {
    const typed = input.value.toLowerCase();
    const fixed = fixedChoices(session, option);
    if (fixed)
      return show(chosen ? fixed : fixed.filter((each) => each.label.toLowerCase().includes(typed)), false);
    if (option.autocomplete !== true) return show([], true);
    asked += 1;
    const mine = asked;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (mine !== asked) return;
    const choices = await askChoices(session, commandSoFar(field)).catch(() => []);
    // A slow answer to what was typed before must not replace a newer one, nor appear after the field was left.
    if (mine === asked && document.activeElement === input) show(choices, false);
  };
  input.addEventListener('focus', () => void offer());
  input.addEventListener('input', () => {
    chosen = null;
    fit();
    void offer();
  });
  input.addEventListener('blur', () => suggestions.hide());
  input.addEventListener('keydown', (event) => {
    const wasEmpty = input.value === '';
    if (suggestions.key(event)) event.preventDefault();
    else if (event.key === 'Escape') suggestions.hide();
    else if (event.key === 'Backspace' && wasEmpty && !field.isRequired) {
      event.preventDefault();
      drop(field);
    }
  });
  fit();
  return field;
}

function createFileField({ option }: FieldParts): Field {
  const name = asText(option.name);
  const id = uniqueId('option-file');
  const input = h('input', { id, type: 'file' });
  let content: Json | null = null;
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    content = file ? await readFile(file) : null;
  });
  return {
    name,
    isRequired: option.required === true,
    element: h(
      'span',
      { class: 'pill' },
      h('label', { for: id, text: name, title: asText(option.description) }),
      input,
    ),
    isEmpty: () => content === null,
    value: () => content ?? undefined,
    focus: () => input.focus(),
  };
}
