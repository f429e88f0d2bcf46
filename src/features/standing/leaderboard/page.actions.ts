// Goes down a board from its top, asking Discord about those who stand there, until a page is full of members who are
// still in the server and everybody is known who may stand above the caller.
import { askNext, type Entry, MAX_ASKS, MOST_ASKED, PAGE_SIZE } from './board.rules.ts';
import type { Presence } from './presence.ts';

/** Part of a board in order, without some members. */
export type ReadPart = (part: {
  offset: number;
  limit: number;
  without: readonly string[];
}) => Promise<Entry[]>;

export type Wanted = { serverId: string; callerId: string; page: number; read: ReadPart };
type Filled = {
  entries: Entry[];
  page: number;
  hasMore: boolean;
  isChecked: boolean;
  /** Of the others, as far as Discord said. */
  names: ReadonlyMap<string, string>;
};

type State = 'going' | 'ended' | 'unsaid';
/** How far to go: to so many who are there, or to the row of this number, whoever stands on it. */
type Target = { present: number } | { row: number };

export type Descent = {
  /** Resolves when the target is reached, nobody is left, Discord does not say, or enough was asked. */
  to(target: Target): Promise<void>;
  /** The page asked for; one that nobody stands on (any more) is answered with the last that somebody does. */
  page(): Promise<Filled>;
  /** Whether everybody down to this row was looked up. */
  reached(row: number): boolean;
  /** Who is known to have left: known before, and learned on the way. */
  gone(): readonly string[];
};

export function descend(presence: Presence, wanted: Wanted & { without: readonly string[] }): Descent {
  const { serverId, callerId, read, without } = wanted;
  const present: Entry[] = [];
  const left: string[] = [];
  const names = new Map<string, string>();
  const done = { rows: 0, asks: 0, state: 'going' as State };
  let grown = 0;

  const missing = (target: Target) =>
    'row' in target ? target.row - done.rows : target.present - present.length;

  const step = async (size: number): Promise<void> => {
    // Of those known before alone: what is learned on the way must not move the rows that are left to read.
    const found = await read({ offset: done.rows, limit: size + 1, without });
    const looked = found.slice(0, size);
    const others = looked.flatMap(({ memberId }) => (memberId === callerId ? [] : memberId));
    const still = others.length === 0 ? names : await presence.stillMembers(serverId, others);
    if (!still) {
      done.state = 'unsaid';
      return;
    }
    const here = looked.filter(({ memberId }) => memberId === callerId || still.has(memberId));
    present.push(...here);
    for (const [memberId, name] of still) names.set(memberId, name);
    left.push(...others.filter((memberId) => !still.has(memberId)));
    done.rows += looked.length;
    done.state = found.length > size ? 'going' : 'ended';
    grown = askNext(size, here.length);
  };

  return {
    async to(target) {
      while (done.state === 'going' && done.asks < MAX_ASKS && missing(target) > 0) {
        done.asks += 1;
        await step(Math.min(Math.max(missing(target), grown), MOST_ASKED));
      }
    },
    async page() {
      const last = Math.max(0, Math.ceil(present.length / PAGE_SIZE) - 1);
      const page = done.state === 'ended' ? Math.min(wanted.page, last) : wanted.page;
      const from = page * PAGE_SIZE;
      if (done.state === 'ended' || present.length >= from + PAGE_SIZE) {
        const hasMore = present.length > from + PAGE_SIZE || done.state !== 'ended';
        return { entries: present.slice(from, from + PAGE_SIZE), page, hasMore, isChecked: true, names };
      }
      return readUnchecked(read, page, [...without, ...left]);
    },
    reached: (row) => done.rows >= row || done.state === 'ended',
    gone: () => [...without, ...left],
  };
}

/** As the board stands, whoever of them may have left: better than none. */
async function readUnchecked(read: ReadPart, page: number, without: readonly string[]): Promise<Filled> {
  const readPage = (number: number) => read({ offset: number * PAGE_SIZE, limit: PAGE_SIZE + 1, without });
  const found = await readPage(page);
  if (found.length === 0 && page > 0) return readUnchecked(read, 0, without);
  const hasMore = found.length > PAGE_SIZE;
  return { entries: found.slice(0, PAGE_SIZE), page, hasMore, isChecked: false, names: new Map() };
}
