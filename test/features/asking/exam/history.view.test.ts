import { expect, it } from 'vitest';
import { MAX_TEXT, textLength } from '#bot/card.ts';
import { showHistory } from '#features/asking/exam/history.view.ts';
import { listLanguages, wordsOf } from '#words/words.ts';

it.each(listLanguages())(
  'however many real exams somebody tells of, the history fits a message: $code',
  ({ code }) => {
    const one = {
      exam: 'x',
      edition: 'c03',
      satOn: '2026-12-01',
      isPassed: false,
      score: 700,
      code: 'DVA-C03',
    };
    const message = showHistory(wordsOf(code), { past: [], real: Array.from({ length: 400 }, () => one) });
    expect(textLength(message)).toBeLessThan(MAX_TEXT);
  },
);
