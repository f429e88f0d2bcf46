// A flashcard's front and back, the choice of decks, the end of one.
import {
  button,
  buttons,
  card,
  divider,
  linkButton,
  type Message,
  type Part,
  plain,
  select,
  shorten,
  text,
  timestamp,
} from '#bot/card.ts';
import type { Pack } from '#content/pack.ts';
import type { DeckDoor, PracticeDoor } from '#features/asking/doors.ts';
import { CARD_GRADES } from '#features/standing/card-grading.ts';
import type { Words } from '#words/words.ts';
import { cardId, choiceId, deckId, deckMenuId } from './ids.ts';
import { splitBack } from './rules.ts';
import type { CardScreen, CardShown, DeckName } from './screen.ts';

export type Look = { practice: PracticeDoor | null; canGrade: boolean; isOld: boolean };

type Of<K extends CardScreen['kind']> = Extract<CardScreen, { kind: K }>;

/** The way to a deck, for other features. */
export const deckButton: DeckDoor = (label, topic) => button(deckId('new', topic), label);

export function showCards(words: Words, screen: CardScreen, look: Look): Message {
  const { flashcards } = words;
  switch (screen.kind) {
    case 'card':
      return showFront(words, screen, look);
    case 'back':
      return showBack(words, screen, look);
    case 'finished':
      return showFinished(words, screen, look);
    case 'chooser':
      return showChooser(words, screen, look);
    case 'no-cards':
      return card(null, [text(flashcards.none)]);
    case 'gone':
      return card(null, [text(flashcards.gone), buttons(button(choiceId('choose'), flashcards.choose))]);
    case 'unknown':
      return card(null, [text(flashcards.unknown(plain(shorten(screen.typed, 80))))]);
  }
}

/** A deck's name: of a topic its own, in the reader's language where it is a domain or module. */
function nameOfDeck(words: Words, pack: Pack, { deck }: Pick<DeckName, 'deck'>): string {
  if (deck.kind !== 'topic') return words.flashcards.decks[deck.kind];
  const { kind, id } = deck.topic;
  switch (kind) {
    case 'domain': {
      const domains = pack.exam.editions.flatMap(({ domains }) => domains);
      return words.common.domain(id, domains.find((domain) => domain.id === id)?.name ?? id);
    }
    case 'module':
      return words.common.module(id, pack.modules.find((module) => module.id === id)?.title ?? id);
    case 'lesson': {
      const lessons = pack.modules.flatMap(({ lessons }) => lessons);
      return `${id} ${lessons.find((lesson) => lesson.id === id)?.title ?? ''}`;
    }
    case 'concept':
      return pack.concepts.get(id)?.name ?? id;
  }
}

function showFront(words: Words, screen: Of<'card'>, look: Look): Message {
  const { flashcards } = words;
  return card(null, [
    screen.due !== null && text(`-# ${flashcards.due(timestamp(screen.due))}`),
    screen.isResumed && text(`-# ${flashcards.resumed}`),
    text(headLine(words, screen), `**${plain(screen.card.front)}**`),
    buttons(
      button(cardId('show', screen), flashcards.show, { style: 'primary' }),
      screen.isResumed && button(deckId('here', screen.deck.text), flashcards.startOver),
      button(choiceId('choose'), flashcards.choose),
    ),
    ...oldParts(words, look, cardId('fresh', screen)),
  ]);
}

function showBack(words: Words, screen: Of<'back'>, look: Look): Message {
  const { answer, reason } = splitBack(screen.card.back);
  const [page] = screen.card.references;
  const { flashcards } = words;
  return card(null, [
    text(headLine(words, screen), plain(screen.card.front)),
    divider(),
    text(`**${plain(answer)}**`, reason !== null && plain(reason)),
    buttons(
      ...(look.canGrade
        ? CARD_GRADES.map((grade) => button(cardId(grade, screen), flashcards.grades[grade]))
        : [button(cardId('next', screen), `${flashcards.next} ▶`, { style: 'primary' })]),
      page !== undefined && linkButton(page, flashcards.page),
    ),
    ...oldParts(words, look, cardId('fresh', screen)),
  ]);
}

function headLine(words: Words, { pack, deck, concept, position }: CardShown): string {
  const name = shorten(nameOfDeck(words, pack, deck), 80);
  // Of a concept's own deck the label would say the same twice.
  const label = concept && concept.name !== name ? ` · **${plain(concept.name)}**` : '';
  return `-# ${plain(name)} · ${words.flashcards.position(position + 1, deck.cards)}${label}`;
}

function showFinished(words: Words, { pack, deck, due }: Of<'finished'>, look: Look): Message {
  const { flashcards } = words;
  const { practice } = look;
  const topic = deck.deck.kind === 'topic' ? deck.text : null;
  return card(null, [
    due !== null && text(`-# ${flashcards.due(timestamp(due))}`),
    text(`### ${flashcards.finished}`, flashcards.seen(nameOfDeck(words, pack, deck), deck.cards)),
    buttons(
      button(deckId('here', deck.text), flashcards.again),
      button(choiceId('choose'), flashcards.choose),
      practice !== null && topic !== null && practice(flashcards.quiz, { topic, count: 5 }),
    ),
    ...oldParts(words, look, choiceId('fresh')),
  ]);
}

function showChooser(words: Words, { pack, decks }: Of<'chooser'>, look: Look): Message {
  const { flashcards } = words;
  const choices = decks.slice(0, 25).map((deck) => ({
    value: deck.text,
    label: nameOfDeck(words, pack, deck),
    description: flashcards.cards(deck.cards),
  }));
  return card(null, [
    text(`### ${flashcards.title}`, flashcards.intro),
    select(deckMenuId(), flashcards.chooseDeck, { choices }),
    ...oldParts(words, look, choiceId('fresh')),
  ]);
}

function oldParts({ common }: Words, { isOld }: Look, fresh: string): Part[] {
  return isOld ? [text(`-# ${common.old}`), buttons(button(fresh, common.fresh))] : [];
}
