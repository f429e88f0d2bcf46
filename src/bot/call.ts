// A command as it was called, small enough for a custom id: so that a question that has to be asked first can go on with
// it afterwards, in another interaction, and after a restart.
import type { ChatInputCommandInteraction } from 'discord.js';
import type { CommandInteraction, ComponentInteraction } from '#bot/feature.ts';

/** Options by their English names; those that name a user or a channel are left out. */
export type Call = { name: string; subcommand: string | null; options: ReadonlyMap<string, string> };

type Called = Pick<ChatInputCommandInteraction, 'commandName' | 'options'>;
type Given = { name: string; value?: string | number | boolean; options?: readonly Given[] };

const STRING = 3;
const BOOLEAN = 5;

export function callOf({ commandName: name, options }: Called): Call {
  const [first] = options.data;
  const isNested = first !== undefined && first.type < STRING;
  // safe: what discord.js has parsed, looked into by name and value alone
  const given = ((isNested ? first.options : options.data) ?? []) as readonly (Given & { type: number })[];
  const plain = given.filter(({ type, value }) => type <= BOOLEAN && value !== undefined);
  return {
    name,
    subcommand: isNested ? first.name : null,
    options: new Map(plain.map((option) => [option.name, String(option.value)])),
  };
}

/** In at most so many characters: options for which there is no room are left out, those with the longest values first. */
export function writeCall({ name, subcommand, options }: Call, room: number): string {
  const given = [...options].toSorted(([, a], [, b]) => a.length - b.length);
  for (let count = given.length; count > 0; count -= 1) {
    const text = `${name}.${subcommand ?? ''}?${new URLSearchParams(given.slice(0, count))}`;
    if (text.length <= room) return text;
  }
  return `${name}.${subcommand ?? ''}`;
}

/** Null for what no call was written as. */
export function readCall(text: string): Call | null {
  const [, name, subcommand, query = ''] = /^([\w-]+)\.([\w-]*)(?:\?(.*))?$/.exec(text) ?? [];
  if (name === undefined) return null;
  return { name, subcommand: subcommand || null, options: new Map(new URLSearchParams(query)) };
}

/** The call, made by whoever pressed: all but the command's own is the press's. */
export function asCommand(
  press: ComponentInteraction,
  { name, subcommand, options }: Call,
): CommandInteraction {
  const textOf = (option: string) => options.get(option) ?? null;
  const called = {
    data: [],
    getSubcommand: () => subcommand,
    getString: textOf,
    getInteger: (option: string) => (options.has(option) ? Number(options.get(option)) : null),
    getBoolean: (option: string) => (options.has(option) ? options.get(option) === 'true' : null),
    // None of these is written.
    get: () => null,
    getUser: () => null,
    getMember: () => null,
  };
  // safe: commands that go on like this read the options above, and of the rest what every interaction has
  return Object.create(press, {
    commandName: { value: name },
    options: { value: called },
  }) as CommandInteraction;
}
