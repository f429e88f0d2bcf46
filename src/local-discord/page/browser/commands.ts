// The commands as one types them: every subcommand a line of its own, with its options.
import { asNumber, asObjects, asText, type Json } from '../../json.ts';
import type { Session } from './session.ts';

export type Leaf = {
  /** "daily set" */
  name: string;
  command: string;
  path: string[];
  description: string;
  options: Json[];
};

const SUBCOMMAND = 1;
const GROUP = 2;
const CHAT_INPUT = 1;

/** What the acting member may use in the open channel, in alphabetical order. */
export function leavesOf(session: Session): Leaf[] {
  const allowed = session.place()?.commands ?? [];
  const commands = session
    .view()
    .commands.filter((each) => each.type === CHAT_INPUT && allowed.includes(each.id));
  return commands
    .flatMap((command) => unfold(command, command.name, []))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function unfold(node: Json, command: string, path: string[]): Leaf[] {
  const options = asObjects(node.options);
  const branches = options.filter((option) => [SUBCOMMAND, GROUP].includes(asNumber(option.type)));
  if (branches.length > 0)
    return branches.flatMap((branch) => unfold(branch, command, [...path, asText(branch.name)]));
  const name = [command, ...path].join(' ');
  return [{ name, command, path, description: asText(node.description), options }];
}

/** Those whose name begins with what was typed come first, then those that contain it. */
export function findLeaves(leaves: readonly Leaf[], typed: string): Leaf[] {
  const wanted = typed.toLowerCase().trim();
  const starts = leaves.filter((leaf) => leaf.name.startsWith(wanted));
  const contains = leaves.filter((leaf) => !leaf.name.startsWith(wanted) && leaf.name.includes(wanted));
  return [...starts, ...contains];
}

/** "/quiz topic:sqs count:5" as a command and the texts of its options; null while it is not a whole command. */
export function readTyped(
  leaves: readonly Leaf[],
  text: string,
): { leaf: Leaf; values: Map<string, string> } | null {
  const typed = text.slice(1).trimStart();
  const leaf = leaves
    .filter(({ name }) => typed === name || typed.startsWith(`${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (!leaf) return null;
  const rest = typed.slice(leaf.name.length);
  const names = leaf.options.map((option) => asText(option.name));
  const marks = [...rest.matchAll(/(?:^|\s)([-_\p{L}\p{N}]+):/gu)].filter((mark) =>
    names.includes(mark[1] ?? ''),
  );
  const values = new Map<string, string>();
  for (const [index, mark] of marks.entries()) {
    const end = marks[index + 1]?.index ?? rest.length;
    values.set(mark[1] ?? '', rest.slice(mark.index + mark[0].length, end).trim());
  }
  return { leaf, values };
}
