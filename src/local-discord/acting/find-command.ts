// From "/exam start domain:security" to the command, subcommand and the options typed.
import { asNumber, asObjects, asText, type Json } from '../json.ts';
import { isCalled, translated } from '../locales.ts';
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
  /** The options which that (sub)command takes, each with the `label` that the member reads. */
  definitions: Json[];
  /** By the names that all languages share. */
  given: Map<string, unknown>;
  /** Name of the option typed last. */
  focused: string | null;
};

const OPTION = { subcommand: 1, group: 2 };

/** All commands there may be in a guild; one of the guild hides the global one of the same name and type. */
export function commandsOf(platform: Platform, guildId: string | null): Command[] {
  const { commands } = platform.world;
  const local = guildId ? [...(commands.get(guildId)?.values() ?? [])] : [];
  const taken = new Set(local.map((each) => `${each.type} ${each.name}`));
  const global = [...(commands.get(GLOBAL)?.values() ?? [])];
  return [...local, ...global.filter((each) => !taken.has(`${each.type} ${each.name}`))];
}

/** Where a command is looked for, and the language in which the member reads its name. */
export type Shelf = { platform: Platform; guildId: string | null; locale: string };

export function findCommand(shelf: Shelf, input: CommandInput): Typed {
  if (typeof input !== 'string') return findByParts(shelf, input);
  const words = /^\/?(\S+)\s*/.exec(input.trimStart());
  const name = words?.[1] ?? '';
  const command = needCommand(shelf, { name, type: 1 });
  const found = descend(shelf, command, input.trimStart().slice(words?.[0].length ?? 0));
  const { path, rest } = found;
  const definitions = found.definitions.map((each) => labelled(each, shelf.locale));
  const { given, focused } = readOptions(definitions, rest);
  return { command, path, definitions, given, focused };
}

function findByParts(shelf: Shelf, input: Exclude<CommandInput, string>): Typed {
  const command = needCommand(shelf, { name: input.name.replace(/^\//, ''), type: input.type ?? 1 });
  const wanted = [input.group, input.subcommand].filter((each) => each !== undefined).join(' ');
  const { path, definitions: found, rest } = descend(shelf, command, wanted);
  if (rest.trim() !== '') refuseAct(`/${input.name} has no subcommand "${rest.trim()}".`);
  const definitions = found.map((each) => labelled(each, shelf.locale));
  const options = Object.entries(input.options ?? {}).filter(([, value]) => value !== undefined);
  const given = new Map(
    options.map(([name, value]) => [asText(needDefinition(definitions, name).name), value]),
  );
  return { command, path, definitions, given, focused: [...given.keys()].at(-1) ?? null };
}

/** With what the member reads: of the option itself, and of each of its choices. */
function labelled(definition: Json, locale: string): Json {
  const choices = asObjects(definition.choices).map((each) => labelled(each, locale));
  const label = translated(definition, 'name', locale);
  return { ...definition, label, ...(choices.length > 0 ? { choices } : {}) };
}

function needCommand(shelf: Shelf, { name, type }: { name: string; type: number }): Command {
  const all = commandsOf(shelf.platform, shelf.guildId).filter((each) => each.type === type);
  const found =
    all.find((each) => each.name === name) ?? all.find((each) => isCalled(each, name, shelf.locale));
  if (found) return found;
  const mark = type === 1 ? '/' : '';
  const names = all.map((each) => `${mark}${translated(each, 'name', shelf.locale)}`).sort();
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
function descend({ locale }: Shelf, command: Command, text: string): Descent {
  const path: string[] = [];
  const spoken = [translated(command, 'name', locale)];
  let definitions = asObjects(command.options);
  let rest = text.trimStart();
  while (definitions.some(isBranch)) {
    const word = /^\S+/.exec(rest)?.[0] ?? '';
    const next = definitions.find((each) => isBranch(each) && isCalled(each, word, locale));
    if (!next) return refuseBranch(spoken, definitions, locale);
    path.push(asText(next.name));
    spoken.push(translated(next, 'name', locale));
    definitions = asObjects(next.options);
    rest = rest.slice(word.length).trimStart();
  }
  return { path, definitions, rest };
}

function refuseBranch(spoken: string[], definitions: Json[], locale: string): never {
  const branches = definitions.filter(isBranch);
  const names = branches.map((each) => `/${[...spoken, translated(each, 'name', locale)].join(' ')}`);
  return refuseAct(`Choose one of: ${names.join('  ')}`);
}

function isBranch(option: Json): boolean {
  return [OPTION.subcommand, OPTION.group].includes(asNumber(option.type));
}

/** A value reaches to the next `name:` of an option of this command, as in Discord's own input. */
function readOptions(definitions: Json[], text: string): Pick<Typed, 'given' | 'focused'> {
  const marks = [...text.matchAll(/(?:^|\s)([-_'\p{L}\p{N}\p{M}]+):/gu)].flatMap((mark) => {
    const definition = findDefinition(definitions, mark[1] ?? '');
    return definition
      ? [{ name: asText(definition.name), from: mark.index, to: mark.index + mark[0].length }]
      : [];
  });
  const before = text.slice(0, marks[0]?.from ?? text.length).trim();
  if (before !== '') needDefinition(definitions, before.replace(/:.*$/s, ''));
  const given = new Map<string, unknown>();
  for (const [index, mark] of marks.entries()) {
    given.set(mark.name, text.slice(mark.to, marks[index + 1]?.from ?? text.length).trim());
  }
  return { given, focused: marks.at(-1)?.name ?? null };
}

function findDefinition(definitions: Json[], name: string): Json | undefined {
  return definitions.find((each) => each.name === name) ?? definitions.find((each) => each.label === name);
}

function needDefinition(definitions: Json[], name: string): Json {
  const found = findDefinition(definitions, name);
  if (found) return found;
  const names = definitions.map((each) => `${each.label}:`).join(' ');
  return refuseAct(`There is no option "${name}". ${names === '' ? 'It takes none.' : `It takes: ${names}`}`);
}
