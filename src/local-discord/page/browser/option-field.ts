// One option of a command being typed: a label, an input, and the choices for it.
import { asNumber, asText, type Json } from '../../json.ts';
import { translated } from '../../locales.ts';
import { h, uniqueId } from './dom.ts';
import { askChoices, fixedChoices, OPTION, type OptionChoice } from './option-choices.ts';
import { readFile } from './read-file.ts';
import type { Session } from './session.ts';
import { memberLanguage } from './spoken.ts';
import type { Suggestions } from './suggestions.ts';

export type Field = {
  name: string;
  /** Its name as this member reads it. */
  label: string;
  isRequired: boolean;
  element: HTMLElement;
  isEmpty(): boolean;
  /** Resolves once `value` is all of it; a chosen file has to be read first. Rejects when it cannot be. */
  settled(): Promise<unknown>;
  value(): unknown;
  write(text: string): void;
  focus(): void;
};

export type FieldParts = {
  session: Session;
  suggestions: Suggestions;
  option: Json;
  text: string;
  /** The command with this option last: that is the one completions are asked for. */
  commandSoFar(last: Field): Json;
  /** Passes on what names other options; true when the focus has gone there. */
  distribute(text: string): boolean;
  drop(field: Field): void;
  done(): void;
};

/** While somebody types, the bot is not asked at every letter. */
const PAUSE_MS = 150;
const LEAST_WIDTH = 6;
const MOST_WIDTH = 36;

export function createField(parts: FieldParts): Field {
  return asNumber(parts.option.type) === OPTION.attachment ? createFileField(parts) : createTextField(parts);
}

type TextField = {
  parts: FieldParts;
  field: Field;
  input: HTMLInputElement;
  chosen: OptionChoice | null;
  /** Counts what was asked of the bot: a slow answer must not replace a newer one. */
  asked: number;
};

function createTextField(parts: FieldParts): Field {
  const { drop, option, suggestions, text } = parts;
  const input = h('input', {
    id: uniqueId('option-field'),
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-required': option.required === true ? 'true' : null,
    autocomplete: 'off',
    value: text,
  });
  const field: Field = {
    name: asText(option.name),
    isRequired: option.required === true,
    label: labelOf(parts),
    element: pill(parts, input),
    isEmpty: () => input.value.trim() === '',
    settled: () => Promise.resolve(),
    value: () => typing.chosen?.value ?? input.value.trim(),
    write(written) {
      typing.chosen = null;
      input.value = written;
      widen(input);
    },
    focus: () => input.focus(),
  };
  const typing: TextField = { parts, field, input, chosen: null, asked: 0 };
  input.addEventListener('focus', () => void offer(typing));
  input.addEventListener('blur', () => suggestions.hide());
  input.addEventListener('input', () => {
    typing.chosen = null;
    if (parts.distribute(input.value)) return;
    widen(input);
    void offer(typing);
  });
  input.addEventListener('keydown', (event) => {
    if (suggestions.key(event)) event.preventDefault();
    else if (event.key === 'Escape') suggestions.hide();
    else if (event.key === 'Backspace' && input.value === '' && !field.isRequired) {
      event.preventDefault();
      drop(field);
    }
  });
  widen(input);
  return field;
}

function labelOf({ option, session }: FieldParts): string {
  return translated(option, 'name', session.view().locale);
}

function titleOf({ option, session }: FieldParts): string {
  return translated(option, 'description', session.view().locale);
}

function pill(parts: FieldParts, input: HTMLElement): HTMLElement {
  const lang = memberLanguage(parts.session);
  const label = h('label', { for: input.id, lang, text: labelOf(parts), title: titleOf(parts) });
  return h('span', { class: 'pill' }, label, input);
}

function widen(input: HTMLInputElement): void {
  const letters = Math.min(Math.max(input.value.length + 2, LEAST_WIDTH), MOST_WIDTH);
  input.style.setProperty('width', `${letters}ch`);
}

async function offer(typing: TextField): Promise<void> {
  const { chosen, field, input, parts } = typing;
  const typed = input.value.toLowerCase();
  const fixed = fixedChoices(parts.session, parts.option);
  if (fixed) {
    const fitting = chosen ? fixed : fixed.filter((each) => each.label.toLowerCase().includes(typed));
    return show(typing, fitting);
  }
  if (parts.option.autocomplete !== true) return show(typing, null);
  typing.asked += 1;
  const mine = typing.asked;
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  // Meanwhile more was typed, or the command has gone.
  if (mine !== typing.asked || document.activeElement !== input) return;
  const choices = await askChoices(parts.session, parts.commandSoFar(field)).catch(() => []);
  if (mine === typing.asked && document.activeElement === input) show(typing, choices);
}

/** null: anything may be typed. */
function show(typing: TextField, choices: OptionChoice[] | null): void {
  const { input, parts } = typing;
  const title = titleOf(parts);
  const items = (choices ?? []).map((choice) => ({
    label: choice.label,
    detail: choice.detail ?? '',
    lang: memberLanguage(parts.session),
    pick: () => pick(typing, choice),
  }));
  const empty = choices === null ? title : 'No options match your search.';
  parts.suggestions.show(input, { title, items, isFirstActive: true, empty });
}

function pick(typing: TextField, choice: OptionChoice): void {
  typing.chosen = choice;
  typing.input.value = choice.label;
  widen(typing.input);
  typing.parts.suggestions.hide();
  typing.parts.done();
}

function createFileField(parts: FieldParts): Field {
  const { option } = parts;
  const input = h('input', { id: uniqueId('option-file'), type: 'file' });
  let content: Json | undefined;
  return {
    name: asText(option.name),
    isRequired: option.required === true,
    label: labelOf(parts),
    element: pill(parts, input),
    isEmpty: () => input.files?.length === 0,
    async settled() {
      const [file] = input.files ?? [];
      content = file && (await readFile(file));
    },
    value: () => content,
    // A file cannot be typed.
    write: () => undefined,
    focus: () => input.focus(),
  };
}
