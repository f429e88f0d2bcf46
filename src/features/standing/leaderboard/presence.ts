// Who is still in a server, remembered for a minute: a board asks about every member on its page, and Discord answers
// each of those questions one by one. In memory only: forgotten, it is asked again.
import type { Clock } from '#lib/clock.ts';

/** Which of these members are still in the server; null when Discord cannot say so now. */
export type StillMembers = (
  serverId: string,
  memberIds: readonly string[],
) => Promise<ReadonlySet<string> | null>;

const KNOWN_FOR_MS = 60_000;
/** A thousand pages of ten: some megabytes. */
const MAX_KNOWN = 10_000;

type Asked = { until: number; present: Promise<ReadonlySet<string> | null> };

/** Asks about each member at most once a minute, also for boards that are read at the same time. */
export function rememberPresence({ clock, ask }: { clock: Clock; ask: StillMembers }): StillMembers {
  // In order of asking: what is first is the oldest.
  const known = new Map<string, Asked>();
  return async (serverId, memberIds) => {
    const now = clock.now().getTime();
    const nameOf = (memberId: string) => `${serverId}/${memberId}`;
    const before = memberIds.map((memberId) => known.get(nameOf(memberId)));
    const fresh = before.map((asked) => (asked && asked.until > now ? asked : null));
    const unknown = memberIds.filter((_, index) => !fresh[index]);
    let asked: Asked | null = null;
    if (unknown.length > 0) {
      asked = { until: now + KNOWN_FOR_MS, present: ask(serverId, unknown) };
      remember(known, unknown.map(nameOf), asked);
    }
    const answers = await Promise.all(fresh.map((one) => (one ?? asked)?.present));
    if (answers.includes(null)) return null;
    return new Set(memberIds.filter((memberId, index) => answers[index]?.has(memberId)));
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
