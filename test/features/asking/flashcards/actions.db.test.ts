// Going through decks on the database: where a member is, what a second press does, what is graded.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pack } from '#content/pack.ts';
import {
  beginDeck,
  gradeCard,
  type OnCard,
  openCards,
  showAgain,
} from '#features/asking/flashcards/actions.ts';
import { personal } from '#features/asking/flashcards/personal.ts';
import type { CardScreen } from '#features/asking/flashcards/screen.ts';
import { cardDecks } from '#features/asking/flashcards/table.ts';
import { servers } from '#features/people/server/table.ts';
import type { CardGrade, CardGrading, GradedCard } from '#features/standing/card-grading.ts';
import { loadBank } from '../../../support/bank.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { libraryOf } from '../../../support/pack.ts';
import { emptyTables } from '../../../support/rows.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const DUE = new Date('2026-11-25T10:00:00Z');
const ada = { serverId: 's1', memberId: 'ada' };
let test: TestDatabase;
let pack: Pack;
let now = NOW;
let graded: GradedCard[] = [];
const deps = () => ({ db: test.db, content: libraryOf(pack), clock: { now: () => now } });
const grading: CardGrading = {
  async grade(_deps, card) {
    graded.push(card);
    return DUE;
  },
};
const failing: CardGrading = { grade: () => Promise.reject(new Error('no grade was kept')) };

beforeAll(async () => {
  test = await createTestDatabase();
  const found = (await loadBank()).get('aws-developer-associate');
  if (!found) throw new Error('no pack');
  pack = found;
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = NOW;
  graded = [];
  await emptyTables(test.db);
  await test.db
    .insert(servers)
    .values({ id: 's1', exam: pack.exam.id, edition: 'c02', zone: 'Europe/Berlin', createdAt: NOW });
});

type Shown = Extract<CardScreen, { kind: 'card' }>;

function cardOf(screen: CardScreen): Shown {
  if (screen.kind !== 'card') throw new Error(screen.kind);
  return screen;
}
const begin = async (text = 'lesson:1.1') => cardOf(await beginDeck(deps(), { ...ada, text }));
const on = ({ deck, day, card }: Shown): OnCard => ({
  ...ada,
  exam: pack.exam.id,
  text: deck.text,
  day,
  cardId: card.id,
});
const grade = (screen: Shown, how: CardGrade = 'good', by = grading) =>
  gradeCard(deps(), { ...on(screen), graded: { grade: how, grading: by, pressId: 'p1', at: now } });
const go = (screen: Shown) => gradeCard(deps(), { ...on(screen), graded: null });

describe('a deck', () => {
  it('begins with a card of today’s order, in the server’s zone', async () => {
    now = new Date('2026-11-23T23:30:00Z');
    expect(await begin()).toMatchObject({ position: 0, day: '2026-11-24', isResumed: false });
  });

  it('shows each of its cards once, then says that it is over', async () => {
    let screen: CardScreen = await begin();
    const seen: string[] = [];
    while (screen.kind === 'card') {
      seen.push(screen.card.id);
      screen = await go(screen);
    }
    expect(screen).toMatchObject({ kind: 'finished', deck: { text: 'lesson:1.1', cards: 23 } });
    expect(new Set(seen).size).toBe(23);
  });

  it('goes on where it was left, on another day in the order in which it began', async () => {
    const second = cardOf(await go(await begin()));
    now = new Date('2026-11-29T10:00:00Z');
    for (const typed of [null, 'lesson:1.1'])
      expect(await openCards(deps(), { ...ada, typed })).toMatchObject({
        kind: 'card',
        isResumed: true,
        position: 1,
        card: { id: second.card.id },
      });
  });

  it('that is over is not gone on with: without a topic there is a choice, with one it begins anew', async () => {
    await go(await begin('concept:sqs-visibility-timeout'));
    await test.db.update(cardDecks).set({ position: 99 });
    expect(await openCards(deps(), { ...ada, typed: null })).toMatchObject({ kind: 'chooser' });
    expect(await openCards(deps(), { ...ada, typed: 'concept:sqs-visibility-timeout' })).toMatchObject({
      position: 0,
      isResumed: false,
    });
  });

  it('takes the place of another, and is found as it is typed', async () => {
    await begin();
    expect(await openCards(deps(), { ...ada, typed: 'beanstlak' })).toMatchObject({
      kind: 'card',
      isResumed: false,
    });
    expect(await test.db.select().from(cardDecks)).toHaveLength(1);
    expect(await openCards(deps(), { ...ada, typed: 'qqqqqq' })).toMatchObject({ kind: 'unknown' });
  });

  it('of high-frequency patterns has the cards of concepts that are asked often, and no others', async () => {
    const screen = await begin('high');
    expect(screen.concept?.frequency).toBe('high');
    expect(screen.deck.cards).toBeLessThan(pack.flashcards.size);
  });
});

