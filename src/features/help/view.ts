// The one screen of /help.
import { buttons, card, divider, linkButton, type Message, plain, text, textLength } from '#bot/card.ts';
import type { CommandLine } from './rules.ts';

const MAX_TEXT = 4000;

/** `sourceUrl` is where the source code is published; null shows no link. */
export function showHelp(commands: readonly CommandLine[], sourceUrl: string | null): Message {
  const full = screen(commands, { sourceUrl, withSubcommands: true });
  // With many features the names of subcommands go first; each command keeps its line.
  return textLength(full) <= MAX_TEXT ? full : screen(commands, { sourceUrl, withSubcommands: false });
}

type Look = { sourceUrl: string | null; withSubcommands: boolean };

function screen(commands: readonly CommandLine[], { sourceUrl, withSubcommands }: Look): Message {
  const lines = (isForAdmins: boolean) =>
    commands
      .filter((command) => command.isForAdmins === isForAdmins)
      .map((command) => commandLine(command, withSubcommands));
  const has = (name: string) => commands.some((command) => command.name === name);
  return card(null, [
    text(
      '### Cohort: study together for the exam',
      'I post scenario questions, you answer by button, and you alone read why each option is right or wrong.',
    ),
    text(
      '**Where to start**',
      `As a member: ${has('quiz') ? '`/quiz` asks a question here; `/quiz private:True` asks only you.' : 'answer the next question by button.'}`,
      has('setup') &&
        'As an admin: `/setup server` is one screen for exam, time zone and question of the day.',
    ),
    divider(),
    text('**Commands**', ...lines(false)),
    text('**For admins**', ...lines(true)),
    divider(),
    text(
      '**Points:** your first answer to a question counts while it is open: easy 1, medium 2, hard 3 when right. Private questions are practice.',
      '**Streaks:** one answer a day, right or wrong, keeps it going; seven active days earn a freeze for a missed one.',
    ),
    sourceUrl !== null && buttons(linkButton(sourceUrl, 'Source code')),
  ]);
}

function commandLine({ name, subcommands, description }: CommandLine, withSubcommands: boolean): string {
  const more = withSubcommands && subcommands.length > 0 ? ` ${subcommands.join(', ')}` : '';
  return `\`/${name}${more}\` ${plain(description)}`;
}
