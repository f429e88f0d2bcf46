// Answers of one sentence.
import type { Answer } from '#bot/feature.ts';
import type { Words } from '#words/words.ts';
import type { choosePack } from './packs.actions.ts';
import { showLine } from './view.ts';

/** Said to whoever asked alone. */
export function line(say: (words: Words) => string): Answer {
  return { kind: 'reply', private: true, message: (words) => showLine(say(words)) };
}

type NotChosen = Exclude<Awaited<ReturnType<typeof choosePack>>, { id: unknown }>;

/** Why it is not known which pack is meant. */
export function notChosenLine({ authoring }: Words, outcome: NotChosen): string {
  switch (outcome.kind) {
    case 'which-pack':
      return authoring.whichPack(outcome.names);
    case 'no-pack':
      return authoring.noPack;
    case 'long-name':
      return authoring.longName(outcome.limit);
  }
}
