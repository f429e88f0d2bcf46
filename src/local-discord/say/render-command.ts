// A registered command as lines one can type, with its options.
import { asObjects, type Json } from '../json.ts';
import { translated } from '../locales.ts';

const MENU_TYPES: Record<number, string> = { 2: 'member menu', 3: 'message menu' };
const BRANCHES = [1, 2];

type Reading = { prefix: string; locale: string };

export function renderCommand(command: Json, { prefix, locale }: Reading): string[] {
  const menu = MENU_TYPES[Number(command.type)];
  const name = translated(command, 'name', locale);
  // Only a command itself has the type of a menu; options use the same numbers for something else.
  if (prefix === '/' && menu) return [`${name} (${menu})`];
  const path = `${prefix}${name}`;
  const options = asObjects(command.options);
  const branches = options.filter((option) => BRANCHES.includes(Number(option.type)));
  if (branches.length > 0)
    return branches.flatMap((branch) => renderCommand(branch, { prefix: `${path} `, locale }));
  const words = options.map((option) => renderOption(option, locale)).join(' ');
  return [`${path}${words === '' ? '' : ` ${words}`}  – ${translated(command, 'description', locale)}`];
}

/** [in brackets] when it can be left out. */
function renderOption(option: Json, locale: string): string {
  const name = `${translated(option, 'name', locale)}:`;
  return option.required === true ? name : `[${name}]`;
}
