// Fills one page of a board with members who are still in the server.
import { askNext, type Entry, MAX_ASKS, PAGE_SIZE } from './board.rules.ts';
import type { Presence } from './presence.ts';

/** Part of a board in order, without some members. */
export type ReadPart = (part: {
  offset: number;
  limit: number;
  without: readonly string[];
}) => Promise<Entry[]>;

export type Wanted = { serverId: string; callerId: string; page: number; read: ReadPart };
export type Filled = {
  entries: Entry[];
  page: number;
  hasMore: boolean;
  isChecked: boolean;
  /** Of the others on the page, as far as Discord said. */
  names: ReadonlyMap<string, string>;
};

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** A page that nobody stands on (any more) is answered with the last one before it that somebody does. */
export async function fillPage(presence: Presence, wanted: Wanted): Promise<Filled> {
  for (const page of [wanted.page, wanted.page - 1]) {
    if (page <= 0) break;
    const filled = await fillOne(presence, { ...wanted, page });
    if (filled.entries.length > 0) return filled;
  }
  return fillOne(presence, { ...wanted, page: 0 });
}

/**
 * Discord is asked about those who would stand on the page; who turns out to have left is left out of the next
 * reading, which others move up in, until the page is full, nobody is left, or enough was asked.
 */
async function fillOne(presence: Presence, { serverId, callerId, page, read }: Wanted): Promise<Filled> {
  const readMost = (count: number) =>
    read({ offset: page * PAGE_SIZE, limit: count + 1, without: presence.goneFrom(serverId) });
  let most = PAGE_SIZE;
  for (let ask = 0; ask < MAX_ASKS; ask += 1) {
    const found = await readMost(most);
    const looked = found.slice(0, most);
    const others = looked.flatMap(({ memberId }) => (memberId === callerId ? [] : memberId));
    const still = others.length === 0 ? NO_NAMES : await presence.stillMembers(serverId, others);
    if (!still) return cut(found, { page, isChecked: false, names: NO_NAMES });
    const present = looked.filter(({ memberId }) => memberId === callerId || still.has(memberId));
    if (present.length >= PAGE_SIZE || found.length <= most)
      return cut([...present, ...found.slice(most)], { page, isChecked: true, names: still });
    most = askNext(most, present.length);
  }
  return cut(await readMost(PAGE_SIZE), { page, isChecked: false, names: NO_NAMES });
}

function cut(entries: readonly Entry[], rest: Pick<Filled, 'page' | 'isChecked' | 'names'>): Filled {
  return { ...rest, entries: entries.slice(0, PAGE_SIZE), hasMore: entries.length > PAGE_SIZE };
}