describe('a card', () => {
  it('shows its back and its front as often as one likes', async () => {
    const first = await begin();
    expect(await showAgain(deps(), { ...on(first), side: 'back' })).toMatchObject({
      kind: 'back',
      card: { id: first.card.id },
    });
    expect(await showAgain(deps(), { ...on(first), side: 'front' })).toMatchObject({
      kind: 'card',
      position: 0,
    });
  });

  it('is graded once, whatever is pressed twice, and the second press shows where one is', async () => {
    const first = await begin();
    const second = cardOf(await grade(first));
    expect(second).toMatchObject({ position: 1, due: DUE });
    expect(cardOf(await grade(first, 'again'))).toMatchObject({ position: 1, due: null });
    expect(graded).toEqual([
      { memberId: 'ada', exam: pack.exam.id, cardId: first.card.id, grade: 'good', pressId: 'p1', at: NOW },
    ]);
  });

  it('is graded once by presses at the same time in several processes', async () => {
    const first = await begin();
    const screens = await Promise.all(Array.from({ length: 5 }, () => grade(first)));
    expect(screens.map((screen) => cardOf(screen).position)).toEqual([1, 1, 1, 1, 1]);
    expect(graded).toHaveLength(1);
  });

  it('that could not be graded is still the next one', async () => {
    const first = await begin();
    await expect(grade(first, 'good', failing)).rejects.toThrow('no grade was kept');
    expect(await openCards(deps(), { ...ada, typed: null })).toMatchObject({ position: 0 });
    expect(cardOf(await grade(first)).position).toBe(1);
  });

  it('of an older message goes on with the deck of that message', async () => {
    const old = await begin('lesson:1.1');
    await begin('lesson:4.1');
    expect(await grade(old)).toMatchObject({ kind: 'card', position: 1, deck: { text: 'lesson:1.1' } });
    expect(graded).toHaveLength(1);
  });

  it('that is not there any more says so, and grades nothing', async () => {
    const first = await begin();
    for (const changed of [
      { cardId: 'f-9.9-999' },
      { exam: 'another' },
      { text: 'lesson:9.9' },
      { text: 'nonsense' },
    ]) {
      const input = { ...on(first), ...changed };
      expect(await gradeCard(deps(), { ...input, graded: null })).toEqual({ kind: 'gone' });
      expect(await showAgain(deps(), { ...input, side: 'back' })).toEqual({ kind: 'gone' });
    }
    expect(await beginDeck(deps(), { ...ada, text: 'lesson:9.9' })).toEqual({ kind: 'gone' });
    expect(graded).toEqual([]);
  });
});

describe('where a member is', () => {
  it('is theirs: read and erased for them alone', async () => {
    await begin();
    await beginDeck(deps(), { serverId: 's1', memberId: 'grace', text: 'all' });
    expect((await personal.read(test.db, 'ada')).card_decks).toHaveLength(1);
    await personal.erase(test.db, 'ada');
    expect((await test.db.select().from(cardDecks)).map(({ memberId }) => memberId)).toEqual(['grace']);
  });
});
