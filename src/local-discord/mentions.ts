// Who is notified by a text, after `allowed_mentions`.
import { asTexts, isObject, type Json } from './json.ts';
import type { Channel, Role, User } from './model.ts';
import { can, type Platform, permissionsIn } from './platform.ts';

export type Mentions = { mention_everyone: boolean; mentions: User[]; mention_roles: string[] };

/** Channel messages notify everything by default, answers to interactions only users. */
export type MentionDefault = 'everything' | 'users';

export type MentionInput = { text: string; allowed: unknown; otherwise: MentionDefault; authorId: string };

export function findMentions(platform: Platform, channel: Channel, input: MentionInput): Mentions {
  const rules = readRules(input);
  const mayPingAll = can(permissionsIn(platform, channel, input.authorId), 'MENTION_EVERYONE');
  const users = [...new Set([...input.text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? ''))];
  const roles = [...new Set([...input.text.matchAll(/<@&(\d+)>/g)].map((match) => match[1] ?? ''))];
  const guildRoles = platform.world.guilds.get(channel.guild_id ?? '')?.roles ?? [];
  const isPingable = (role: Role | undefined) => role !== undefined && (role.mentionable || mayPingAll);
  return {
    mention_everyone: mayPingAll && rules.everyone && /@(everyone|here)\b/.test(input.text),
    mentions: users
      .filter(rules.user)
      .map((id) => platform.world.accounts.get(id)?.user)
      .filter((user) => user !== undefined),
    mention_roles: roles
      .filter(rules.role)
      .filter((id) => isPingable(guildRoles.find((role) => role.id === id))),
  };
}

type Rules = { everyone: boolean; user(id: string): boolean; role(id: string): boolean };

function readRules({ allowed, otherwise }: MentionInput): Rules {
  const everything = otherwise === 'everything';
  if (!isObject(allowed)) return { everyone: everything, user: () => true, role: () => everything };
  return readAllowed(allowed);
}

function readAllowed(allowed: Json): Rules {
  const parse = asTexts(allowed.parse);
  const users = asTexts(allowed.users);
  const roles = asTexts(allowed.roles);
  return {
    everyone: parse.includes('everyone'),
    user: (id) => parse.includes('users') || users.includes(id),
    role: (id) => parse.includes('roles') || roles.includes(id),
  };
}
