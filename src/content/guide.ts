// What there is to learn in one edition of a pack: lessons in teaching order, concepts, topics with flashcards; and
// finding them as people type them. Pure.
import {
  type Concept,
  findEdition,
  flashcardsFor,
  formatTopic,
  type Module,
  nameTopics,
  type Pack,
  questionsFor,
  type Topic,
  type TopicEntry,
} from './pack.ts';
import { findTopics } from './topic-search.ts';

export type LessonEntry = { id: string; title: string; module: Module };
type Search = { typed: string; limit: number };

type Guide = {
  lessons: readonly LessonEntry[];
  /** Concepts that the edition knows, asked about or not. */
  concepts: readonly TopicEntry[];
  /** Lessons, then the concepts through which they are found as well. */
  lessonTopics: readonly TopicEntry[];
  /** With the number of their flashcards. */
  cardTopics: readonly TopicEntry[];
};

// Packs never change after loading, and the search remembers a list by its identity: each is made once.
const guides = new WeakMap<Pack, Map<string, Guide>>();

/** The lessons that have been written and that the edition needs, in teaching order. */
export function lessonsFor(pack: Pack, edition: string): readonly LessonEntry[] {
  return guideOf(pack, edition).lessons;
}

/** The lesson after it in teaching order; null after the last one, or when the edition has no such lesson. */
export function lessonAfter(pack: Pack, edition: string, id: string): LessonEntry | null {
  const lessons = lessonsFor(pack, edition);
  const index = lessons.findIndex((lesson) => lesson.id === id);
  return index < 0 ? null : (lessons[index + 1] ?? null);
}

/** Lessons by number, title, alias, or by a concept that they teach; the best first. */
export function searchLessons(pack: Pack, edition: string, { typed, limit }: Search): LessonEntry[] {
  const { lessons, lessonTopics } = guideOf(pack, edition);
  const found = findTopics({ topics: lessonTopics, aliases: pack.aliases }, typed, lessonTopics.length);
  const ids = found.map(({ topic }) =>
    topic.kind === 'lesson' ? topic.id : pack.concepts.get(topic.id)?.lesson,
  );
  return [...new Set(ids)].flatMap((id) => lessons.find((lesson) => lesson.id === id) ?? []).slice(0, limit);
}

/** Concepts by name, alias or with a spelling mistake; the best first. */
export function searchConcepts(pack: Pack, edition: string, { typed, limit }: Search): Concept[] {
  const { concepts } = guideOf(pack, edition);
  return findTopics({ topics: concepts, aliases: pack.aliases }, typed, limit).flatMap(
    ({ topic }) => pack.concepts.get(topic.id) ?? [],
  );
}

/** The concept of that slug; null when the edition does not know it. */
export function conceptOf(pack: Pack, edition: string, slug: string): Concept | null {
  const concept = pack.concepts.get(slug);
  return concept?.task[edition] === undefined ? null : concept;
}

/** What a lesson teaches in the edition, in its own order; what its text does not list comes last. */
export function conceptsOfLesson(pack: Pack, edition: string, lessonId: string): Concept[] {
  const listed = pack.lessons.get(lessonId)?.concepts ?? [];
  const own = [...pack.concepts.values()].filter(({ lesson }) => lesson === lessonId).map(({ slug }) => slug);
  return [...new Set([...listed, ...own])].flatMap((slug) => conceptOf(pack, edition, slug) ?? []);
}

/** Topics that have flashcards, with how many. */
export function searchCardTopics(pack: Pack, edition: string, { typed, limit }: Search): TopicEntry[] {
  const { cardTopics } = guideOf(pack, edition);
  return findTopics({ topics: cardTopics, aliases: pack.aliases }, typed, limit);
}

function guideOf(pack: Pack, edition: string): Guide {
  const known = guides.get(pack) ?? new Map<string, Guide>();
  guides.set(pack, known);
  const guide = known.get(edition) ?? buildGuide(pack, edition);
  // As in pack.ts: an edition that nobody has is not remembered.
  if (findEdition(pack.exam, edition) !== null) known.set(edition, guide);
  return guide;
}

function buildGuide(pack: Pack, edition: string): Guide {
  const taught = new Set(
    [...pack.concepts.values()].filter(({ task }) => task[edition] !== undefined).map(({ lesson }) => lesson),
  );
  const lessons = pack.modules.flatMap((module) =>
    module.lessons
      .filter(({ id }) => pack.lessons.has(id) && taught.has(id))
      .map(({ id, title }) => ({ id, title, module })),
  );
  const written = new Set(lessons.map(({ id }) => id));
  const named = nameTopics(pack, edition);
  const asked = named.map((entry) => ({
    ...entry,
    questions: questionsFor(pack, edition, entry.topic).length,
  }));
  const concepts = asked.filter(
    ({ topic }) => topic.kind === 'concept' && conceptOf(pack, edition, topic.id) !== null,
  );
  const lessonTopics = asked.filter(({ topic }) => topic.kind === 'lesson' && written.has(topic.id));
  const cards = countCards(pack, edition);
  return {
    lessons,
    concepts,
    lessonTopics: [...lessonTopics, ...concepts],
    cardTopics: named
      .map((entry) => ({ ...entry, questions: cards(entry.topic) }))
      .filter(({ questions }) => questions > 0),
  };
}

/** One pass over the cards instead of one for each topic. */
function countCards(pack: Pack, edition: string): (topic: Topic) => number {
  const counts = new Map<string, number>();
  const add = (topic: Topic) => counts.set(formatTopic(topic), (counts.get(formatTopic(topic)) ?? 0) + 1);
  for (const card of flashcardsFor(pack, edition, null)) {
    add({ kind: 'module', id: card.module });
    add({ kind: 'lesson', id: card.lesson });
    add({ kind: 'concept', id: card.concept });
  }
  return (topic) =>
    topic.kind === 'domain'
      ? flashcardsFor(pack, edition, topic).length
      : (counts.get(formatTopic(topic)) ?? 0);
}
