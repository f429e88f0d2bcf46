// From "/exam start domain:security" to the command, subcommand and the options typed.
import { asNumber, asObjects, asText, type Json } from '../json.ts';
import type { Command } from '../model.ts';
import type { Platform } from '../platform.ts';
import { GLOBAL } from '../world.ts';
import { refuseAct } from './refusal.ts';

export type CommandInput =
  | string
  | { name: string; group?: string; subcommand?: string; options?: Record<string, unknown>; type?: number };

export type Typed = {
  command: Command;
  /** Names of group and subcommand, outermost first. */
  path: string[];
  /** The options which that (sub)command takes. */
  definitions: Json[];
  given: Map<string, unknown>;
  /** Name of the option typed last. */
  focused: string | null;
};

const OPTION = { subcommand: 1, group: 2 };

/** All commands a guild offers; one of the guild hides the global one of the same name and type. */
export function commandsOf(platform: Platform, guildId: string | null): Command[] {
  const { commands, guilds } = platform.world;
  if (guildId !== null && guilds.get(guildId)?.has_bot !== true) return [];
  const local = guildId ? [...(commands.get(guildId)?.values() ?? [])] : [];
  const taken = new Set(local.map((each) => `${each.type} ${each.name}`));
  const global = [...(commands.get(GLOBAL)?.values() ?? [])];
  return [...local, ...global.filter((each) => !taken.has(`${each.type} ${each.name}`))];
}

export function findCommand(platform: Platform, guildId: string | null, input: CommandInput): Typed {
  if (typeof input !== 'string') return findByParts(platform, guildId, input);
  const words = /^\/?(\S+)\s*/.exec(input.trimStart());
  const name = words?.[1] ?? '';
  const command = needCommand(platform, guildId, { name, type: 1 });
  const { path, definitions, rest } = descend(command, input.trimStart().slice(words?.[0].length ?? 0));
  const { given, focused } = readOptions(definitions, rest);
  return { command, path, definitions, given, focused };
}

function findByParts(
  platform: Platform,
  guildId: string | null,
  input: Exclude<CommandInput, string>,
): Typed {
  const command = needCommand(platform, guildId, {
    name: input.name.replace(/^\//, ''),
    type: input.type ?? 1,
  });
  const wanted = [input.group, input.subcommand].filter((each) => each !== undefined).join(' ');
  const { path, definitions, rest } = descend(command, wanted);
  if (rest.trim() !== '') refuseAct(`/${input.name} has no subcommand "${rest.trim()}".`);
  const given = new Map(Object.entries(input.options ?? {}).filter(([, value]) => value !== undefined));
  for (const name of given.keys()) needDefinition(definitions, name);
  return { command, path, definitions, given, focused: [...given.keys()].at(-1) ?? null };
}

function needCommand(
  platform: Platform,
  guildId: string | null,
  { name, type }: { name: string; type: number },
): Command {
  const all = commandsOf(platform, guildId).filter((each) => each.type === type);
  const found = all.find((each) => each.name === name);
  if (found) return found;
  const names = all.map((each) => (type === 1 ? `/${each.name}` : each.name)).sort();
  if (names.length === 0) return refuseAct(`Unknown command "${name}": the bot has registered none.`);
  const close = names.filter((each) => each.includes(name.slice(0, 3)) || isClose(each.slice(1), name));
  const hint = (close.length > 0 ? close : names).slice(0, 12).join(' ');
  return refuseAct(`Unknown command "/${name}". ${close.length > 0 ? 'Did you mean' : 'There are'}: ${hint}`);
}

/** Same letters but one or two: enough to catch a slip of the finger. */
function isClose(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const letters = [...a];
  for (const letter of b) {
    const index = letters.indexOf(letter);
    if (index >= 0) letters.splice(index, 1);
  }
  return letters.length <= 1;
}

type Descent = { path: string[]; definitions: Json[]; rest: string };

/** Follows group and subcommand names at the start of `text`. */
function descend(command: Command, text: string): Descent {
  const path: string[] = [];
  let definitions = asObjects(command.options);
  let rest = text.trimStart();
  while (definitions.some(isBranch)) {
    const word = /^\S+/.exec(rest)?.[0] ?? '';
    const next = definitions.find((each) => isBranch(each) && each.name === word);
    if (!next) {
      const names = definitions
        .filter(isBranch)
        .map((each) => `/${[command.name, ...path, each.name].join(' ')}`);
      return refuseAct(`Choose one of: ${names.join('  ')}`);
    }
    path.push(word);
    definitions = asObjects(next.options);
    rest = rest.slice(word.length).trimStart();
  }
  return { path, definitions, rest };
}

function isBranch(option: Json): boolean {
  return [OPTION.subcommand, OPTION.group].includes(asNumber(option.type));
}

/** A value reaches to the next `name:` of an option of this command, as in Discord's own input. */
function readOptions(definitions: Json[], text: string): Pick<Typed, 'given' | 'focused'> {
  const names = definitions.map((each) => asText(each.name));
  const marks = [...text.matchAll(/(?:^|\s)([-_\p{L}\p{N}]+):/gu)].filter((mark) =>
    names.includes(mark[1] ?? ''),
  );
  const before = text.slice(0, marks[0]?.index ?? text.length).trim();
  if (before !== '') needDefinition(definitions, before.replace(/:.*$/s, ''));
  const given = new Map<string, unknown>();
  for (const [index, mark] of marks.entries()) {
    const end = marks[index + 1]?.index ?? text.length;
    given.set(mark[1] ?? '', text.slice(mark.index + mark[0].length, end).trim());
  }
  return { given, focused: marks.at(-1)?.[1] ?? null };
}

function needDefinition(definitions: Json[], name: string): Json {
  const found = definitions.find((each) => each.name === name);
  if (found) return found;
  const names = definitions.map((each) => `${each.name}:`).join(' ');
  return refuseAct(`There is no option "${name}". ${names === '' ? 'It takes none.' : `It takes: ${names}`}`);
}
