import { beforeAll, describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { keyOf, type Pack, type Packs, type Question } from '#content/pack.ts';
import { type Feedback, showFeedback, showReasoning } from '#features/quiz/feedback.view.ts';
import { type ShownQuestion, showPost, showReveal } from '#features/quiz/post.view.ts';
import { gradeAnswer, type Tally } from '#features/quiz/rules.ts';
import { recordDay } from '#features/streak/rules.ts';
import { loadBank } from '../../support/bank.ts';
import { makePack, makeQuestion } from '../../support/pack.ts';

const MAX_TEXT = 4000;

/** Everything a member can read in a message, and everything a client could read in it. */
const wordsOf = (message: Message) =>
  JSON.stringify(message.components, (key, value) =>
    ['custom_id', 'url'].includes(key) ? undefined : value,
  ).replaceAll('\\n', '\n');

function shownOf(question: Question, pack: Pack = makePack({ questions: [question] })): ShownQuestion {
  return {
    post: {
      id: 12,
      kind: 'quiz',
      edition: 'c02',
      optionOrder: question.options.map((option) => option.id).reverse(),
      closesAt: new Date('2026-11-23T12:00:00Z'),
      position: null,
      isLate: false,
      pingRole: null,
    },
    pack,
    question,
    size: 1,
  };
}

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
    day: recordDay(null, '2026-11-23', () => false),
    ...changes,
  };
}

const wide = (length: number) => 'w'.repeat(length);
/** As long in every field as the schema allows. */
const worst = makeQuestion({
  keys: 3,
  stem: wide(700),
  takeaway: wide(200),
  options: ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => ({
    id,
    text: wide(220),
    correct: index < 3,
    why: wide(350),
  })),
  references: ['a', 'b', 'c'].map((path) => `https://docs.aws.amazon.com/${path}${'x'.repeat(150)}`),
});
const tally: Tally = {
  answers: 250,
  correct: 120,
  picks: new Map([
    ['a', 120],
    ['b', 130],
  ]),
  rightMembers: Array.from({ length: 120 }, (_, index) => String(100_000_000_000_000_000n + BigInt(index))),
};

describe('an open question', () => {
  it('gives nothing away: no rationale, no takeaway, no mark', () => {
    const question = makeQuestion();
    const words = wordsOf(showPost(shownOf(question), 3));
    for (const option of question.options) expect(words).not.toContain(option.why);
    expect(words).not.toContain(question.takeaway);
    expect(words).not.toMatch(/right|✅|correct/i);
    expect(words).toContain('3 answered');
    expect(words).toContain('Select ONE');
    expect(words).toContain('<t:1795435200:R>');
  });

  it('has one lettered button for each option, with the text in the body', () => {
    const words = wordsOf(showPost(shownOf(makeQuestion()), 0));
    for (const letter of ['A', 'B', 'C', 'D']) expect(words).toContain(`"label":"${letter}"`);
    expect(words).toContain('**A.** Take way d');
    expect(words).toContain('nobody has answered yet');
  });

  it('asks for exactly as many picks as are right, in a menu', () => {
    const message = showPost(shownOf(makeQuestion({ keys: 2 })), 0);
    expect(wordsOf(message)).toContain('"min_values":2,"max_values":2');
    expect(wordsOf(message)).toContain('Select TWO');
  });

  it('pings the configured role and nobody else', () => {
    const shown = shownOf(makeQuestion());
    const message = showPost({ ...shown, post: { ...shown.post, pingRole: '42' } }, 0);
    expect(message.pingRoles).toEqual(['42']);
    expect(wordsOf(message)).toContain('<@&42>');
    expect(showPost(shown, 0).pingRoles).toBeUndefined();
  });
});

