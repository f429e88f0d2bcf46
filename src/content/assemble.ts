// A pack out of what was read from its files.
import type { PackSources } from './check.ts';
import { type Pack, parseTopic } from './pack.ts';

/** The pack, or nothing when it has no exam.yaml: the faults then say so. */
export function assemblePack(sources: PackSources): Pack[] {
  const { exam, modules, concepts, questions, lessons, flashcards, aliases, superseded } = sources;
  const { plan, examDay, resources, next } = sources;
  if (exam === null) return [];
  return [
    {
      exam: exam.value,
      modules: modules.map(({ value }) => value),
      concepts: new Map(concepts.map(({ value }) => [value.slug, value])),
      questions: new Map(questions.map(({ value }) => [value.id, value])),
      lessons: new Map(lessons.map(({ value }) => [value.id, value])),
      flashcards: new Map(flashcards.map(({ value }) => [value.id, value])),
      superseded: superseded.map(({ value }) => value),
      aliases: new Map(
        aliases.map(({ value }) => [value.text, value.topics.flatMap((topic) => parseTopic(topic) ?? [])]),
      ),
      plan: plan?.value ?? null,
      examDay: examDay?.value ?? null,
      resources: resources.map(({ value }) => value),
      next: next.map(({ value }) => value),
    },
  ];
}
