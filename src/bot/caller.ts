// Who uses a command or component, as the others of the server call them.
import type { UsedInteraction } from '#bot/feature.ts';

export function nameOfCaller({ member, user }: UsedInteraction): string {
  if (!member) return user.displayName;
  return 'displayName' in member ? member.displayName : (member.nick ?? user.displayName);
}
