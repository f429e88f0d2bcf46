// Every question of every pack as a mock exam shows it, and as it is gone through afterwards: within Discord's limits.
import { describe, expect, it } from 'vitest';
import { MAX_TEXT, textLength } from '#bot/card.ts';
import { domainIdOf, keyOf } from '#content/pack.ts';
import { showReviewed } from '#features/asking/exam/review.view.ts';
import { outcomeOf } from '#features/asking/exam/rules.ts';
import { showOverview, showQuestion } from '#features/asking/exam/screen.view.ts';
import type { Sitting } from '#features/asking/exam/sitting.ts';
import { wordsOf } from '#words/words.ts';
import { loadBank } from '../support/bank.ts';
import { pseudoWords } from '../support/pseudo.ts';

const packs = [...(await loadBank()).values()];
const languages = [wordsOf('en'), wordsOf('de'), pseudoWords(wordsOf('en'))];
const START = new Date('2026-12-01T10:00:00Z');

/** A sitting of all questions of a pack, each answered with its first options and flagged. */
function sittingOf(pack: (typeof packs)[number]): Sitting {
  const edition = pack.exam.editions.at(-1)?.id ?? '';
  return {
    ...{
      id: 123_456_789,
      memberId: '1',
      serverId: '1',
      exam: pack.exam.id,
      edition,
      kind: 'full',
      domain: null,
    },
    ...{ extraMinutes: 0, position: 1, startedAt: START, deadlineAt: START, outageSeconds: 7_200 },
    ...{ submittedAt: START, isTimeUp: true, right: 0, scoredRight: 0 },
    marks: [...pack.questions.values()].map((question, index) => ({
      ...{ position: index + 1, questionId: question.id, questionVersion: question.version },
      optionOrder: question.options.map(({ id }) => id),
      domain: domainIdOf(pack, edition, question) ?? '1',
      picks: question.options.slice(-keyOf(question).length).map(({ id }) => id),
      ...{ isScored: true, isFlagged: true, seconds: 100, answeredAt: START },
    })),
  };
}

describe.each(packs.map((pack) => ({ id: pack.exam.id, pack })))('$id', ({ pack }) => {
  const sitting = sittingOf(pack);
  const graded = sitting.marks.map((mark) => {
    const question = pack.questions.get(mark.questionId);
    if (!question) throw new Error(mark.questionId);
    return { ...mark, question, isCorrect: false };
  });

  it('fits, while the exam runs and afterwards, in every language', () => {
    const ended = { kind: 'ended', sitting, pack, graded, outcome: outcomeOf(graded) } as const;
    for (const words of languages) {
      for (const [index, { question, ...mark }] of graded.entries()) {
        const screen = showQuestion(words, { sitting, mark, pack, question, isOld: true });
        expect(textLength(screen)).toBeLessThanOrEqual(MAX_TEXT);
        const read = showReviewed(words, { ended, of: 'missed', index });
        expect(read && textLength(read)).toBeLessThanOrEqual(MAX_TEXT);
      }
    }
  });

  it('has an overview that fits a phone, whatever is flagged', () => {
    const full = { ...sitting, marks: sitting.marks.slice(0, 65) };
    for (const words of languages) {
      const overview = showOverview(words, { sitting: full, filter: 'all', page: 2, isOld: true });
      expect(textLength(overview)).toBeLessThanOrEqual(MAX_TEXT);
      const grid =
        /```\n([\s\S]*?)\n```/.exec(
          JSON.parse(JSON.stringify(overview)).components[0].components[2].content,
        )?.[1] ?? '';
      expect(grid.split('\n')).toHaveLength(11);
      expect(Math.max(...grid.split('\n').map((line) => line.length))).toBeLessThanOrEqual(32);
    }
  });
});
