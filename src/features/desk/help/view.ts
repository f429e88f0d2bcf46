// The one screen of /help.
import {
  buttons,
  card,
  divider,
  linkButton,
  MAX_TEXT,
  type Message,
  plain,
  text,
  textLength,
} from '#bot/card.ts';
import type { Links } from '#bot/feature.ts';
import type { Words } from '#words/words.ts';
import type { CommandLine } from './rules.ts';

export function showHelp(words: Words, commands: readonly CommandLine[], links: Links): Message {
  const full = screen(words, commands, { links, withSubcommands: true });
  // With many features the names of subcommands go first; each command keeps its line.
  return textLength(full) <= MAX_TEXT ? full : screen(words, commands, { links, withSubcommands: false });
}

type Look = { links: Links; withSubcommands: boolean };

function screen(
  { help }: Words,
  commands: readonly CommandLine[],
  { links, withSubcommands }: Look,
): Message {
  const lines = (isForAdmins: boolean) =>
    commands
      .filter((command) => command.isForAdmins === isForAdmins)
      .map((command) => commandLine(command, withSubcommands));
  const hasQuiz = commands.some((command) => command.name === 'quiz');
  const hasAdmins = commands.some((command) => command.isForAdmins);
  const shown = linkButtons(help, links);
  return card(null, [
    text(`### ${help.title}`, help.intro),
    text(help.start, hasQuiz ? help.asMember : help.asMemberWithoutQuiz, hasAdmins && help.asAdmin),
    divider(),
    text(help.commands, ...lines(false)),
    hasAdmins && text(help.forAdmins, ...lines(true)),
    divider(),
    text(help.points, help.streaks, help.data),
    shown.length > 0 && buttons(...shown),
  ]);
}

function linkButtons(help: Words['help'], { privacy, terms, source }: Links) {
  return [
    ...(privacy ? [linkButton(privacy, help.privacyNotice)] : []),
    ...(terms ? [linkButton(terms, help.terms)] : []),
    ...(source ? [linkButton(source, help.source)] : []),
  ];
}

function commandLine({ name, subcommands, description }: CommandLine, withSubcommands: boolean): string {
  // Not one long word of code: a phone would break it anywhere.
  const parts = withSubcommands ? subcommands.map((part) => `\`${part}\``) : [];
  const more = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  return `\`/${name}\` ${plain(description)}${more}`;
}
