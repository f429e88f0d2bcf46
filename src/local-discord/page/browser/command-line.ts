// A chosen command with its options as labelled fields, in the composer. Enter sends it once nothing is left to choose.
import { asText, type Json } from '../../json.ts';
import type { Leaf } from './commands.ts';
import { h, icon } from './dom.ts';
import type { Interacting } from './interacting.ts';
import { createField, type Field } from './option-field.ts';
import type { Session } from './session.ts';
import type { Suggestions } from './suggestions.ts';

export type CommandLine = {
  element: HTMLElement;
  open(leaf: Leaf, values: Map<string, string>): void;
  isOpen(): boolean;
  run(): Promise<void>;
  cancel(): void;
};

export type CommandLineParts = {
  session: Session;
  interacting: Interacting;
  suggestions: Suggestions;
  complain(text: string): void;
  /** Back to plain text. */
  leave(text?: string): void;
};

const NAME_OF_COMMAND = 'command-name';

export function createCommandLine(parts: CommandLineParts): CommandLine {
  const { interacting, session, suggestions, complain, leave } = parts;
  const name = h('span', { class: NAME_OF_COMMAND });
  const pills = h('span', { class: 'pills' });
  const more = h('input', {
    class: 'composer-input more',
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    autocomplete: 'off',
  });
  const cancelButton = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Cancel the command' },
    icon('close'),
  );
  const element = h('div', { class: 'command-line', role: 'group' }, name, pills, more, cancelButton);
  let leaf: Leaf | null = null;
  let fields: Field[] = [];

  const commandSoFar = (last?: Field): Json => {
    const ordered = last ? [...fields.filter((each) => each !== last), last] : fields;
    const options = Object.fromEntries(ordered.map((field) => [field.name, field.value()]));
    const path = leaf?.path ?? [];
    const [group, subcommand] = path.length === 2 ? path : [undefined, path[0]];
    return {
      name: leaf?.command ?? '',
      ...(group ? { group } : {}),
      ...(subcommand ? { subcommand } : {}),
      options,
    };
  };
  const drop = (field: Field) => {
    fields = fields.filter((each) => each !== field);
    field.element.remove();
    suggestions.hide();
    more.focus();
  };
  const add = (option: Json, text = '') => {
    const field = createField({
      session,
      suggestions,
      option,
      text,
      commandSoFar,
      drop,
      done: () => next(field),
    });
    fields.push(field);
    pills.append(field.element);
    return field;
  };
  /** To the next required field that is empty, else to where further options are chosen. */
  const next = (from?: Field) => {
    const empty = fields.find((each) => each !== from && each.isRequired && each.isEmpty());
    if (empty) empty.focus();
    else more.focus();
  };
  const offerOptions = () => {
    const typed = more.value.toLowerCase().replace(/:$/, '');
    const left = (leaf?.options ?? []).filter(
      (option) => !fields.some((field) => field.name === asText(option.name)),
    );
    const found = left.filter((option) => asText(option.name).includes(typed));
    const items = found.map((option) => ({
      label: asText(option.name),
      detail: asText(option.description),
      pick: () => {
        more.value = '';
        add(option).focus();
      },
    }));
    const title = 'Options – choose one, or press Enter to send';
    suggestions.show(more, {
      title,
      items,
      isFirstActive: typed !== '',
      empty: typed === '' ? '' : 'No option of that name',
    });
  };
  const cancel = (text = '') => {
    leaf = null;
    leave(text);
  };
  const run = async () => {
    const missing = fields.find((each) => each.isRequired && each.isEmpty());
    if (missing) {
      complain(`“${missing.name}” has to be filled in.`);
      return missing.focus();
    }
    const heading = `You used /${leaf?.name ?? ''}`;
    const refusal = await interacting.command(commandSoFar(), heading).catch(String);
    if (refusal) return complain(refusal);
    complain('');
    cancel();
  };

  more.addEventListener('focus', offerOptions);
  more.addEventListener('input', offerOptions);
  more.addEventListener('blur', () => suggestions.hide());
  more.addEventListener('keydown', (event) => {
    if (suggestions.key(event)) event.preventDefault();
    else if (event.key === 'Escape') cancel();
    else if (event.key === 'Backspace' && more.value === '') {
      event.preventDefault();
      const last = fields.at(-1);
      if (last) last.focus();
      else cancel(`/${leaf?.name ?? ''}`);
    }
  });
  cancelButton.addEventListener('click', () => cancel());
  return {
    element,
    run,
    cancel,
    isOpen: () => leaf !== null,
    open(chosen, values) {
      leaf = chosen;
      fields = [];
      pills.replaceChildren();
      more.value = '';
      name.textContent = `/${chosen.name}`;
      name.title = chosen.description;
      element.setAttribute('aria-label', `The command /${chosen.name}`);
      more.setAttribute('aria-label', `Further options of /${chosen.name}`);
      more.placeholder = chosen.options.length > 0 ? 'options, or Enter to send' : 'Enter to send';
      for (const option of chosen.options) {
        const given = values.get(asText(option.name));
        if (option.required === true || given !== undefined) add(option, given);
      }
      next();
    },
  };
}
