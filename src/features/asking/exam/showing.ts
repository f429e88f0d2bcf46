// Any screen of an exam as a message.
import type { Message } from '#bot/card.ts';
import type { Words } from '#words/words.ts';
import type { Begun } from './actions.ts';
import { scoreOfEnded } from './ended.rules.ts';
import { showRunning } from './history.view.ts';
import { showNotice } from './notices.view.ts';
import { showResult } from './result.view.ts';
import type { Filter } from './rules.ts';
import { showOverview, showQuestion } from './screen.view.ts';

/** What the press asked for that is in no row: the overview's filter and page, whether its message is old. */
export type Shown = { filter?: Filter; page?: number; isOld?: boolean; canReview?: boolean };

type Screen = Exclude<Begun, { kind: 'running' }> | (Extract<Begun, { kind: 'running' }> & Packed);
type Packed = { pack: Parameters<typeof showRunning>[1]['pack'] };

export function showScreen(words: Words, screen: Screen, shown: Shown = {}): Message {
  const { filter = 'all', page = 0, isOld = false, canReview = false } = shown;
  switch (screen.kind) {
    case 'question':
      return showQuestion(words, { ...screen, isOld });
    case 'overview':
      return showOverview(words, { sitting: screen.sitting, filter, page, isOld });
    case 'ended':
      return showResult(words, { ...screen, score: scoreOfEnded(screen), canReview });
    case 'running':
      return showRunning(words, screen);
    case 'no-questions':
      return showNotice(words, 'noQuestions');
    case 'gone':
      return showNotice(words, 'gone');
  }
}
