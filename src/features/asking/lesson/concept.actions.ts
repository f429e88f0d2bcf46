// Looking a concept up: what it is, where it is taught, what there is to practise it.
import { conceptOf, conceptsOfLesson, lessonsFor, searchConcepts } from '#content/guide.ts';
import type { Library } from '#content/library.ts';
import { type Concept, type Domain, findEdition, flashcardsFor, questionsFor } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { courseOf, courseOffered, type Learner } from '#features/record/post/course.ts';
import type { Clock } from '#lib/clock.ts';
import type { ConceptScreen } from './screen.ts';

type Deps = { db: Db; content: Library; clock: Clock };

export async function offerConcepts(
  deps: Deps,
  { typed, ...reader }: Learner & { typed: string },
): Promise<Concept[]> {
  const { pack, edition } = await courseOffered(deps, reader);
  return searchConcepts(pack, edition, { typed, limit: 25 });
}

/** The concept of that slug, or the best match of what was typed instead of choosing. */
export async function openConcept(
  deps: Deps,
  { typed, ...reader }: Learner & { typed: string },
): Promise<ConceptScreen> {
  const { pack, edition } = await courseOf(deps, reader);
  const concept =
    conceptOf(pack, edition, typed) ?? searchConcepts(pack, edition, { typed, limit: 1 })[0] ?? null;
  if (!concept) return { kind: 'unknown', typed };
  const topic = { kind: 'concept' as const, id: concept.slug };
  const found = findEdition(pack.exam, edition);
  const isOfTask = ({ tasks }: Domain) => tasks.some(({ id }) => id === concept.task[edition]);
  return {
    kind: 'concept',
    pack,
    edition: found,
    concept,
    lesson: lessonsFor(pack, edition).find(({ id }) => id === concept.lesson) ?? null,
    domain: found?.domains.find(isOfTask) ?? null,
    questions: questionsFor(pack, edition, topic).length,
    cards: flashcardsFor(pack, edition, topic),
    others: conceptsOfLesson(pack, edition, concept.lesson).filter(({ slug }) => slug !== concept.slug),
  };
}
