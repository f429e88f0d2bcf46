// How a round's end reads, in every language, at its longest.
import { describe, expect, it } from 'vitest';
import { textLength } from '#bot/card.ts';
import { showAsk } from '#features/asking/quiz/notices.view.ts';
import {
  type ShownResult,
  showClosedReply,
  showMistakes,
  showRoundResult,
  threadName,
} from '#features/asking/quiz/outcome.view.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { makeQuestion } from '../../../support/pack.ts';
import { read, shownOf, worst } from '../../../support/shown.ts';

const words = wordsOf('en');
const result = (changes: Partial<ShownResult> = {}): ShownResult => ({
  roundId: 7,
  serverId: 's1',
  ending: 'all-asked',
  size: 5,
  standings: [
    { rank: 1, memberId: '1', isNamed: true, right: 4, points: 9 },
    { rank: 2, memberId: '2', isNamed: false, right: 3, points: 1 },
    { rank: 2, memberId: '3', isNamed: true, right: 3, points: 1 },
    { rank: 4, memberId: '4', isNamed: true, right: 0, points: 0 },
  ],
  hardest: {
    position: 3,
    right: 1,
    answers: 4,
    channelId: 'c1',
    messageId: 'm1',
    question: makeQuestion(),
  },
  fastest: { memberId: '3', position: 2, tookMs: 8_400 },
  ...changes,
});

it('a round’s thread is named by its topic, or its size, and the day', () => {
  const topic = { topic: { kind: 'module' as const, id: '4' }, name: 'Messaging' };
  expect(threadName(wordsOf('en'), { topic, date: '2026-11-26', size: 5 })).toBe(
    'Module 4 – Messaging, 26 November 2026',
  );
  expect(threadName(wordsOf('de'), { topic: null, date: '2026-11-26', size: 5 })).toBe(
    'Quiz 26. November 2026: 5 Fragen',
  );
});

describe('the table of a round', () => {
  it('names the winner, gives medals, and keeps the fastest for a footnote', () => {
    const said = read(showRoundResult(words, result()));
    expect(said).toContain('🏆 <@1> wins with **4 of 5** right.');
    expect(said).toContain('🥇 **1.** <@1> – 4 of 5 right · 9 points');
    expect(said).toContain('🥈 **2.** Anonymous – 3 of 5 right · 1 point\n🥈 **2.** <@3>');
    expect(said).toContain('**4.** <@4> – 0 of 5 right · 0 points');
    expect(said).toContain(
      'Hardest: [Question 3](https://discord.com/channels/s1/c1/m1), 1 of 4 right (25%)',
    );
    expect(said).toContain('-# Fastest right answer: <@3>, 8 seconds (question 2)');
    expect(said).toContain('My mistakes');
  });

  it('has no winner when nobody was right, and no mistakes to look at when nobody answered', () => {
    const nobodyRight = [{ rank: 1, memberId: '1', isNamed: true, right: 0, points: 0 }];
    expect(read(showRoundResult(words, result({ standings: nobodyRight })))).not.toContain('🏆');
    const silent = read(
      showRoundResult(words, result({ standings: [], ending: 'silence', hardest: null, fastest: null })),
    );
    expect(silent).toContain('Nobody answered in time.');
    expect(silent).toContain('Another round');
    expect(silent).not.toContain('My mistakes');
  });
});

describe.each(listLanguages())('in $name', ({ code }) => {
  it('everything at the end of a round fits a message', () => {
    const said = wordsOf(code);
    const many = Array.from({ length: 300 }, (_, index) => ({
      rank: 1 + Math.floor(index / 3),
      memberId: String(100_000_000_000_000_000n + BigInt(index)),
      isNamed: true,
      right: 10,
      points: 1_000,
    }));
    const place = { serverId: '1'.repeat(19), channelId: '2'.repeat(19), messageId: '3'.repeat(19) };
    const hardest = { position: 10, right: 100, answers: 300, ...place, question: worst };
    const table = showRoundResult(said, result({ standings: many, hardest, serverId: place.serverId }));
    expect(textLength(table)).toBeLessThan(4000);
    const shown = shownOf(worst);
    const wrong = Array.from({ length: 10 }, (_, index) => ({
      ...shown,
      post: { ...shown.post, ...place, position: index + 1, size: 10 },
    }));
    expect(textLength(showMistakes(said, { kind: 'mistakes', wrong }))).toBeLessThan(4000);
    for (const kind of ['none-wrong', 'took-no-part', 'no-such-round'] as const) {
      expect(textLength(showMistakes(said, { kind }))).toBeGreaterThan(5);
    }
    for (const why of ['waited-for', 'answered'] as const) {
      expect(read(showAsk(said, { postId: 1, ends: 'round', why, members: 2 }))).toContain('2');
    }
    expect(read(showClosedReply(said, { right: 4, answers: 6 }))).toMatch(/4\D{1,30}6|6\D{1,30}4/);
  });
});
