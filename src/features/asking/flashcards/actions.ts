// Going through a deck of flashcards: opening it, showing a card, grading it and going on to the next.
import { searchCardTopics } from '#content/guide.ts';
import type { Library } from '#content/library.ts';
import type { Flashcard, TopicEntry } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { noteMember } from '#features/people/member/store.ts';
import { type Course, courseOf, courseOffered, type Learner } from '#features/record/post/course.ts';
import type { CardGrade, CardGrading } from '#features/standing/card-grading.ts';
import type { Clock } from '#lib/clock.ts';
import { localDateAt } from '#lib/local-date.ts';
import { cardsOf, type Deck, orderFor, parseDeck } from './rules.ts';
import type { CardScreen, CardShown, DeckName } from './screen.ts';
import { moveOn, putPlace, readPlace } from './store.ts';

type Deps = { db: Db; content: Library; clock: Clock };
type Reader = Learner;

/** Decks that match what was typed; with nothing typed the two large ones come first. */
export async function offerDecks(
  deps: Deps,
  { typed, ...reader }: Reader & { typed: string },
): Promise<{ large: DeckName[]; topics: TopicEntry[] }> {
  const course = await courseOffered(deps, reader);
  const topics = searchCardTopics(course.pack, course.edition, { typed, limit: 25 });
  return { large: largeDecks(course), topics };
}

/** The deck as typed or chosen; without one the deck that was left unfinished, else a choice of decks. */
export async function openCards(
  deps: Deps,
  { typed, ...reader }: Reader & { typed: string | null },
): Promise<CardScreen> {
  const course = await courseOf(deps, reader);
  const place = await readPlace(deps.db, { memberId: reader.memberId, exam: course.pack.exam.id });
  const text = typed === null ? null : readDeck(course, typed);
  if (typed !== null && text === null) return { kind: 'unknown', typed };
  if (place && (text === null || text === place.deck)) {
    const screen = cardAt(course, { ...place, isResumed: true, due: null });
    if (screen.kind === 'card') return screen;
  }
  return text === null ? chooserOf(course) : begin(deps, { ...reader, text }, course);
}

/** The choice of decks. */
export async function chooseDeck(deps: Deps, reader: Reader): Promise<CardScreen> {
  return chooserOf(await courseOf(deps, reader));
}

/** A deck from its first card, shuffled for today. */
export async function beginDeck(
  deps: Deps,
  { text, ...reader }: Reader & { text: string },
): Promise<CardScreen> {
  return begin(deps, { ...reader, text }, await courseOf(deps, reader));
}

/** What a button of a card carries. */
export type OnCard = Reader & { exam: string; text: string; day: string; cardId: string };

/** The card again, as a front or with its back. */
export async function showAgain(deps: Deps, on: OnCard & { side: 'front' | 'back' }): Promise<CardScreen> {
  const found = find(await courseOf(deps, on), on);
  if (!found) return { kind: 'gone' };
  if (on.side === 'front') return { kind: 'card', ...found, isResumed: false, due: null };
  return { kind: 'back', ...found };
}

export type Grading = { grade: CardGrade; grading: CardGrading; pressId: string; at: Date };

/**
 * Grades the card, where somebody keeps grades, and shows the next: both in one transaction, or neither. A second press
 * on the same card grades nothing and shows where the member is.
 */
export async function gradeCard(
  deps: Deps,
  { graded, ...on }: OnCard & { graded: Grading | null },
): Promise<CardScreen> {
  const course = await courseOf(deps, on);
  const found = find(course, on);
  if (!found) return { kind: 'gone' };
  const { memberId, serverId, exam, text: deck, day, cardId } = on;
  const { position } = found;
  const place = { memberId, exam, deck, day };
  const due = await deps.db.transaction(async (tx) => {
    await noteMember(tx, memberId);
    const isFirst = await moveOn(tx, { ...place, position, movedAt: deps.clock.now() });
    if (!isFirst || !graded) return null;
    const { grading, ...given } = graded;
    return grading.grade({ db: tx }, { memberId, serverId, exam, cardId, ...given });
  });
  const now = await readPlace(deps.db, { memberId, exam });
  const isSame = now?.deck === deck && now.day === day;
  return cardAt(course, {
    ...place,
    position: isSame ? now.position : position + 1,
    isResumed: false,
    due,
  });
}

