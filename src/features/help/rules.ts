// The list of commands for /help, made from the definitions that Discord gets, so that it cannot go stale. Pure.
/** As much of a command definition as help needs. */
export type CommandDefinition = {
  name: string;
  description?: string | undefined;
  default_member_permissions?: string | null | undefined;
  options?: readonly { type: number; name: string }[] | undefined;
};

export type CommandLine = { name: string; subcommands: string[]; description: string; isForAdmins: boolean };

const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;

export function listCommands(definitions: readonly CommandDefinition[]): CommandLine[] {
  return definitions
    .map(({ name, description, default_member_permissions: needs, options }) => ({
      name,
      subcommands: (options ?? [])
        .filter(({ type }) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP)
        .map((option) => option.name),
      description: description ?? '',
      isForAdmins: needs !== undefined && needs !== null,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
