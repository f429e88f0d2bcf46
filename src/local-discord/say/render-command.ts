// A registered command as lines one can type, with its options.
import { asObjects, asText, type Json } from '../json.ts';

const MENU_TYPES: Record<number, string> = { 2: 'member menu', 3: 'message menu' };
const BRANCHES = [1, 2];

export function renderCommand(command: Json, prefix: string): string[] {
  const menu = MENU_TYPES[Number(command.type)];
  // Only a command itself has the type of a menu; options use the same numbers for something else.
  if (prefix === '/' && menu) return [`${asText(command.name)} (${menu})`];
  const path = `${prefix}${asText(command.name)}`;
  const options = asObjects(command.options);
  const branches = options.filter((option) => BRANCHES.includes(Number(option.type)));
  if (branches.length > 0) return branches.flatMap((branch) => renderCommand(branch, `${path} `));
  const words = options.map(renderOption).join(' ');
  return [`${path}${words === '' ? '' : ` ${words}`}  – ${asText(command.description)}`];
}

/** [in brackets] when it can be left out. */
function renderOption(option: Json): string {
  const name = `${asText(option.name)}:`;
  return option.required === true ? name : `[${name}]`;
}
