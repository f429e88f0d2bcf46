// The card of a concept, and the menu of concepts that leads to it.
import {
  button,
  buttons,
  card,
  linkButton,
  type Message,
  type Part,
  plain,
  select,
  shorten,
  text,
} from '#bot/card.ts';
import type { Concept } from '#content/pack.ts';
import type { Words } from '#words/words.ts';
import { conceptMenuId, pageId } from './ids.ts';
import type { ConceptScreen } from './screen.ts';
import type { Look } from './view.ts';

type ConceptShown = Extract<ConceptScreen, { kind: 'concept' }>;

/** Discord's menus have no more room; no lesson teaches as many. */
const MAX_MENU = 25;
/** Of its flashcards, named on the card. */
const MAX_FRONTS = 3;

export function showConcept(words: Words, screen: ConceptScreen, look: Look): Message {
  if (screen.kind === 'unknown')
    return card(null, [text(words.concept.unknown(plain(shorten(screen.typed, 80))))]);
  const { concept, cards, others } = screen;
  const fronts = cards.slice(0, MAX_FRONTS).map(({ front }) => `- ${plain(front)}`);
  return card(null, [
    text(`### ${plain(concept.name)}`, plain(concept.summary)),
    text(...facts(words, screen)),
    fronts.length > 0 && text(`**${words.concept.flashcards(cards.length)}**`, ...fronts),
    buttonRow(words, screen, look),
    conceptMenu(words.concept.others, others),
  ]);
}

/** Null where there is nothing to choose. */
export function conceptMenu(placeholder: string, concepts: readonly Concept[]): Part | null {
  if (concepts.length === 0) return null;
  const choices = concepts
    .slice(0, MAX_MENU)
    .map(({ slug, name, summary }) => ({ value: slug, label: name, description: summary }));
  return select(conceptMenuId(), placeholder, { choices });
}

function facts({ concept: words, common }: Words, screen: ConceptShown): string[] {
  const { concept, lesson, domain, edition, questions } = screen;
  return [
    ...(lesson ? [`- ${words.taught(`${lesson.id} ${lesson.title}`)}`] : []),
    ...(domain ? [`- ${common.domain(domain.id, domain.name)}`] : []),
    `- ${words.frequency[concept.frequency]}`,
    `- ${words.questions(questions, edition?.code ?? '')}`,
  ];
}

function buttonRow({ concept: words }: Words, screen: ConceptShown, { practice, deck }: Look): Part {
  const { pack, concept, lesson, questions, cards } = screen;
  const topic = `concept:${concept.slug}`;
  return buttons(
    practice !== null && questions > 0 && practice(words.ask, { topic, count: 1 }),
    deck !== null && cards.length > 0 && deck(words.flashcards(cards.length), topic),
    lesson !== null &&
      button(pageId({ exam: pack.exam.id, lesson: lesson.id, page: 0 }, 'open'), words.read(lesson.id)),
    linkButton(concept.reference, words.page),
  );
}
