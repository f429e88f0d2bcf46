import { beforeAll, describe, expect, it } from 'vitest';
import { textLength } from '#bot/card.ts';
import { loadPacks } from '#content/load.ts';
import { showReveal } from '#features/record/post/reveal.view.ts';
import { showPost } from '#features/record/post/view.ts';
import { listLanguages, wordsOf } from '#words/words.ts';
import { makeQuestion } from '../../../support/pack.ts';
import { read, shownOf, tally, worst } from '../../../support/shown.ts';

const MAX_TEXT = 4000;
const words = wordsOf('en');

describe('an open question', () => {
  it('gives nothing away: no rationale, no takeaway, no mark', () => {
    const question = makeQuestion();
    const said = read(showPost(words, shownOf(question), 3));
    for (const option of question.options) expect(said).not.toContain(option.why);
    expect(said).not.toContain(question.takeaway);
    expect(said).not.toMatch(/right|✅|correct/i);
    expect(said).toContain('3 answered');
    expect(said).toContain('Select ONE');
    expect(said).toContain('<t:1795435200:R>');
  });

  it('has one lettered button for each option, with the text in the body', () => {
    const said = read(showPost(words, shownOf(makeQuestion()), 0));
    for (const letter of ['A', 'B', 'C', 'D']) expect(said).toContain(`"label":"${letter}"`);
    expect(said).toContain('**A.** Take way d');
    expect(said).toContain('nobody has answered yet');
  });

  it('asks for exactly as many picks as are right, in a menu', () => {
    const message = showPost(words, shownOf(makeQuestion({ keys: 2 })), 0);
    expect(read(message)).toContain('"min_values":2,"max_values":2');
    expect(read(message)).toContain('Select TWO');
  });

  it('pings the configured role and nobody else', () => {
    const shown = shownOf(makeQuestion());
    const message = showPost(words, { ...shown, post: { ...shown.post, pingRole: '42' } }, 0);
    expect(message.pingRoles).toEqual(['42']);
    expect(read(message)).toContain('<@&42>');
    expect(showPost(words, shown, 0).pingRoles).toBeUndefined();
  });
});

describe('the reveal', () => {
  it('shows shares that add up to 100 %, and that of the key once more below', () => {
    const picks = new Map([
      ['a', 2],
      ['b', 2],
      ['c', 3],
    ]);
    const said = read(
      showReveal(words, shownOf(makeQuestion()), { answers: 7, correct: 2, picks, rightMembers: [] }),
    );
    const shares = [...said.matchAll(/ of 7 \((\d+)%\)/g)].map(([, share]) => Number(share));
    expect(shares.toSorted((a, b) => b - a)).toEqual([43, 29, 28, 0]);
    const [, key] = /right · 2 of 7 \((\d+)%\)/.exec(said) ?? [];
    expect(said).toContain(`**2 of 7** answers were right (${key}%)`);
  });

  it('keeps the letters, marks the key in words, and shows who chose what', () => {
    const shown = shownOf(makeQuestion());
    const said = read(
      showReveal(words, shown, {
        answers: 4,
        correct: 1,
        picks: new Map([
          ['a', 1],
          ['d', 3],
        ]),
        rightMembers: ['77'],
      }),
    );
    expect(said).toContain('**D.** Take way a to read each order once. — **✅ right · 1 of 4 (25%)**');
    expect(said).toContain('**A.** Take way d to read each order once. — **3 of 4 (75%)**');
    expect(said).toContain('<@77>');
    expect(said).toContain('**1 of 4** answers were right (25%)');
  });

  it('counts members who do not want to be named, without naming them', () => {
    const said = read(
      showReveal(words, shownOf(makeQuestion()), {
        answers: 3,
        correct: 3,
        picks: new Map([['a', 3]]),
        rightMembers: ['77'],
      }),
    );
    expect(said).toContain('<@77> and 2 more');
  });

  it('is shown quietly when nobody answered', () => {
    const said = read(
      showReveal(words, shownOf(makeQuestion()), {
        answers: 0,
        correct: 0,
        picks: new Map(),
        rightMembers: [],
      }),
    );
    expect(said).toContain('Nobody answered');
    expect(said).toContain('**✅ right**');
    expect(said).not.toContain('NaN');
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
    for (const message of [showPost(words, shown, 250), showReveal(words, shown, tally)]) {
      expect(textLength(message)).toBeLessThanOrEqual(MAX_TEXT);
    }
  });

  it('hold for every question of the bank, in every state', () => {
    let checked = 0;
    for (const pack of packs.values()) {
      for (const question of pack.questions.values()) {
        const edition = question.editions[0] ?? '';
        const shown = { ...shownOf(question, pack), post: { ...shownOf(question, pack).post, edition } };
        const messages = [showPost(words, shown, 250), showReveal(words, shown, tally)];
        for (const message of messages) {
          expect(textLength(message), question.id).toBeLessThanOrEqual(MAX_TEXT);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(2 * 48);
  });
});
