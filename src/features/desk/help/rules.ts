// The commands for /help, by what one wants, made from the definitions that Discord gets, so that it cannot go stale.
type Localizations = Readonly<Record<string, string | null | undefined>> | null | undefined;
type Said = { name: string; name_localizations?: Localizations };
type Option = Said & { type: number; options?: readonly Option[] | undefined };

/** In the order in which they are shown. */
export const GROUPS = ['learn', 'practise', 'measure', 'group', 'setup'] as const;
export type Group = (typeof GROUPS)[number];

/** As much of a command as help needs. */
export type Listed = {
  group: Group;
  data: Said & {
    description?: string | undefined;
    description_localizations?: Localizations;
    default_member_permissions?: string | null | undefined;
    contexts?: readonly number[] | null | undefined;
    options?: readonly Option[] | undefined;
  };
};

export type CommandLine = {
  group: Group;
  name: string;
  /** One for each way to use it, to be clicked where Discord has told its id. */
  mentions: string[];
  description: string;
  isForAdmins: boolean;
};

const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;

type Spoken = { locale: string; idOf: (name: string) => string | null };

/** In the names and descriptions of one of Discord's locales, in the order in which the features stand. */
export function listCommands(commands: readonly Listed[], { locale, idOf }: Spoken): CommandLine[] {
  return commands.map(({ group, data }) => ({
    group,
    name: data.name,
    mentions: waysOf(data.options ?? []).map((way) =>
      mentionOf([data, ...way], { locale, id: idOf(data.name) }),
    ),
    description: data.description_localizations?.[locale] ?? data.description ?? '',
    isForAdmins: (data.default_member_permissions ?? null) !== null,
  }));
}

/** The groups that have a command. */
export function groupsOf(commands: readonly Pick<CommandLine, 'group'>[]): Group[] {
  return GROUPS.filter((group) => commands.some((command) => command.group === group));
}

/** The subcommands, each with the group it is in; one empty way where there are none. */
function waysOf(options: readonly Option[]): Said[][] {
  const ways = options.flatMap((option) => {
    if (option.type === SUBCOMMAND) return [[option]];
    if (option.type !== SUBCOMMAND_GROUP) return [];
    return waysOf(option.options ?? []).map((way) => [option, ...way]);
  });
  return ways.length === 0 ? [[]] : ways;
}

/** Discord finds what is clicked by its English names; as code it is for reading, and says those of the reader. */
function mentionOf(parts: readonly Said[], { locale, id }: { locale: string; id: string | null }): string {
  if (id !== null) return `</${parts.map(({ name }) => name).join(' ')}:${id}>`;
  return `\`/${parts.map(({ name, name_localizations: names }) => names?.[locale] ?? name).join(' ')}\``;
}
