// The screens of /help: all groups at once, for a phone; and one group with what each of its commands does.
import {
  button,
  buttons,
  card,
  divider,
  linkButton,
  MAX_TEXT,
  type Message,
  plain,
  select,
  text,
  textLength,
} from '#bot/card.ts';
import { customId } from '#bot/custom-id.ts';
import type { Links } from '#bot/feature.ts';
import type { Invites } from '#bot/invites.ts';
import type { Words } from '#words/words.ts';
import { type CommandLine, type Group, groupsOf } from './rules.ts';

type Addresses = Links & { invites: Invites };

export function showHelp({ help }: Words, commands: readonly CommandLine[], links: Addresses): Message {
  const groups = groupsOf(commands);
  const shown = linkButtons(help, links);
  const choices = groups.map((group) => ({
    value: group,
    label: help.groups[group].name,
    description: help.groups[group].hint,
  }));
  return card(null, [
    text(`### ${help.title}`, help.intro),
    divider(),
    ...groups.map((group) => text(`**${help.groups[group].name}**`, ...groupLines(help, commands, group))),
    divider(),
    select(customId('help', 1, 'group'), help.choose, { choices }),
    text(`-# ${help.install}`),
    buttons(linkButton(links.invites.server, help.toServer), linkButton(links.invites.member, help.toMember)),
    shown.length > 0 && buttons(...shown),
  ]);
}

/** One group, with the description of each command. */
export function showGroup(words: Words, commands: readonly CommandLine[], group: Group): Message {
  const full = groupScreen(words, { commands, group, withAllWays: true });
  // With many commands only the first way to use each is named; each keeps its line.
  return textLength(full) <= MAX_TEXT ? full : groupScreen(words, { commands, group, withAllWays: false });
}

type GroupLook = { commands: readonly CommandLine[]; group: Group; withAllWays: boolean };

function groupScreen({ help }: Words, { commands, group, withAllWays }: GroupLook): Message {
  const { name, hint } = help.groups[group];
  const lines = commands
    .filter((command) => command.group === group)
    .map(({ mentions, description, isForAdmins }) => {
      const ways = withAllWays ? mentions : mentions.slice(0, 1);
      return `${ways.join(' ')}\n${isForAdmins ? help.forAdmins(plain(description)) : plain(description)}`;
    });
  return card(null, [
    text(`### ${name}`, `-# ${hint}`),
    text(lines.join('\n\n')),
    text(help.details[group]),
    buttons(button(customId('help', 1, 'all'), help.all)),
  ]);
}

/** Commands of a kind on one line, by the first way to use them: what each is for, a click away. */
function groupLines(help: Words['help'], commands: readonly CommandLine[], group: Group): (string | false)[] {
  const namesOf = (isForAdmins: boolean) =>
    commands
      .filter((command) => command.group === group && command.isForAdmins === isForAdmins)
      .map(({ mentions }) => mentions[0] ?? '')
      .join(' ');
  const [everybody, admins] = [namesOf(false), namesOf(true)];
  return [everybody !== '' && everybody, admins !== '' && `-# ${help.adminCommands(admins)}`];
}

function linkButtons(help: Words['help'], { privacy, terms, source }: Links) {
  return [
    ...(privacy ? [linkButton(privacy, help.privacyNotice)] : []),
    ...(terms ? [linkButton(terms, help.terms)] : []),
    ...(source ? [linkButton(source, help.source)] : []),
  ];
}
