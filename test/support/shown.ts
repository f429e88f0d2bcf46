// Questions as they stand in a message, for tests of what members read.
import type { Message } from '#bot/card.ts';
import type { Pack, Question } from '#content/pack.ts';
import type { Tally } from '#features/record/post/rules.ts';
import type { ShownQuestion } from '#features/record/post/view.ts';
import { makePack, makeQuestion } from './pack.ts';

/** Everything a member can read in a message, and everything a client could read in it. */
export const read = (message: Message) =>
  JSON.stringify(message.components, (key, value) =>
    ['custom_id', 'url'].includes(key) ? undefined : value,
  ).replaceAll('\\n', '\n');

export function shownOf(question: Question, pack: Pack = makePack({ questions: [question] })): ShownQuestion {
  return {
    post: {
      id: 12,
      kind: 'quiz',
      edition: 'c02',
      optionOrder: question.options.map((option) => option.id).reverse(),
      closesAt: new Date('2026-11-23T12:00:00Z'),
      domain: question.module,
      position: null,
      size: 1,
      isLate: false,
      pingRole: null,
    },
    pack,
    question,
  };
}

const wide = (length: number) => 'w'.repeat(length);
/** As long in every field as the schema allows. */
export const worst = makeQuestion({
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
export const tally: Tally = {
  answers: 250,
  correct: 120,
  picks: new Map([
    ['a', 120],
    ['b', 130],
  ]),
  rightMembers: Array.from({ length: 120 }, (_, index) => String(100_000_000_000_000_000n + BigInt(index))),
};
