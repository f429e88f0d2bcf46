// Application commands: names, order and nesting of options, translations, and the size of the whole.
import { AvailableLocalesEnumSchema } from 'discord-api-spec/zod';
import { type Fault, lengthOf, notOneOf, numberAbove, type Path, required, tooLong } from './faults.ts';
import { repeatsIn } from './repeats.ts';

type Translations = Record<string, string | null> | null;
type Choice = { name: string; name_localizations?: Translations; value: string | number };
type Named = {
  name?: string;
  name_localizations?: Translations;
  description?: string | null;
  description_localizations?: Translations;
  options?: CommandOption[] | null;
};
type CommandOption = Named & {
  type: number;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: Choice[] | null;
  min_value?: number | null;
  max_value?: number | null;
  min_length?: number | null;
  max_length?: number | null;
};
export type Command = Named & { type?: number | null };

const CHAT_INPUT = 1;
const USER = 2;
const MESSAGE = 3;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const COUNT_MAX = new Map([
  [CHAT_INPUT, 100],
  [USER, 15],
  [MESSAGE, 15],
]);
const SIZE_MAX = 8000;
const CHOICE_VALUE_MAX = 100;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u;
const LOCALES = AvailableLocalesEnumSchema._zod.values ?? new Set();

export function commandListFaults(commands: readonly Command[]): Fault[] {
  for (const [type, most] of COUNT_MAX) {
    if (commands.filter((command) => (command.type ?? CHAT_INPUT) === type).length <= most) continue;
    return [{ path: [], code: '30032', message: `Maximum number of application commands reached (${most})` }];
  }
  const faults = commands.flatMap((command, index) => commandFaults(command, [index], false));
  return [...faults, ...repeatedCommands(commands)];
}

function repeatedCommands(commands: readonly Command[]): Fault[] {
  // The same name may be used once per type.
  return repeatsIn(commands, ({ name, type }) => `${type ?? CHAT_INPUT} ${name}`).map((index) => ({
    path: [index],
    code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
    message: 'Application command names must be unique',
  }));
}

