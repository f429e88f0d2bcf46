// Who is still in a server. Who is there is remembered for a while, in memory: boards are looked at again and again,
// and forgotten, it is asked again. Who has left is a row: ranks must not hang on what one process has seen.
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { forgetAbsentees, noteAbsentees, readAbsentees } from './absentees.store.ts';

/** Those of these members who are still in the server, with their names there; null when Discord cannot say so now. */
type StillMembers = (
  serverId: string,
  memberIds: readonly string[],
) => Promise<ReadonlyMap<string, string> | null>;

export type Presence = {
  stillMembers: StillMembers;
  /** Who is known to have left. Those asked about longest ago are asked about again with the next question. */
  goneFrom(serverId: string): Promise<readonly string[]>;
  /** Whoever does something in a server is there, whatever was known of them. */
  noteHere(serverId: string, memberId: string): Promise<void>;
};

/** Long enough for who leafs through a board, or for many who look at it after the same question. */
const KNOWN_FOR_MS = 60_000;
/** Hardly anybody comes back within minutes, and who does is noticed as soon as they answer or look at a board. */
const GONE_FOR_MS = 10 * 60_000;
/** Of those who left, with a request that is made anyway; a page and these are few enough for any way of asking. */
const ASKED_AGAIN = 10;
const SMALL_REQUEST = 10;
/** A thousand pages of ten: some megabytes. */
const MAX_KNOWN = 10_000;

type Asked = { until: number; present: Promise<ReadonlyMap<string, string> | null> };
type Deps = { db: Db; clock: Clock; ask: StillMembers };

/** Asks about each member at most once a minute, also for boards that are read at the same time. */
export function rememberPresence({ db, clock, ask }: Deps): Presence {
  // In order of asking: what is first is the oldest.
  const known = new Map<string, Asked>();
  const askAgain = new Map<string, readonly string[]>();
  const askNow = async (serverId: string, memberIds: readonly string[]) => {
    const again = memberIds.length <= SMALL_REQUEST ? (askAgain.get(serverId) ?? []) : [];
    if (again.length > 0) askAgain.delete(serverId);
    const asked = [...new Set([...memberIds, ...again])];
    const still = await ask(serverId, asked);
    if (!still) return null;
    const now = clock.now();
    await noteAbsentees(db, { serverId, memberIds: asked.filter((id) => !still.has(id)), now });
    await forgetAbsentees(db, { serverId, memberIds: again.filter((id) => still.has(id)) });
    return still;
  };
  return {
    async goneFrom(serverId) {
      const absentees = await readAbsentees(db, serverId);
      const before = clock.now().getTime() - GONE_FOR_MS;
      const due = absentees.filter(({ askedAt }) => askedAt.getTime() <= before).slice(0, ASKED_AGAIN);
      if (due.length > 0)
        askAgain.set(
          serverId,
          due.map(({ memberId }) => memberId),
        );
      return absentees.map(({ memberId }) => memberId);
    },
    noteHere: (serverId, memberId) => forgetAbsentees(db, { serverId, memberIds: [memberId] }),
    async stillMembers(serverId, memberIds) {
      const now = clock.now().getTime();
      const nameOf = (memberId: string) => `${serverId}/${memberId}`;
      const before = memberIds.map((memberId) => known.get(nameOf(memberId)));
      const fresh = before.map((asked) => (asked && asked.until > now ? asked : null));
      const unknown = memberIds.filter((_, index) => !fresh[index]);
      let asked: Asked | null = null;
      if (unknown.length > 0) {
        // Noted even where nobody waits any more: the next board has it.
        asked = { until: now + KNOWN_FOR_MS, present: askNow(serverId, unknown) };
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
