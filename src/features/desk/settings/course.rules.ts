// Which exam and edition somebody chooses for themself. Pure.
import type { Library } from '#content/library.ts';
import { findEdition, questionsFor } from '#content/pack.ts';
import type { Member } from '#features/people/member/rules.ts';
import type { LocalDate } from '#lib/local-date.ts';

export type Offered = { exam: string; edition: string; code: string; name: string };

/** Editions that have questions and can still be sat on that day, as the packs list them. */
export function editionsOpen(content: Library, today: LocalDate): Offered[] {
  return content.packs().flatMap((pack) =>
    pack.exam.editions
      .filter(({ lastSitting }) => !lastSitting || lastSitting >= today)
      .filter(({ id }) => questionsFor(pack, id, null).length > 0)
      .map(({ id, code }) => ({ exam: pack.exam.id, edition: id, code, name: pack.exam.name })),
  );
}

export function idOf({ exam, edition }: Pick<Offered, 'exam' | 'edition'>): string {
  return `${exam}/${edition}`;
}

/** As a list shows it. */
export function labelOf({ code, name }: Offered): string {
  return `${code} · ${name}`;
}

/** As chosen from a list, or typed as it is shown there, or by its short name; null for none. */
export function parseCourse(offered: readonly Offered[], typed: string): Offered | null {
  const wanted = typed.trim().toLowerCase();
  const named = (each: Offered) => [idOf(each), each.code, labelOf(each)];
  return offered.find((each) => named(each).some((name) => name.toLowerCase() === wanted)) ?? null;
}

/** What a member chose, as it is called; null without a choice, and for what is no longer loaded. */
export function courseNamed(
  content: Library,
  { exam, edition }: Pick<Member, 'exam' | 'edition'>,
): Offered | null {
  const pack = content.packs().find((each) => each.exam.id === exam);
  const found = pack && edition !== null ? findEdition(pack.exam, edition) : null;
  if (!pack || !found) return null;
  return { exam: pack.exam.id, edition: found.id, code: found.code, name: pack.exam.name };
}