/** An edit does not say which type it edits: then only options and description give a slash command away. */
export function commandFaults(command: Command, path: Path, isEdit: boolean): Fault[] {
  const isSlash = isEdit
    ? Boolean(command.description || command.options?.length)
    : (command.type ?? CHAT_INPUT) === CHAT_INPUT;
  const faults = isSlash ? slashFaults(command, path, isEdit) : menuFaults(command, path, isEdit);
  if (sizeOf(command) > SIZE_MAX) {
    faults.push({
      path,
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${SIZE_MAX})`,
    });
  }
  return faults;
}

function slashFaults(command: Command, path: Path, isEdit: boolean): Fault[] {
  const faults = [...nameFaults(command, path), ...localeFaults(command, path)];
  const isAbsent = isEdit && command.description === undefined;
  if (!command.description && !isAbsent) faults.push(required([...path, 'description']));
  return [...faults, ...optionFaults(command.options ?? [], [...path, 'options'])];
}

/** User and message commands have free names, with capitals and spaces, and nothing else. */
function menuFaults(command: Command, path: Path, isEdit: boolean): Fault[] {
  const faults = localeFaults(command, path);
  const isMenu = command.type === USER || command.type === MESSAGE;
  if (isEdit || !isMenu) return faults;
  if (command.description) {
    faults.push({
      path: [...path, 'description'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET',
      message: 'Context menu commands cannot have description',
    });
  }
  if (command.options?.length) {
    faults.push({
      path: [...path, 'options'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_CANNOT_BE_SET',
      message: 'Context menu commands cannot have options',
    });
  }
  return faults;
}

function nameFaults({ name, name_localizations }: Named, path: Path): Fault[] {
  const named: [Path, string | null | undefined][] = [[[...path, 'name'], name]];
  for (const [locale, text] of Object.entries(name_localizations ?? {})) {
    named.push([[...path, 'name_localizations', locale], text]);
  }
  return named
    .filter(([, text]) => text != null && (!NAME.test(text) || text !== text.toLowerCase()))
    .map(([at]) => ({
      path: at,
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: 'Command name is invalid',
    }));
}

function localeFaults(named: Named, path: Path): Fault[] {
  return (['name_localizations', 'description_localizations'] as const).flatMap((field) =>
    Object.keys(named[field] ?? {})
      .filter((locale) => !LOCALES.has(locale))
      .map((locale) => notOneOf([...path, field, locale], LOCALES)),
  );
}

function optionFaults(options: readonly CommandOption[], path: Path): Fault[] {
  return [
    ...options.flatMap((option, index) => faultsOfOption(option, [...path, index])),
    ...repeatedOptions(options, path),
    ...orderFaults(options, path),
    ...mixtureFaults(options, path),
  ];
}

function faultsOfOption(option: CommandOption, path: Path): Fault[] {
  const faults = [...nameFaults(option, path), ...localeFaults(option, path), ...choiceFaults(option, path)];
  for (const bound of ['value', 'length'] as const) {
    const least = option[`min_${bound}`];
    const most = option[`max_${bound}`];
    if (least == null || most == null || least <= most) continue;
    faults.push(numberAbove([...path, `min_${bound}`], most));
  }
  return [...faults, ...optionFaults(option.options ?? [], [...path, 'options'])];
}

function choiceFaults({ choices, autocomplete }: CommandOption, path: Path): Fault[] {
  const faults = (choices ?? []).flatMap((choice, index) => {
    const at = [...path, 'choices', index];
    const unknown = localeFaults(choice as Named, at);
    const isLong = typeof choice.value === 'string' && lengthOf(choice.value) > CHOICE_VALUE_MAX;
    return isLong ? [...unknown, tooLong([...at, 'value'], CHOICE_VALUE_MAX)] : unknown;
  });
  if (!autocomplete || !choices?.length) return faults;
  const message = 'Autocomplete cannot be used together with choices';
  return [
    ...faults,
    { path: [...path, 'autocomplete'], code: 'LOCAL_COMMAND_AUTOCOMPLETE_WITH_CHOICES', message },
  ];
}

function repeatedOptions(options: readonly CommandOption[], path: Path): Fault[] {
  return repeatsIn(options, ({ name }) => name).map((index) => ({
    path: [...path, index, 'name'],
    code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    message: 'Option name is already used in these options',
  }));
}

function orderFaults(options: readonly CommandOption[], path: Path): Fault[] {
  return options.flatMap((option, index) => {
    const isLate = option.required && options.slice(0, index).some((earlier) => !earlier.required);
    if (!isLate) return [];
    return {
      path: [...path, index],
      code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      message: 'Required options must be placed before non-required options',
    };
  });
}

function mixtureFaults(options: readonly CommandOption[], path: Path): Fault[] {
  const isNested = ({ type }: CommandOption) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP;
  const first = options[0];
  const odd = options.findIndex((option) => first && isNested(option) !== isNested(first));
  if (odd === -1) return [];
  return [
    {
      path: [...path, odd],
      code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
    },
  ];
}

function sizeOf(named: Named & { choices?: Choice[] | null; value?: string | number }): number {
  const own =
    longest(named.name, named.name_localizations) +
    longest(named.description, named.description_localizations) +
    (typeof named.value === 'string' ? lengthOf(named.value) : 0);
  const parts = [...(named.options ?? []), ...(named.choices ?? [])];
  return parts.reduce((sum, part) => sum + sizeOf(part), own);
}

/** Of a text and its translations only the longest counts. */
function longest(text: string | null | undefined, translations: Translations | undefined): number {
  return Math.max(
    lengthOf(text ?? ''),
    ...Object.values(translations ?? {}).map((one) => lengthOf(one ?? '')),
  );
}