describe('the reveal', () => {
  it('keeps the letters, marks the key in words, and shows who chose what', () => {
    const shown = shownOf(makeQuestion());
    const words = wordsOf(
      showReveal(shown, {
        answers: 4,
        correct: 1,
        picks: new Map([
          ['a', 1],
          ['d', 3],
        ]),
        rightMembers: ['77'],
      }),
    );
    expect(words).toContain('**D.** Take way a to read each order once. — **✅ right · 1 of 4 (25 %)**');
    expect(words).toContain('**A.** Take way d to read each order once. — **3 of 4 (75 %)**');
    expect(words).toContain('<@77>');
    expect(words).toContain('**1 of 4** answers were right (25 %)');
  });

  it('counts members who do not want to be named, without naming them', () => {
    const words = wordsOf(
      showReveal(shownOf(makeQuestion()), {
        answers: 3,
        correct: 3,
        picks: new Map([['a', 3]]),
        rightMembers: ['77'],
      }),
    );
    expect(words).toContain('<@77> and 2 more');
  });

  it('is shown quietly when nobody answered', () => {
    const words = wordsOf(
      showReveal(shownOf(makeQuestion()), { answers: 0, correct: 0, picks: new Map(), rightMembers: [] }),
    );
    expect(words).toContain('Nobody answered');
    expect(words).toContain('**✅ right**');
    expect(words).not.toContain('NaN');
  });
});

describe('feedback', () => {
  it('says right in words, with points, streak and the reasoning for every option', () => {
    const question = makeQuestion();
    const words = wordsOf(showFeedback(feedbackOf(question)));
    expect(words).toContain('**Right!** You chose D.');
    expect(words).toContain('**+2** points');
    expect(words).toContain('Streak: **1 day**');
    for (const option of question.options) expect(words).toContain(option.why);
  });

  it('says which letter was right, and how near a multiple response came', () => {
    expect(wordsOf(showFeedback(feedbackOf(makeQuestion(), { picks: ['b'] })))).toContain(
      'you chose C, the answer is D',
    );
    const multi = wordsOf(showFeedback(feedbackOf(makeQuestion({ keys: 2 }), { picks: ['a', 'e'] })));
    expect(multi).toContain('you chose A and E, the answer is D and E. 1 of your 2 picks was right');
  });

  it('says why an answer did not count', () => {
    const because = (reason: 'late' | 'private' | 'answered-before') =>
      wordsOf(
        showFeedback(feedbackOf(makeQuestion(), { rating: { isRated: false, because: reason }, points: 0 })),
      );
    expect(because('late')).toContain('Practice, no points: the question had closed');
    expect(because('answered-before')).toContain('within the last 90 days');
    expect(because('private')).toContain('private questions are not rated');
  });

  it('tells about freezes and ended streaks', () => {
    const streak = { current: 6, longest: 6, lastDate: '2026-11-20', freezes: 1, progress: 6 };
    const frozen = wordsOf(
      showFeedback(feedbackOf(makeQuestion(), { day: recordDay(streak, '2026-11-22', () => false) })),
    );
    expect(frozen).toContain('A freeze covered 2026-11-21');
    expect(frozen).toContain('Streak: **7 days** – a milestone!');
    expect(frozen).toContain('You earned a freeze');
    const broken = wordsOf(
      showFeedback(feedbackOf(makeQuestion(), { day: recordDay(streak, '2026-11-30', () => false) })),
    );
    expect(broken).toContain('Your streak of 6 ended');
  });

  it('shows the first answer again on a second press, without counting anything', () => {
    const words = wordsOf(
      showFeedback(feedbackOf(makeQuestion(), { kind: 'already-answered', rating: null, day: null })),
    );
    expect(words).toContain('Your first answer counts');
    expect(words).not.toContain('points');
  });
});

describe('Discord’s limits', () => {
  let packs: Packs;
  beforeAll(async () => {
    packs = await loadBank();
  });

  it('hold for the worst question the schema allows', () => {
    const shown = shownOf(worst);
    const feedback = feedbackOf(worst, {
      picks: ['d', 'e', 'f'],
      post: { ...shown.post, kind: 'private', roundId: 1 },
    });
    for (const message of [
      showPost(shown, 250),
      showReveal(shown, tally),
      showFeedback(feedback),
      showReasoning(feedback),
    ]) {
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
        const messages = [
          showPost(shown, 250),
          showReveal(shown, tally),
          showFeedback(feedback),
          showReasoning(feedback),
        ];
        for (const message of messages) {
          expect(textLength(message), question.id).toBeLessThanOrEqual(MAX_TEXT);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(4 * 48);
  });
});
