// The commands as one types them: every subcommand a line of its own, with its options.
import { asNumber, asObjects, asText, type Json } from '../../json.ts';
import { isCalled, translated } from '../../locales.ts';
import type { Session } from './session.ts';

export type Leaf = {
  /** "daily set", as this member reads it. */
  name: string;
  /** The same in the words that all languages share: one may type these too. */
  sharedName: string;
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
  const { locale } = session.view();
  return commands
    .flatMap((command) => unfold(command, { locale, command: command.name, spoken: [], path: [] }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

type Way = { locale: string; command: string; spoken: string[]; path: string[] };

function unfold(node: Json, way: Way): Leaf[] {
  const spoken = [...way.spoken, translated(node, 'name', way.locale)];
  const options = asObjects(node.options);
  const branches = options.filter((option) => [SUBCOMMAND, GROUP].includes(asNumber(option.type)));
  if (branches.length > 0)
    return branches.flatMap((branch) =>
      unfold(branch, { ...way, spoken, path: [...way.path, asText(branch.name)] }),
    );
  const { command, path } = way;
  const description = translated(node, 'description', way.locale);
  const sharedName = [command, ...path].join(' ');
  return [{ name: spoken.join(' '), sharedName, command, path, description, options }];
}

/** Those whose name begins with what was typed come first, then those that contain it. */
export function findLeaves(leaves: readonly Leaf[], typed: string): Leaf[] {
  const wanted = typed.toLowerCase().trim();
  const calls = (leaf: Leaf) => [leaf.name, leaf.sharedName];
  const starts = leaves.filter((leaf) => calls(leaf).some((name) => name.startsWith(wanted)));
  const contains = leaves.filter(
    (leaf) => !starts.includes(leaf) && calls(leaf).some((name) => name.includes(wanted)),
  );
  return [...starts, ...contains];
}

/** Texts of options by their shared names. */
export type Values = Map<string, string>;

/** "/quiz topic:sqs count:5" as a command and the texts of its options; null while it is not a whole command. */
export function readTyped(
  leaves: readonly Leaf[],
  text: string,
  locale: string,
): { leaf: Leaf; values: Values; unread: string } | null {
  const typed = text.slice(1).trimStart();
  const [found] = leaves
    .flatMap((leaf) => [leaf.name, leaf.sharedName].map((name) => ({ leaf, name })))
    .filter(({ name }) => typed === name || typed.startsWith(`${name} `))
    .sort((a, b) => b.name.length - a.name.length);
  if (!found) return null;
  const { leaf, name } = found;
  return { leaf, ...readOptions(leaf.options, typed.slice(name.length), locale) };
}

/** A value reaches to the next `name:` of an option; what stands before the first one is left unread. */
export function readOptions(
  options: readonly Json[],
  text: string,
  locale: string,
): { values: Values; unread: string } {
  const marks = [...text.matchAll(/(?:^|\s)([-_'\p{L}\p{N}\p{M}]+):/gu)].flatMap((mark) => {
    const option = options.find((each) => isCalled(each, mark[1] ?? '', locale));
    return option ? [{ name: asText(option.name), from: mark.index, to: mark.index + mark[0].length }] : [];
  });
  const values: Values = new Map();
  for (const [index, mark] of marks.entries())
    values.set(mark.name, text.slice(mark.to, marks[index + 1]?.from ?? text.length).trim());
  return { values, unread: text.slice(0, marks[0]?.from ?? text.length).trim() };
}
