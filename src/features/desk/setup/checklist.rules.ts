// The checklist as a whole: which line is open, how the permissions stand in all channels together. Pure.
import type { Standing } from '#features/people/server/rules.ts';

type Line = { name: string; standing: Standing };

/** Which line a press wants open: the one it says (null for none), or the next to be done after one where something was. */
export type Wish = { kind: 'exactly'; name: string | null } | { kind: 'onwards'; from: string | null };

/** Null when nothing is left to do: then the checklist is as short as it can be. */
export function lineToOpen(lines: readonly Line[], wish: Wish): string | null {
  if (wish.kind === 'exactly') return wish.name;
  const left = lines.find(isLeft);
  const from = lines.find(({ name }) => name === wish.from);
  // Whoever turns to one thing may want more of it, unless something else cannot wait.
  return (from && (!left || from.standing !== 'done') ? from : left)?.name ?? null;
}

export function isLeft({ standing }: { standing: Standing }): boolean {
  return standing === 'to-do' || standing === 'broken';
}

export type Lacking = readonly string[] | 'no-channel' | 'wrong-kind';
export type Checked = { channelId: string; lacking: Lacking };

/** Each channel once, with all that is lacking there for whatever is written in it; those that lack something first. */
export function mergeChannels(channels: readonly Checked[]): Checked[] {
  const merged = new Map<string, Lacking>();
  for (const { channelId, lacking } of channels)
    merged.set(channelId, both(merged.get(channelId) ?? [], lacking));
  return [...merged]
    .map(([channelId, lacking]) => ({ channelId, lacking }))
    .toSorted((a, b) => Number(b.lacking.length > 0) - Number(a.lacking.length > 0));
}

function both(a: Lacking, b: Lacking): Lacking {
  if (typeof a === 'string') return a;
  return typeof b === 'string' ? b : [...new Set([...a, ...b])];
}

/** There is nothing to look at before a channel was chosen. */
export function permissionStanding(channels: readonly Checked[]): Standing {
  if (channels.length === 0) return 'to-do';
  return channels.every(({ lacking }) => lacking.length === 0) ? 'done' : 'broken';
}
