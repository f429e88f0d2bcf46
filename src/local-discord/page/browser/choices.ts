// The options of a menu: its own, or the members, roles and channels of the place where it is.
import { COMPONENT } from '../../components.ts';
import { asList, asNumber, asObject, asObjects, asText, type Json } from '../../json.ts';
import { nameOf } from './names.ts';
import type { Session } from './session.ts';

export type Choice = { value: string; label: string; description: string; isDefault: boolean };

export function choicesOf(session: Session, menu: Json): Choice[] {
  const defaults = asObjects(menu.default_values).map((each) => asText(each.id));
  const named = (id: string, label: string, description = ''): Choice => ({
    value: id,
    label,
    description,
    isDefault: defaults.includes(id),
  });
  switch (asNumber(menu.type)) {
    case COMPONENT.userSelect:
      return members(session).map((user) => named(user.id, nameOf(user), `@${user.username}`));
    case COMPONENT.roleSelect:
      return roles(session).map((role) => named(role.id, `@${role.name}`));
    case COMPONENT.mentionableSelect:
      return [
        ...members(session).map((user) => named(user.id, nameOf(user), `@${user.username}`)),
        ...roles(session).map((role) => named(role.id, `@${role.name}`)),
      ];
    case COMPONENT.channelSelect:
      return channels(session, asList(menu.channel_types)).map((each) =>
        named(each.id, `#${each.name ?? ''}`),
      );
    default:
      return asObjects(menu.options).map(ownChoice);
  }
}

function ownChoice(option: Json): Choice {
  const symbol = asText(asObject(option.emoji).name);
  const label = asText(option.label);
  return {
    value: asText(option.value),
    label: symbol === '' ? label : `${symbol} ${label}`,
    description: asText(option.description),
    isDefault: option.default === true,
  };
}

export function members(session: Session) {
  const { members: all, bot } = session.view();
  const place = session.place();
  const isHere = (guildIds: string[]) => guildIds.includes(place?.guild_id ?? '');
  const inServer = all.filter((each) => !each.user.bot && isHere(each.guildIds)).map((each) => each.user);
  return [...(place?.recipients ?? inServer), bot.user];
}

export function roles(session: Session) {
  const guild = session.guild();
  return (guild?.roles ?? []).filter((role) => role.id !== guild?.id);
}

/** Channels and threads of the server that this member sees; of these types when there are any. */
export function channels(session: Session, types: readonly unknown[]) {
  const here = session.place()?.guild_id;
  return session
    .view()
    .channels.filter(
      (each) =>
        each.guild_id !== undefined &&
        each.guild_id === here &&
        (types.length === 0 || types.includes(each.type)),
    );
}

export type Count = { least: number; most: number };

export function countOf(menu: Json): Count {
  return { least: asNumber(menu.min_values, 1), most: asNumber(menu.max_values, 1) };
}

/** "Choose 2", "Choose 1 to 3", "Choose up to 3". */
export function countInWords({ least, most }: Count): string {
  if (least === most) return `Choose ${most}`;
  return least === 0 ? `Choose up to ${most}` : `Choose ${least} to ${most}`;
}