function largeDecks(course: Course): DeckName[] {
  return (['high', 'all'] as const)
    .map((kind) => nameDeck(course, { kind }, kind))
    .filter(({ cards }) => cards > 0);
}

function nameDeck({ pack, edition }: Course, deck: Deck, text: string): DeckName {
  return { deck, text, cards: cardsOf(pack, edition, deck).length };
}

function chooserOf(course: Course): CardScreen {
  const { pack } = course;
  const modules = pack.modules.map(({ id }) => {
    const topic = { kind: 'module' as const, id };
    return nameDeck(course, { kind: 'topic', topic }, `module:${id}`);
  });
  const decks = [...largeDecks(course), ...modules].filter(({ cards }) => cards > 0);
  return decks.length === 0 ? { kind: 'no-cards' } : { kind: 'chooser', pack, decks };
}

/** A deck that has cards, as text; null when nothing is called like that. */
function readDeck(course: Course, typed: string): string | null {
  const deck = parseDeck(typed);
  if (deck && nameDeck(course, deck, typed).cards > 0) return typed;
  const found = searchCardTopics(course.pack, course.edition, { typed, limit: 1 })[0]?.topic;
  return found ? `${found.kind}:${found.id}` : null;
}

async function begin(
  deps: Deps,
  { memberId, text }: Reader & { text: string },
  course: Course,
): Promise<CardScreen> {
  const now = deps.clock.now();
  const day = localDateAt(now, course.zone);
  const place = { memberId, exam: course.pack.exam.id, deck: text, day, position: 0 };
  const screen = cardAt(course, { ...place, isResumed: false, due: null });
  if (screen.kind === 'card') {
    await noteMember(deps.db, memberId);
    await putPlace(deps.db, { ...place, movedAt: now });
  }
  return screen;
}

type At = {
  memberId: string;
  deck: string;
  day: string;
  position: number;
  isResumed: boolean;
  due: Date | null;
};

function cardAt(course: Course, { memberId, deck: text, day, position, isResumed, due }: At): CardScreen {
  const cards = orderOf(course, { memberId, text, day });
  const card = cards?.order[position];
  if (!cards || cards.order.length === 0) return { kind: 'gone' };
  const deck = { deck: cards.deck, text, cards: cards.order.length };
  if (!card) return { kind: 'finished', pack: course.pack, deck, due };
  return { kind: 'card', ...shown(course, { deck, day, card, position }), isResumed, due };
}

/** The card that a button names, in the deck and order it names; null when one of them is not there any more. */
function find(course: Course, { memberId, exam, text, day, cardId }: OnCard): CardShown | null {
  if (course.pack.exam.id !== exam) return null;
  const cards = orderOf(course, { memberId, text, day });
  const position = cards?.order.findIndex(({ id }) => id === cardId) ?? -1;
  const card = cards?.order[position];
  if (!cards || !card) return null;
  return shown(course, {
    deck: { deck: cards.deck, text, cards: cards.order.length },
    day,
    card,
    position,
  });
}

function orderOf(
  { pack, edition }: Course,
  { memberId, text, day }: { memberId: string; text: string; day: string },
): { deck: Deck; order: Flashcard[] } | null {
  const deck = parseDeck(text);
  return deck && { deck, order: orderFor(cardsOf(pack, edition, deck), { memberId, day }) };
}

function shown({ pack }: Course, rest: Pick<CardShown, 'deck' | 'day' | 'card' | 'position'>): CardShown {
  return { pack, concept: pack.concepts.get(rest.card.concept) ?? null, ...rest };
}
