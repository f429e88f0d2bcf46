// What can be filled into one option of a command: its choices, yes or no, members, channels, roles, or what the bot
// offers while one types.
import { asList, asNumber, asObjects, asText, type Json } from '../../json.ts';
import { translated } from '../../locales.ts';
import { api } from './api.ts';
import { channels, members, roles } from './choices.ts';
import { nameOf } from './names.ts';
import type { Session } from './session.ts';

/** `value` is what the bot gets, `label` what the member reads. */
export type OptionChoice = { label: string; value: string; detail?: string };

export const OPTION = { boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, attachment: 11 };

/** Without asking the bot; null when the option takes free text or has to be asked for. */
export function fixedChoices(session: Session, option: Json): OptionChoice[] | null {
  const own = asObjects(option.choices);
  if (own.length > 0)
    return own.map((choice) => ({
      label: translated(choice, 'name', session.view().locale),
      value: asText(choice.name),
    }));
  switch (asNumber(option.type)) {
    case OPTION.boolean:
      return [
        { label: 'Yes', value: 'true' },
        { label: 'No', value: 'false' },
      ];
    case OPTION.user:
      return people(session);
    case OPTION.channel:
      return channels(session, asList(option.channel_types)).map((each) => ({
        label: `#${each.name ?? ''}`,
        value: each.id,
      }));
    case OPTION.role:
      return groups(session);
    case OPTION.mentionable:
      return [...people(session), ...groups(session)];
    default:
      return null;
  }
}

function people(session: Session): OptionChoice[] {
  return members(session).map((user) => ({
    label: nameOf(user),
    value: user.id,
    detail: `@${user.username}`,
  }));
}

function groups(session: Session): OptionChoice[] {
  return roles(session).map((role) => ({ label: `@${role.name}`, value: role.id }));
}

/** The bot's own suggestions for the option typed last; it may offer values that read differently. */
export async function askChoices(session: Session, command: Json): Promise<OptionChoice[]> {
  const request = {
    as: session.view().me,
    channel: session.state.channelId,
    action: 'autocomplete',
    command,
  };
  const { choices } = await api.act(request);
  return asObjects(choices).map((choice) => ({ label: asText(choice.name), value: asText(choice.value) }));
}
