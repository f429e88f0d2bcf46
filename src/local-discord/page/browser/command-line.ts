// A chosen command with its options as labelled fields, in the composer. Enter sends it once nothing is left to choose.
import { asText, type Json } from '../../json.ts';
import { translated } from '../../locales.ts';
import { wordsFor } from './api.ts';
import { type Leaf, readOptions, type Values } from './commands.ts';
import { h, icon } from './dom.ts';
import type { Interacting } from './interacting.ts';
import { createField, type Field } from './option-field.ts';
import type { Session } from './session.ts';
import { memberLanguage } from './spoken.ts';
import type { Suggestions } from './suggestions.ts';

export type CommandLine = {
  element: HTMLElement;
  /** `unread` is what was typed and belongs to no option: it stays to be seen. */
  open(typed: { leaf: Leaf; values: Values; unread: string }): void;
  isOpen(): boolean;
  run(): Promise<void>;
  /** Gone without a word: somebody looks elsewhere now. */
  close(): void;
};

export type CommandLineParts = {
  session: Session;
  interacting: Interacting;
  suggestions: Suggestions;
  complain(text: string): void;
  /** Back to plain text. */
  leave(text?: string): void;
};

type Line = {
  parts: CommandLineParts;
  leaf: Leaf | null;
  fields: Field[];
  element: HTMLElement;
  name: HTMLElement;
  pills: HTMLElement;
  /** Where further options are chosen. */
  more: HTMLInputElement;
};

export function createCommandLine(parts: CommandLineParts): CommandLine {
  const line = build(parts);
  const { more } = line;
  more.addEventListener('focus', () => offerOptions(line));
  more.addEventListener('input', () => {
    parts.complain('');
    if (!distribute(line, null, more.value)) offerOptions(line);
  });
  more.addEventListener('blur', () => parts.suggestions.hide());
  more.addEventListener('keydown', (event) => onKey(line, event));
  return {
    element: line.element,
    isOpen: () => line.leaf !== null,
    open: (typed) => open(line, typed),
    run: () => run(line),
    close: () => {
      line.leaf = null;
    },
  };
}

function build(parts: CommandLineParts): Line {
  const name = h('span', { class: 'command-name' });
  const pills = h('span', { class: 'pills' });
  const more = h('input', {
    class: 'composer-input more',
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    autocomplete: 'off',
  });
  const attributes = { type: 'button', class: 'icon-button', 'aria-label': 'Cancel the command' };
  const leave = h('button', { ...attributes, onClick: () => cancel(line) }, icon('close'));
  const element = h('div', { class: 'command-line', role: 'group' }, name, pills, more, leave);
  const line: Line = { parts, leaf: null, fields: [], element, name, pills, more };
  return line;
}

function open(line: Line, { leaf, values, unread }: Parameters<CommandLine['open']>[0]): void {
  const { element, more, name, pills } = line;
  line.leaf = leaf;
  line.fields = [];
  pills.replaceChildren();
  more.value = unread;
  more.placeholder = leaf.options.length > 0 ? 'options, or Enter to send' : 'Enter to send';
  more.setAttribute('aria-label', `Further options of /${leaf.name}`);
  name.textContent = `/${leaf.name}`;
  name.title = leaf.description;
  element.setAttribute('aria-label', `The command /${leaf.name}`);
  for (const option of leaf.options) {
    const given = values.get(asText(option.name));
    if (option.required === true || given !== undefined) addField(line, option, given);
  }
  focusNext(line);
}

function addField(line: Line, option: Json, text = ''): Field {
  const { session, suggestions } = line.parts;
  const field = createField({
    session,
    suggestions,
    option,
    text,
    commandSoFar: (last) => commandOf(line, last),
    distribute: (typed) => distribute(line, field, typed),
    drop: (dropped) => dropField(line, dropped),
    done: () => focusNext(line, field),
  });
  line.fields.push(field);
  line.pills.append(field.element);
  return field;
}

