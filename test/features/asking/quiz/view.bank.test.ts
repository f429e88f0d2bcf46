import { beforeAll, describe, expect, it } from 'vitest';
import { textLength } from '#bot/card.ts';
import { loadPacks } from '#content/load.ts';
import { keyOf, type Question } from '#content/pack.ts';
import { type Feedback, showFeedback as show, showReasoning } from '#features/asking/quiz/feedback.view.ts';
import { features } from '#features/index.ts';
import { gradeAnswer } from '#features/record/answer/rules.ts';
import { recordDay } from '#features/standing/streak/rules.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { makeQuestion } from '../../../support/pack.ts';
import { read, shownOf, worst } from '../../../support/shown.ts';

const MAX_TEXT = 4000;
const words = wordsOf('en');
const offered = features.flatMap(({ feedback }) => feedback ?? []);
/** With all that the other features add to it. */
const showFeedback = (feedback: Feedback, said = words) => show(said, feedback, offered);

function feedbackOf(question: Question, changes: Partial<Feedback> = {}): Feedback {
  const { post, pack } = shownOf(question);
  const picks = changes.picks ?? keyOf(question);
  return {
    kind: 'answered',
    post: { ...post, roundId: null },
    pack,
    question,
    picks,
    grade: gradeAnswer(question, picks),
    rating: { isRated: true, ratedRound: 0 },
    points: 2,
    told: { streak: recordDay(null, '2026-11-23', () => false), review: { comesAgain: true } },
    ...changes,
  };
}

describe('feedback', () => {
  it('says right in words, with points, streak and the reasoning for every option', () => {
    const question = makeQuestion();
    const said = read(showFeedback(feedbackOf(question)));
    expect(said).toContain('**Right!** You chose D.');
    expect(said).toContain('**+2** points');
    expect(said).toContain('Streak: **1 day**');
    for (const option of question.options) expect(said).toContain(option.why);
  });

  it('says which letter was right, and how near a multiple response came', () => {
    expect(read(showFeedback(feedbackOf(makeQuestion(), { picks: ['b'] })))).toContain(
      'you chose C, the answer is D',
    );
    const multi = read(showFeedback(feedbackOf(makeQuestion({ keys: 2 }), { picks: ['a', 'e'] })));
    expect(multi).toContain('you chose A and E, the answer is D and E. 1 of your 2 picks was right');
  });

  it('says why an answer did not count', () => {
    const because = (reason: 'late' | 'private' | 'answered-before' | 'key-seen') =>
      read(
        showFeedback(feedbackOf(makeQuestion(), { rating: { isRated: false, because: reason }, points: 0 })),
      );
    expect(because('late')).toContain('Practice, no points: the question had closed');
    expect(because('answered-before')).toContain('within the last 90 days');
    expect(because('key-seen')).toContain('within the last 7 days');
    expect(because('private')).toContain('private questions are not rated');
  });

  it('tells about freezes and ended streaks', () => {
    const streak = { current: 6, longest: 6, lastDate: '2026-11-20', freezes: 1, progress: 6 };
    const frozen = read(
      showFeedback(
        feedbackOf(makeQuestion(), { told: { streak: recordDay(streak, '2026-11-22', () => false) } }),
      ),
    );
    expect(frozen).toContain('A freeze covered 21 November 2026');
    expect(frozen).toContain('Streak: **7 days** – a milestone!');
    expect(frozen).toContain('You earned a freeze');
    const broken = read(
      showFeedback(
        feedbackOf(makeQuestion(), { told: { streak: recordDay(streak, '2026-11-30', () => false) } }),
      ),
    );
    expect(broken).toContain('Your streak of 6 days ended');
  });

  it('shows the first answer again on a second press, without counting anything', () => {
    const said = read(
      showFeedback(feedbackOf(makeQuestion(), { kind: 'already-answered', rating: null, told: {} })),
    );
    expect(said).toContain('Your first answer counts');
    expect(said).not.toContain('points');
  });
});

describe.each(listLanguages())('Discord’s limits, in $name', ({ code }) => {
  const words = wordsOf(code);
  let packs: Awaited<ReturnType<typeof loadPacks>>;
  beforeAll(async () => {
    packs = await loadPacks('content');
  });

  it('hold for the worst question the schema allows', () => {
    const shown = shownOf(worst);
    const feedback = feedbackOf(worst, {
      picks: ['d', 'e', 'f'],
      post: { ...shown.post, kind: 'private', roundId: 1 },
    });
    for (const message of [showFeedback(feedback, words), showReasoning(words, feedback)]) {
      expect(textLength(message)).toBeLessThanOrEqual(MAX_TEXT);
    }
  });

  it('hold for every question of the bank, in every state', () => {
    let checked = 0;
    for (const pack of packs.values()) {
      for (const question of pack.questions.values()) {
        const edition = question.editions[0] ?? '';
        const shown = { ...shownOf(question, pack), post: { ...shownOf(question, pack).post, edition } };
        const feedback = { ...feedbackOf(question), pack, post: { ...shown.post, roundId: null } };
        const messages = [showFeedback(feedback, words), showReasoning(words, feedback)];
        for (const message of messages) {
          expect(textLength(message), question.id).toBeLessThanOrEqual(MAX_TEXT);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(2 * 48);
  });
});
