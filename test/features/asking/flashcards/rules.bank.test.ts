// Decks, their order, and the two parts of a card's back.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Flashcard, Pack } from '#content/pack.ts';
import {
  cardsOf,
  orderFor,
  packDay,
  parseDeck,
  splitBack,
  unpackDay,
} from '#features/asking/flashcards/rules.ts';
import { loadBank } from '../../../support/bank.ts';

let pack: Pack;
let all: Flashcard[];
beforeAll(async () => {
  const found = (await loadBank()).get('aws-developer-associate');
  if (!found) throw new Error('no pack');
  pack = found;
  all = cardsOf(pack, 'c03', { kind: 'all' });
});

const ids = (cards: readonly Flashcard[]) => cards.map(({ id }) => id);

describe('decks', () => {
  it('are all cards, those of frequent concepts, or those about a topic', () => {
    const high = cardsOf(pack, 'c03', { kind: 'high' });
    expect(high.length).toBeGreaterThan(100);
    expect(high.length).toBeLessThan(all.length);
    expect(new Set(high.map(({ concept }) => pack.concepts.get(concept)?.frequency))).toEqual(
      new Set(['high']),
    );
    const lesson = parseDeck('lesson:1.1');
    expect(lesson && new Set(cardsOf(pack, 'c03', lesson).map((card) => card.lesson))).toEqual(
      new Set(['1.1']),
    );
  });

  it.each(['', 'lesson', 'nothing:1', 'All'])('“%s” is none', (text) => {
    expect(parseDeck(text)).toBeNull();
  });
});

describe('the order of a deck', () => {
  const ada = { memberId: '100', day: '2026-11-26' };

  it('is the same for a member all day, and another on the next day and for others', () => {
    const order = ids(orderFor(all, ada));
    expect(ids(orderFor(all, ada))).toEqual(order);
    expect(order.toSorted()).toEqual(ids(all).toSorted());
    expect(ids(orderFor(all, { ...ada, day: '2026-11-27' }))).not.toEqual(order);
    expect(ids(orderFor(all, { ...ada, memberId: '101' }))).not.toEqual(order);
  });

  it('stays as it was for the other cards when one goes', () => {
    const order = ids(orderFor(all, ada));
    const gone = all[17];
    const rest = ids(
      orderFor(
        all.filter((card) => card !== gone),
        ada,
      ),
    );
    expect(rest).toEqual(order.filter((id) => id !== gone?.id));
  });

  it('prefers no card: each is first about as often as any other', () => {
    const few = all.slice(0, 4);
    const firsts = Array.from(
      { length: 2000 },
      (_, index) => orderFor(few, { ...ada, memberId: String(index) })[0]?.id,
    );
    const counts = few.map(({ id }) => firsts.filter((first) => first === id).length);
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(100);
  });
});

describe('the back of a card', () => {
  it.each([
    ['It waits, because the queue is full.', 'It waits', 'because the queue is full.'],
    ['Because it reacts late. Use a schedule.', 'Because it reacts late.', 'Use a schedule.'],
    [
      'A REST API, because keys exist only there. HTTP APIs throttle.',
      'A REST API',
      'because keys exist only there. HTTP APIs throttle.',
    ],
    ['Read `a.b. C` first. `x` comes second.', 'Read `a.b. C` first.', '`x` comes second.'],
    ['Only one sentence.', 'Only one sentence.', null],
    ['First. Then more, because of it.', 'First.', 'Then more, because of it.'],
  ])('“%s” is an answer and a reason', (back, answer, reason) => {
    expect(splitBack(back)).toEqual({ answer, reason });
  });

  it('loses no word of the bank, and shows an answer that is never empty', () => {
    let withReason = 0;
    for (const { back } of all) {
      const { answer, reason } = splitBack(back);
      const words = (text: string) => text.split(/[\s,]+/).filter(Boolean);
      expect(words(`${answer} ${reason ?? ''}`)).toEqual(words(back));
      expect(answer.length).toBeGreaterThan(1);
      expect(answer.split('`').length % 2, answer).toBe(1);
      if (reason !== null) withReason += 1;
    }
    expect(withReason / all.length).toBeGreaterThan(0.9);
  });
});

describe('a day in a custom id', () => {
  it('comes back as it was', () => {
    const days = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(days, (count) => {
        const day = new Date(count * 86_400_000).toISOString().slice(0, 10);
        expect(unpackDay(packDay(day))).toBe(day);
      }),
    );
  });

  it.each(['', 'ABC', '12345', '-1', 'a b'])('“%s” is none', (text) => {
    expect(unpackDay(text)).toBeNull();
  });
});
