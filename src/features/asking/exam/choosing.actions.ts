// Which exam somebody means: the one they learn unless they name another, whole or one domain of it.
import type { Library } from '#content/library.ts';
import { OWN_EDITION } from '#content/own-pack.ts';
import { type Edition, findEdition, type Pack } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { courseOffered, type Learner, studiedBy } from '#features/record/post/course.ts';
import { ownExams } from '#features/record/question/own-course.actions.ts';
import type { Clock } from '#lib/clock.ts';
import { sizeIn } from './draw.rules.ts';
import { editionsOf } from './history.actions.ts';
import type { Chosen } from './rules.ts';

type Deps = { db: Db; content: Library; clock: Clock };
export type Typed = Learner & {
  size: string | null;
  domain: string | null;
  edition: string | null;
  hasExtra: boolean;
};
export type Wanted = Chosen & { pack: Pack; found: Edition };

/** Null when what was typed names no exam, edition or domain that there is, or one that has no questions yet. */
export async function chooseExam(deps: Deps, typed: Typed): Promise<Wanted | null> {
  const named = await nameExam(deps, typed);
  const pack = named && (await deps.content.packOf(named.exam));
  const found = pack && findEdition(pack.exam, named.edition);
  if (!pack || !found) return null;
  const chosen = { exam: named.exam, edition: found.id, hasExtra: typed.hasExtra, pack, found };
  const wanted = ofSize(chosen, typed);
  return wanted && sizeIn({ ...wanted, edition: found }).items > 0 ? wanted : null;
}

function ofSize(chosen: Omit<Wanted, 'kind' | 'domain'>, typed: Typed): Wanted | null {
  if (typed.domain === null) {
    return { ...chosen, kind: typed.size === 'half' ? 'half' : 'full', domain: null };
  }
  const domain = findDomain(chosen.found, typed.domain);
  return domain === null ? null : { ...chosen, kind: 'domain', domain };
}

/** Their own, or what was chosen from the list or typed as it is shown there. */
export async function nameExam(
  deps: Deps,
  { edition, ...learner }: Learner & Pick<Typed, 'edition'>,
): Promise<{ exam: string; edition: string } | null> {
  if (edition === null) return studiedBy(deps, learner);
  const typed = edition.trim().toLowerCase();
  const all = [...(await ownEditions(deps, learner)), ...editionsOf(deps)];
  const matches = all.find((each) =>
    [idOf(each), each.code, labelOf(each)].some((name) => name.toLowerCase() === typed),
  );
  return matches ?? null;
}

type Listed = { exam: string; edition: string; code: string; name: string };

/** Packs of the server's own, where they have questions. */
async function ownEditions(deps: Deps, { serverId }: Learner): Promise<Listed[]> {
  const packs = await ownExams(deps, serverId);
  return packs.map(({ exam, name }) => ({ exam, edition: OWN_EDITION, code: name, name }));
}

/** The newest edition of the first exam first, then all that match what is typed so far, and the server's own packs. */
export async function offerEditions(
  deps: Deps,
  { typed, ...learner }: Learner & { typed: string },
): Promise<{ name: string; value: string }[]> {
  const part = typed.trim().toLowerCase();
  return [...editionsOf(deps), ...(await ownEditions(deps, learner))]
    .filter((each) => labelOf(each).toLowerCase().includes(part))
    .slice(0, 25)
    .map((each) => ({ name: labelOf(each), value: idOf(each) }));
}

/** For a list: also of whoever has not chosen yet. */
export async function domainsOf(deps: Deps, typed: Learner & Pick<Typed, 'edition'>) {
  if (typed.edition === null) {
    const { pack, edition } = await courseOffered(deps, typed);
    return findEdition(pack.exam, edition)?.domains ?? [];
  }
  const named = await nameExam(deps, typed);
  const pack = named && (await deps.content.packOf(named.exam));
  return (pack && findEdition(pack.exam, named.edition)?.domains) ?? [];
}

function idOf({ exam, edition }: Listed): string {
  return `${exam}/${edition}`;
}

function labelOf({ code, name }: Listed): string {
  return code === name ? name : `${code} · ${name}`;
}

/** By its number, or by what the list shows. */
function findDomain({ domains }: Edition, typed: string): string | null {
  const part = typed.trim().toLowerCase();
  const found = domains.find(
    ({ id, name }) => id === part || part === name.toLowerCase() || part.endsWith(`: ${name.toLowerCase()}`),
  );
  return found?.id ?? null;
}
