// What a member reads in a review: every question and card of the bank fits, in each language, in each of its states.
import { describe, expect, it } from 'vitest';
import { type Message, textLength } from '#bot/card.ts';
import { toPayload } from '#bot/payload.ts';
import { keyOf, type Question } from '#content/pack.ts';
import {
  type GradedQuestion,
  showGraded as showGradedWith,
  showSure,
} from '#features/asking/review/question.view.ts';
import {
  type Before,
  type ShownStep,
  showBack,
  showStep as showStepWith,
} from '#features/asking/review/view.ts';
import { features } from '#features/index.ts';
import { gradeAnswer } from '#features/record/answer/rules.ts';
import { validateBody } from '#local-discord/validate/index.ts';
import { listLanguages, type Words, wordsOf } from '#words/words.ts';
import { loadBank } from '../../../support/bank.ts';
import { makePack, makeQuestion } from '../../../support/pack.ts';
import { pseudoWords } from '../../../support/pseudo.ts';
import { read, worst } from '../../../support/shown.ts';

const MAX_TEXT = 4000;
const at = new Date('2026-11-24T00:00:00Z');
const words = wordsOf('en');
const voices: [string, Words][] = [
  ...listLanguages().map(({ code }): [string, Words] => [code, wordsOf(code)]),
  ['pseudo', pseudoWords(words)],
];

const stepOf = (question: Question, pack = makePack({ questions: [question] })) => ({
  kind: 'question' as const,
  pack,
  question,
  edition: 'c02',
  optionOrder: question.options.map(({ id }) => id).toReversed(),
  turn: 9999,
  left: 110,
  isRekeyed: true,
  retired: 12,
});
const gradedOf = (question: Question, picks: readonly string[], changes: Partial<GradedQuestion> = {}) => ({
  ...stepOf(question),
  picks,
  grade: gradeAnswer(question, picks),
  isGuess: true,
  comesAgainAt: at,
  isLeech: true,
  ...changes,
});
const stale: Before = { kind: 'stale' };
/** With the doors that the other features offer. */
const doors = {
  practice: features.find(({ practice }) => practice)?.practice ?? null,
  lesson: features.find(({ lesson }) => lesson)?.lesson ?? null,
};
const showStep = (said: Words, step: ShownStep, before: Before) =>
  showStepWith(said, step, { before, doors });
const showGraded = (said: Words, graded: GradedQuestion) => showGradedWith(said, graded, doors.lesson);

/** A message in all states of a question. */
function statesOf(said: Words, question: Question): Message[] {
  const step = stepOf(question);
  const wrong = question.options.map(({ id }) => id).slice(-keyOf(question).length);
  return [
    showStep(said, step, stale),
    showSure(said, step, keyOf(question)),
    showGraded(said, gradedOf(question, keyOf(question))),
    showGraded(said, gradedOf(question, wrong)),
  ];
}

function faultsOf(message: Message): unknown[] {
  const length = textLength(message);
  const faults = validateBody('callback', { type: 4, data: toPayload(message, { private: true }) });
  return [...faults, ...(length > MAX_TEXT ? [`${length} characters`] : [])];
}

describe.each(voices)('in words: %s', (_code, said) => {
  it('the longest question there may be fits in every state', () => {
    expect(statesOf(said, worst).flatMap(faultsOf)).toEqual([]);
  });

  it('every other state is one that Discord takes', () => {
    const weakest = { id: '2', name: 'Subject 2' };
    const done = { kind: 'done' as const, retired: 2, cards: 0, isEnough: true, nextAt: at, weakest };
    const steps: ShownStep[] = [done, { ...done, cards: 4, isEnough: false, nextAt: null, weakest: null }];
    expect(steps.flatMap((step) => faultsOf(showStep(said, step, null)))).toEqual([]);
  });
});

it('every question and flashcard of the bank fits in every state', async () => {
  for (const pack of (await loadBank()).values()) {
    for (const question of pack.questions.values()) {
      const long = statesOf(words, question).filter((message) => textLength(message) > MAX_TEXT);
      expect(long, question.id).toEqual([]);
    }
    for (const flashcard of pack.flashcards.values()) {
      const step = { kind: 'flashcard' as const, pack, flashcard, turn: 3, left: 2, retired: 0 };
      const before: Before = { kind: 'graded', comesAgainAt: at, isLeech: true, pack, flashcard };
      expect(faultsOf(showStep(words, step, before)), flashcard.id).toEqual([]);
      expect(faultsOf(showBack(words, step)), flashcard.id).toEqual([]);
    }
  }
});

describe('a question', () => {
  const question = makeQuestion();

  it('says how much there is today, and never how much waits', () => {
    expect(read(showStep(words, { ...stepOf(question), left: 3 }, null))).toContain('2 more today');
    expect(read(showStep(words, { ...stepOf(question), left: 1 }, null))).toContain('the last one for today');
  });

  it('says what happened before it, and that its key has changed', () => {
    const shown = read(showStep(words, stepOf(question), stale));
    expect(shown).toContain('had been graded already');
    expect(shown).toContain('12 cards have left your review');
    expect(shown).toContain('it begins anew');
  });

  it('tells nothing of the key with the choice, and all of it with the grade', () => {
    const sure = read(showSure(words, stepOf(question), ['b']));
    expect(sure).toContain('You chose C. How sure are you?');
    for (const { why } of question.options) expect(sure).not.toContain(why);
    const graded = read(showGraded(words, gradedOf(question, ['b'])));
    expect(graded).toContain('you chose C, the answer is D');
    expect(graded).toContain('Comes again: <t:');
    for (const { why } of question.options) expect(graded).toContain(why);
  });

  it('says why a right guess comes again, and sends a leech to its lesson', () => {
    const graded = (changes: Partial<GradedQuestion>) =>
      read(showGraded(words, gradedOf(question, ['a'], changes)));
    expect(graded({ isGuess: true })).toContain('lucky guess');
    expect(graded({ isGuess: false })).not.toContain('lucky guess');
    expect(graded({ isLeech: true })).toContain('read lesson 1.1 Lesson 1.1 again');
    expect(graded({ isLeech: false })).not.toContain('read lesson');
    expect(read(showGradedWith(words, gradedOf(question, ['a']), null))).toContain('read lesson');
  });
});

it('leads from a leech to its lesson, and from nothing due to the weakest domain, where somebody offers the way', () => {
  const question = makeQuestion();
  const ids = (message: Message) => JSON.stringify(message.components);
  const done = {
    kind: 'done' as const,
    retired: 0,
    cards: 1,
    isEnough: false,
    nextAt: at,
    weakest: { id: '2', name: 'Subject 2' },
  };
  expect(ids(showGraded(words, gradedOf(question, ['a'])))).toContain(
    'lesson:1:fresh:aws-developer-associate:1.1:0',
  );
  expect(ids(showStep(words, done, null))).toContain('practice:1:1:domain:2');
  const closed = { before: null, doors: { practice: null, lesson: null } };
  expect(ids(showStepWith(words, done, closed))).not.toContain('custom_id');
  expect(ids(showGradedWith(words, gradedOf(question, ['a']), null))).not.toContain('lesson:1');
});
