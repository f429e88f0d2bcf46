// Looking at a server's own questions.
import type { OwnStatus } from '#features/record/question/rules.ts';
import type { AuthoringDeps } from './packs.actions.ts';
import { PAGE, writingOf } from './rules.ts';
import { findQuestions, listQuestions } from './store.ts';
import { findOwn } from './writing.actions.ts';

type Wanted = { serverId: string; packId: number | null; status: OwnStatus | null; page: number };

/** A page that is not there any more is the last one. */
export async function listOwn({ db }: Pick<AuthoringDeps, 'db'>, wanted: Wanted) {
  const first = await listQuestions(db, { ...wanted, size: PAGE });
  const pages = Math.max(1, Math.ceil(first.total / PAGE));
  const page = Math.min(Math.max(0, wanted.page), pages - 1);
  const { rows, total } =
    page === wanted.page ? first : await listQuestions(db, { ...wanted, page, size: PAGE });
  return { rows, total, page, pages, packId: wanted.packId, status: wanted.status };
}

export async function suggestQuestions(
  { db }: Pick<AuthoringDeps, 'db'>,
  { serverId, typed }: { serverId: string; typed: string },
) {
  return findQuestions(db, { serverId, typed: typed.trim(), limit: 25 });
}

export async function lookAtQuestion(
  deps: AuthoringDeps,
  { serverId, packId, id }: { serverId: string; packId: number; id: string },
) {
  const found = await findOwn(deps, { serverId, packId, id });
  if (!found) return null;
  const { question, ...about } = found;
  const { stem, options, difficulty, takeaway, references, lesson } = question;
  return {
    packId,
    id,
    ...about,
    writing: writingOf({ stem, options, difficulty, takeaway, references }, lesson),
  };
}
