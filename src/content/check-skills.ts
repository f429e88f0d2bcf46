// The skills that a question or a concept names: they belong to an edition of its own and stand in that edition's guide.
import type { Edition } from './schema.ts';
import type { ValuePath } from './source.ts';

type Entry = { skills: Readonly<Record<string, readonly string[]>>; own: readonly string[] };

/** `own` are the editions of the entry. Nothing is said about editions that cannot be known. */
export function checkSkills(
  { skills, own }: Entry,
  editions: ReadonlyMap<string, Edition> | null,
): { path: ValuePath; text: string }[] {
  return Object.entries(skills).flatMap(([id, numbers]) => {
    if (!own.includes(id))
      return [{ path: ['skills', id], text: `skills of ${id}, which is none of its editions: remove them` }];
    const edition = editions?.get(id);
    if (edition === undefined) return [];
    return numbers.flatMap((skill, index) => {
      const path = ['skills', id, index];
      if (numbers.indexOf(skill) !== index)
        return [{ path, text: `skill ${skill} is listed twice: remove one` }];
      if (hasSkill(edition, skill)) return [];
      return [{ path, text: `edition ${id} has no skill ${skill} in exam.yaml: correct its number` }];
    });
  });
}

/** Whether the guide of an edition numbers its skills at all. */
export function numbersSkills({ domains }: Edition): boolean {
  return domains.some(({ tasks }) => tasks.some(({ skills }) => skills.length > 0));
}

// A task without a list of skills admits every number under it: not every guide numbers them.
function hasSkill({ domains }: Edition, skill: string): boolean {
  return domains
    .flatMap(({ tasks }) => tasks)
    .some(({ id, skills }) =>
      skills.length > 0 ? skills.some((known) => known.id === skill) : skill.startsWith(`${id}.`),
    );
}
