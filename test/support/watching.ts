// What every end-to-end test watches for besides what it asks: sentences that nobody translates, and what one can only
// see. Both are fed by what a test reads and by everything that the bot has sent.
import { expect } from 'vitest';
import { commandDefinitions } from '#bot/commands.ts';
import type { Packs } from '#content/pack.ts';
import { features } from '#features/index.ts';
import type { LocalDiscord } from '#local-discord/server.ts';
import { loadBank } from './bank.ts';
import { watchBarriers } from './barriers.ts';
import { knownTexts, watchUnsaid } from './unsaid.ts';

export type Watching = {
  isPseudo: boolean;
  note(message: unknown, text: string): void;
  /** Fails with whatever was found. */
  end(discord: LocalDiscord): void;
};

export async function startWatching({ isPseudo }: { isPseudo: boolean }): Promise<Watching> {
  const packs = await loadBank();
  const unsaid = isPseudo ? watchUnsaid(readKnown(packs)) : null;
  const barriers = watchBarriers({ accents: accentsOf(packs), speaksEnglish: isPseudo });
  return {
    isPseudo,
    note(message, text) {
      unsaid?.note(text);
      barriers.note(message);
    },
    end(discord) {
      for (const { body, route, status } of discord.requests)
        if (status < 300 && MESSAGES.test(route)) barriers.note(body);
      expect(unsaid?.list() ?? [], 'sentences that are not in src/words').toEqual([]);
      expect(barriers.list(), 'what one can only see').toEqual([]);
    },
  };
}

/** Where messages and forms are sent and changed. */
const MESSAGES = /\/messages|\/callback|^\/webhooks/;

let known: string | undefined;

/** Once for all stages of a worker: the whole bank is two million characters. */
function readKnown(packs: Packs): string {
  known ??= knownTexts([...packs.values()], commandDefinitions(features));
  return known;
}

/** A domain's colour says its name. */
function accentsOf(packs: Packs): ReadonlyMap<number, readonly string[]> {
  const accents = new Map<number, string[]>();
  const domains = [...packs.values()].flatMap(({ exam }) => exam.editions.flatMap((each) => each.domains));
  for (const { color, name } of domains) {
    const accent = Number.parseInt(color.slice(1), 16);
    accents.set(accent, [...(accents.get(accent) ?? []), name]);
  }
  return accents;
}
