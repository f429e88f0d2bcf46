// What a taker reads of an exam fits a message in each language, also when there is much of it.
import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { keyOf, type Question } from '#content/pack.ts';
import type { Ended, Past } from '#features/asking/exam/ended.rules.ts';
import { showHistory, showIntro, showRunning } from '#features/asking/exam/history.view.ts';
import { showReviewed } from '#features/asking/exam/review.view.ts';
import { outcomeOf } from '#features/asking/exam/rules.ts';
import { showConfirm } from '#features/asking/exam/screen.view.ts';
import { showScreen } from '#features/asking/exam/showing.ts';
import type { Sitting } from '#features/asking/exam/sitting.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, type Words, wordsOf } from '#words/words.ts';
import { loadBank } from '../../../support/bank.ts';
import { pseudoWords } from '../../../support/pseudo.ts';
import { worst } from '../../../support/shown.ts';

const words = wordsOf('en');
const voices: [string, Words][] = [
  ...listLanguages().map(({ code }): [string, Words] => [code, wordsOf(code)]),
  ['pseudo', pseudoWords(words)],
];
const bank = (await loadBank()).get('aws-developer-associate');
if (!bank) throw new Error('no pack');
const pack = bank;
const edition = pack.exam.editions[0];
if (!edition) throw new Error('no edition');
const at = new Date('2026-11-24T20:00:00Z');

/** The longest there is: of a domain with a long name, every question answered wrong and flagged. */
const longest = edition.domains.toSorted((a, b) => b.name.length - a.name.length)[0]?.id ?? '1';

function sittingOf(kind: Sitting['kind'], question: Question = worst): Sitting {
  const marks = Array.from({ length: 65 }, (_, index) => ({
    position: index + 1,
    questionId: question.id,
    questionVersion: 1,
    optionOrder: question.options.map(({ id }) => id),
    domain: edition?.domains[index % 4]?.id ?? '1',
    isScored: index % 5 > 0,
    picks: question.options.map(({ id }) => id).slice(-keyOf(question).length),
    isFlagged: true,
    seconds: 1799 - index,
    answeredAt: at,
  }));
  return {
    ...{ id: 999_999_999, memberId: '1', serverId: '2', exam: pack.exam.id, edition: edition?.id ?? '' },
    ...{ kind, domain: kind === 'domain' ? longest : null, extraMinutes: 30, marks, position: 65 },
    ...{ startedAt: at, deadlineAt: at, outageSeconds: 5000, submittedAt: at, isTimeUp: true },
    ...{ right: 0, scoredRight: 0 },
  };
}

function endedOf(kind: Sitting['kind'], question: Question = worst): Ended {
  const sitting = sittingOf(kind, question);
  const graded = sitting.marks.map((mark) => ({ ...mark, question, isCorrect: false }));
  return { kind: 'ended', sitting, pack, graded, outcome: outcomeOf(graded) };
}

const pastOf = (kind: Sitting['kind'], index: number): Past => {
  const score = kind === 'domain' ? null : { score: 712, low: 650, high: 760, verdict: 'around' as const };
  return { sitting: { ...sittingOf(kind), id: 1000 + index }, pack, right: 13, items: 65, score };
};

function faultsOf(message: Message): unknown[] {
  const length = textLength(message);
  const { pictures: _, ...rest } = message;
  const faults = validateBody('callback', { type: 4, data: toPayload(rest, { private: true }) });
  return [...faults, ...(length > 4000 ? [`${length} characters`] : [])];
}

describe.each(voices)('in words: %s', (_code, said) => {
  it('a question, the overview and the last word before the end are ones that Discord takes', () => {
    const sitting = sittingOf('full');
    const mark = sitting.marks[64];
    if (!mark) throw new Error('no mark');
    const question = { kind: 'question' as const, sitting, mark, pack, question: worst };
    const shown = [
      showScreen(said, question, { isOld: true }),
      showScreen(said, { kind: 'overview', sitting }, { filter: 'flagged', page: 2, isOld: true }),
      showScreen(said, { kind: 'overview', sitting }, { filter: 'open', page: 99, isOld: true }),
      showConfirm(said, sitting),
      showRunning(said, { sitting: sittingOf('domain'), pack }),
    ];
    expect(shown.flatMap(faultsOf)).toEqual([]);
  });

  it('what is ahead, how it went, and its reasoning', () => {
    const chosen = { exam: pack.exam.id, edition: edition.id, hasExtra: true, pack, found: edition };
    const kinds = ['full', 'half', 'domain'] as const;
    const shown = kinds.flatMap((kind) => [
      showIntro(said, { ...chosen, kind, domain: kind === 'domain' ? longest : null }),
      showScreen(said, endedOf(kind), { canReview: true }),
      showReviewed(said, { ended: endedOf(kind), of: 'missed', index: 64 }) ??
        showConfirm(said, sittingOf(kind)),
    ]);
    expect(shown.flatMap(faultsOf)).toEqual([]);
  });

  it('the history, however many exams there were and however often the real one was sat', () => {
    const real = Array.from({ length: 60 }, (_, day) => ({
      ...{ exam: pack.exam.id, edition: edition.id, code: edition.code, isPassed: false, score: 640 },
      satOn: new Date(at.getTime() - day * 86_400_000).toISOString().slice(0, 10),
    }));
    for (const kind of ['full', 'domain'] as const) {
      const past = Array.from({ length: 25 }, (_, index) => pastOf(kind, index));
      expect(faultsOf(showHistory(said, { past, real })), kind).toEqual([]);
      expect(faultsOf(showHistory(said, { past, real: [] })), kind).toEqual([]);
    }
  });
});
