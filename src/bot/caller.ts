// Who uses a command or component, as the others of the server call them.
import type { CommandInteraction, ComponentInteraction } from '#bot/feature.ts';

export function nameOfCaller({ member, user }: CommandInteraction | ComponentInteraction): string {
  if (!member) return user.displayName;
  return 'displayName' in member ? member.displayName : (member.nick ?? user.displayName);
}