function dropField(line: Line, field: Field): void {
  line.fields = line.fields.filter((each) => each !== field);
  field.element.remove();
  line.parts.suggestions.hide();
  line.more.focus();
}

/**
 * "lambda count:5", typed as one line: each value goes to the option it names, what stands before stays where it was
 * typed. True when somebody goes on typing in another field.
 */
function distribute(line: Line, from: Field | null, typed: string): boolean {
  const { leaf, more, parts } = line;
  const { values, unread } = readOptions(leaf?.options ?? [], typed, parts.session.view().locale);
  if (values.size === 0) return false;
  if (from) from.write(unread);
  else more.value = unread;
  let last = from;
  for (const [name, text] of values) {
    const option = leaf?.options.find((each) => each.name === name) ?? {};
    last = line.fields.find((each) => each.name === name) ?? addField(line, option);
    last.write(text);
  }
  if (last === from) return false;
  last?.focus();
  return true;
}

/** To the next required field that is empty, else to where further options are chosen. */
function focusNext({ fields, more }: Line, from?: Field): void {
  const empty = fields.find((each) => each !== from && each.isRequired && each.isEmpty());
  if (empty) empty.focus();
  else more.focus();
}

/** As the control API takes it; the option `last` is the one that completions are asked for. */
function commandOf({ fields, leaf }: Line, last?: Field): Json {
  const ordered = last ? [...fields.filter((each) => each !== last), last] : fields;
  const options = Object.fromEntries(ordered.map((field) => [field.name, field.value()]));
  const path = leaf?.path ?? [];
  const [group, subcommand] = path.length === 2 ? path : [undefined, path[0]];
  return {
    name: leaf?.command ?? '',
    options,
    ...(group ? { group } : {}),
    ...(subcommand ? { subcommand } : {}),
  };
}

function offerOptions(line: Line): void {
  const { fields, leaf, more } = line;
  const typed = more.value.toLowerCase().replace(/:$/, '');
  const { locale } = line.parts.session.view();
  const left = (leaf?.options ?? []).filter((option) => fields.every((field) => field.name !== option.name));
  const found = left.filter((option) =>
    [translated(option, 'name', locale), asText(option.name)].some((name) => name.includes(typed)),
  );
  const items = found.map((option) => ({
    label: translated(option, 'name', locale),
    detail: translated(option, 'description', locale),
    lang: memberLanguage(line.parts.session),
    pick: () => {
      more.value = '';
      addField(line, option).focus();
    },
  }));
  line.parts.suggestions.show(more, {
    title: 'Options – choose one, or press Enter to send',
    items,
    isFirstActive: typed !== '',
    empty: typed === '' ? '' : 'No option of that name',
  });
}

function onKey(line: Line, event: KeyboardEvent): void {
  const { fields, leaf, more, parts } = line;
  if (parts.suggestions.key(event)) {
    event.preventDefault();
  } else if (event.key === 'Escape') {
    cancel(line);
  } else if (event.key === 'Backspace' && more.value === '') {
    event.preventDefault();
    const last = fields.at(-1);
    if (last) last.focus();
    else cancel(line, `/${leaf?.name ?? ''}`);
  }
}

function cancel(line: Line, text = ''): void {
  line.leaf = null;
  line.parts.leave(text);
}

async function run(line: Line): Promise<void> {
  const { complain, interacting } = line.parts;
  const missing = line.fields.find((each) => each.isRequired && each.isEmpty());
  if (missing) {
    complain(`“${missing.label}” has to be filled in.`);
    return missing.focus();
  }
  const unread = line.more.value.trim();
  // Half of what somebody wrote must not be sent as if it were all.
  if (unread !== '') {
    complain(`“${unread}” belongs to no option: choose one from the list, or delete it.`);
    return line.more.focus();
  }
  const refusal = await Promise.all(line.fields.map((field) => field.settled()))
    .then(() => interacting.command(commandOf(line), `You used /${line.leaf?.name ?? ''}`))
    .catch(wordsFor);
  complain(refusal ?? '');
  if (refusal === null) cancel(line);
}
