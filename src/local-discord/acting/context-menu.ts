// What a user or message menu command was used on, for `data.resolved`.
import type { Place } from './place.ts';
import { refuseAct } from './refusal.ts';
import { findMember, type Resolved } from './resolved.ts';

const USER = 2;

export function contextTarget(place: Place, type: number, targetId: string): Resolved {
  const resolved: Resolved = {};
  if (type === USER) {
    findMember(place, resolved, targetId);
    return resolved;
  }
  const stored = place.platform.world.messages.get(targetId);
  const isVisible = stored && (stored.visibleTo === null || stored.visibleTo === place.userId);
  if (!isVisible) return refuseAct(`This member sees no message ${targetId}.`);
  return { messages: { [targetId]: stored.message } };
}
