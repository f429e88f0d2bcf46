// The lists of options: what they offer while somebody types, and what they show understood as what it stands for,
// since some clients send it, and people type or paste what they read.
import type { AutocompleteInteraction } from 'discord.js';
import { shorten } from '#bot/card.ts';
import type { BotApp, Choice, Command, CommandInteraction, Typing } from '#bot/feature.ts';
import { actorOf } from '#bot/ground.ts';
import type { Words } from '#words/words.ts';

/** Of an autocomplete, and characters of each. */
const MAX_CHOICES = 25;
const MAX_CHOICE_NAME = 100;

/** Autocomplete has no way to show an error: an empty list, and a line in the log. */
export async function completeOption(
  app: BotApp,
  command: Command | undefined,
  interaction: AutocompleteInteraction,
): Promise<void> {
  try {
    const words = await app.languages.ofMember(interaction.user.id, interaction.locale);
    const { name: option, value: typed } = interaction.options.getFocused(true);
    const other = (name: string) => interaction.options.getString(name);
    const typing = { ...actorOf(interaction), option, typed, other };
    await interaction.respond(await offer(app, command, { typing, words }));
  } catch (error) {
    app.log.warn({ interaction: interaction.id, err: error }, 'autocomplete failed');
    if (!interaction.responded) await interaction.respond([]).catch(() => undefined);
  }
}

type Asked = { typing: Typing; words: Words };

async function offer(app: BotApp, command: Command | undefined, { typing, words }: Asked): Promise<Choice[]> {
  const choices = (await command?.complete?.(app, typing, words)) ?? [];
  return choices
    .slice(0, MAX_CHOICES)
    .map((choice) => ({ ...choice, name: shorten(choice.name, MAX_CHOICE_NAME) }));
}

/** Puts the value in place of its name, in every option with a list; whatever else was typed stays for the command. */
export async function understandShown(
  app: BotApp,
  command: Command,
  interaction: CommandInteraction,
): Promise<void> {
  if (!command.complete) return;
  for (const name of optionsWithLists(command.data.options ?? [])) {
    const option = interaction.options.get(name);
    const typed = option?.value;
    // Values hold no blanks; what is shown of them does.
    if (!option || typeof typed !== 'string' || !/\s/.test(typed.trim())) continue;
    const words = await app.languages.ofMember(interaction.user.id, interaction.locale);
    const other = (of: string) => interaction.options.getString(of);
    const typing = { ...actorOf(interaction), option: name, typed, other };
    option.value = (await findShown(app, command, { typing, words })) ?? typed;
  }
}

/** In the list as it is for this text, or as it was before anything was typed. */
async function findShown(app: BotApp, command: Command, { typing, words }: Asked): Promise<string | null> {
  for (const typed of [typing.typed, '']) {
    const choices = await offer(app, command, { typing: { ...typing, typed }, words });
    const shown = choices.find(({ name }) => spelled(name) === spelled(typing.typed));
    if (shown) return shown.value;
  }
  return null;
}

/** Without the time of day, which goes on between reading a list and sending what it said. */
function spelled(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\b\d{1,2}:\d{2}\b/g, ':')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

type Option = { name: string; autocomplete?: boolean; options?: readonly unknown[] };

function optionsWithLists(options: readonly unknown[]): string[] {
  // safe: options of a command's definition, which nest
  return (options as readonly Option[]).flatMap((option) =>
    option.autocomplete ? [option.name] : optionsWithLists(option.options ?? []),
  );
}
