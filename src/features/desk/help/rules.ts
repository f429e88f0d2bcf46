// The list of commands for /help, made from the definitions that Discord gets, so that it cannot go stale. Pure.
type Localizations = Readonly<Record<string, string | null | undefined>> | null | undefined;
type Said = { name: string; name_localizations?: Localizations };

/** As much of a command definition as help needs. */
export type CommandDefinition = Said & {
  description?: string | undefined;
  description_localizations?: Localizations;
  default_member_permissions?: string | null | undefined;
  options?: readonly (Said & { type: number })[] | undefined;
};

export type CommandLine = { name: string; subcommands: string[]; description: string; isForAdmins: boolean };

const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;

/** In the names and descriptions of one of Discord's locales. */
export function listCommands(definitions: readonly CommandDefinition[], locale: string): CommandLine[] {
  const nameOf = ({ name, name_localizations: names }: Said) => names?.[locale] ?? name;
  return definitions
    .map((command) => ({
      name: nameOf(command),
      subcommands: (command.options ?? [])
        .filter(({ type }) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP)
        .map(nameOf),
      description: command.description_localizations?.[locale] ?? command.description ?? '',
      isForAdmins: (command.default_member_permissions ?? null) !== null,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
