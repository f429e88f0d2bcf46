// Who is still in a server, remembered for a while: boards are looked at again and again, and Discord need not be
// asked each time. In memory only: forgotten, it is asked again.
import type { Clock } from '#lib/clock.ts';

/** Those of these members who are still in the server, with their names there; null when Discord cannot say so now. */
export type StillMembers = (
  serverId: string,
  memberIds: readonly string[],
) => Promise<ReadonlyMap<string, string> | null>;

export type Presence = {
  stillMembers: StillMembers;
  /** Who is known to have left. */
  goneFrom(serverId: string): readonly string[];
  /** Whoever does something in a server is there, whatever was known of them. */
  noteHere(serverId: string, memberId: string): void;
};

const KNOWN_FOR_MS = 60_000;
/** Hardly anybody comes back within minutes, and who does is noticed as soon as they look at a board. */
const GONE_FOR_MS = 10 * 60_000;
/** A thousand pages of ten: some megabytes. */
const MAX_KNOWN = 10_000;

type Asked = { until: number; present: Promise<ReadonlyMap<string, string> | null> };

/** Asks about each member at most once a minute, also for boards that are read at the same time. */
export function rememberPresence({ clock, ask }: { clock: Clock; ask: StillMembers }): Presence {
  // In order of asking: what is first is the oldest.
  const known = new Map<string, Asked>();
  const gone = rememberGone(clock);
  return {
    goneFrom: gone.of,
    noteHere: gone.forget,
    async stillMembers(serverId, memberIds) {
      const now = clock.now().getTime();
      const nameOf = (memberId: string) => `${serverId}/${memberId}`;
      const before = memberIds.map((memberId) => known.get(nameOf(memberId)));
      const fresh = before.map((asked) => (asked && asked.until > now ? asked : null));
      const unknown = memberIds.filter((_, index) => !fresh[index]);
      let asked: Asked | null = null;
      if (unknown.length > 0) {
        // Noted even where nobody waits any more: the next board has it.
        const present = ask(serverId, unknown).then((still) => {
          if (still) gone.note(serverId, { asked: unknown, still });
          return still;
        });
        asked = { until: now + KNOWN_FOR_MS, present };
        remember(known, unknown.map(nameOf), asked);
      }
      const answers = await Promise.all(fresh.map((one) => (one ?? asked)?.present));
      if (answers.includes(null)) return null;
      return new Map(
        memberIds.flatMap((memberId, index) => {
          const name = answers[index]?.get(memberId);
          return name === undefined ? [] : [[memberId, name] as const];
        }),
      );
    },
  };
}

function remember(known: Map<string, Asked>, names: readonly string[], asked: Asked): void {
  for (const name of names) {
    known.delete(name);
    known.set(name, asked);
  }
  for (const name of known.keys()) {
    if (known.size <= MAX_KNOWN) break;
    known.delete(name);
  }
  const forget = () => {
    for (const name of names) if (known.get(name) === asked) known.delete(name);
  };
  // What failed is not known. Whoever asked learns of the failure itself.
  asked.present.then((present) => present ?? forget(), forget);
}

type Gone = { asked: readonly string[]; still: ReadonlyMap<string, string> };

function rememberGone(clock: Clock) {
  // Until when each is taken to be gone, by server; the server noted last stands last.
  const servers = new Map<string, Map<string, number>>();
  let size = 0;
  const drop = (serverId: string) => {
    size -= servers.get(serverId)?.size ?? 0;
    servers.delete(serverId);
  };
  return {
    of(serverId: string): readonly string[] {
      const now = clock.now().getTime();
      return [...(servers.get(serverId) ?? [])].filter(([, until]) => until > now).map(([id]) => id);
    },
    forget(serverId: string, memberId: string): void {
      if (servers.get(serverId)?.delete(memberId)) size -= 1;
    },
    note(serverId: string, { asked, still }: Gone): void {
      const now = clock.now().getTime();
      const members = new Map([...(servers.get(serverId) ?? [])].filter(([, until]) => until > now));
      for (const id of asked) members.delete(id);
      for (const id of asked.filter((one) => !still.has(one))) members.set(id, now + GONE_FOR_MS);
      drop(serverId);
      servers.set(serverId, members);
      size += members.size;
      for (const oldest of servers.keys()) {
        if (size <= MAX_KNOWN || oldest === serverId) break;
        drop(oldest);
      }
    },
  };
}
