// Questions that are asked no more, in exams that are running: another one takes the place of what was not seen yet.
import { findEdition, type Pack } from '#content/pack.ts';
import { lastAnsweredBy } from '#features/record/answer/store.ts';
import { retiredQuestions } from '#features/record/question/retired.actions.ts';
import { settleInTurn } from '#lib/settle.ts';
import { drawAnother } from './draw.rules.ts';
import type { ExamDeps } from './ending.actions.ts';
import { replaceItem, runningExams, sittingsWithUnseen } from './replacing.store.ts';
import { type Item, isUnseen, type Mark } from './rules.ts';
import type { Sitting } from './sitting.ts';
import { askedInSittings, readSitting } from './store.ts';

/** Older sittings do not make a question stale. */
const REMEMBERED_MS = 60 * 24 * 3_600_000;
const PAGE = 50;

/** Looks through all exams that are running. Begun anew after a kill, it goes on with what is left. */
export async function replaceRetired(deps: ExamDeps): Promise<void> {
  await settleInTurn(await runningExams(deps.db), (exam) => replaceIn(deps, exam));
}

async function replaceIn(deps: ExamDeps, exam: string): Promise<void> {
  const pack = await deps.content.packOf(exam);
  if (!pack) return;
  // What a newer release asks again is not gone; what this process has not heard of yet is looked at next time.
  const gone = (await retiredQuestions(deps.db, exam)).filter((id) => !pack.questions.has(id));
  if (gone.length === 0) return;
  for (let after = 0; ; ) {
    const page = await sittingsWithUnseen(deps.db, { exam, ids: gone, after, limit: PAGE });
    for (const sitting of page) await replaceUnseen(deps, { sitting, pack, gone });
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}

type Replacing = { sitting: Sitting; pack: Pack; gone: readonly string[] };

async function replaceUnseen(deps: ExamDeps, { sitting, pack, gone }: Replacing): Promise<void> {
  let current: Sitting | null = sitting;
  for (const { position, questionId } of sitting.marks) {
    const mark: Mark | undefined = current?.marks[position - 1];
    if (!current || !mark || !gone.includes(questionId)) continue;
    if (position === current.position || !isUnseen(mark)) continue;
    const item = await draw(deps, { sitting: current, pack, mark });
    // Lost to its taker, who has it before their eyes by now: then it stays.
    current = item
      ? ((await replaceItem(deps.db, { sittingId: sitting.id, mark, item, isShown: false })) ?? current)
      : current;
  }
}

/**
 * The same at the moment at which a question is first shown: what was retired a second ago is not. `changed` is the
 * sitting as the press has left it.
 */
export async function replaceShown(deps: ExamDeps, changed: Sitting, show: number | null): Promise<Sitting> {
  const mark = show === null ? undefined : changed.marks[show - 1];
  if (!mark || !isUnseen(mark)) return changed;
  const pack = await deps.content.packOf(changed.exam);
  if (!pack || pack.questions.has(mark.questionId)) return changed;
  // Gone with an update of the pack: that one was drawn, and is kept.
  if (!(await retiredQuestions(deps.db, changed.exam)).includes(mark.questionId)) return changed;
  const item = await draw(deps, { sitting: changed, pack, mark });
  if (!item) return changed;
  const { id: sittingId, memberId } = changed;
  const replaced = await replaceItem(deps.db, { sittingId, mark, item, isShown: true });
  return replaced ?? (await readSitting(deps.db, { sittingId, memberId })) ?? changed;
}

type Drawing = { sitting: Sitting; pack: Pack; mark: Mark };

async function draw(deps: ExamDeps, { sitting, pack, mark }: Drawing): Promise<Item | null> {
  const { memberId, exam, marks: items } = sitting;
  const edition = findEdition(pack.exam, sitting.edition);
  if (!edition) return null;
  const now = deps.clock.now();
  const { questionId: id, questionVersion: version, domain, isScored } = mark;
  const before = await deps.content.questionAt({ exam, id, version });
  const lastSeen = await lastSeenBy(deps, { memberId, exam, now });
  const doubtful = deps.content.doubtful(exam);
  return drawAnother(
    { pack, edition, lastSeen, doubtful, now, random: deps.random },
    { items, domain, isScored, difficulty: before?.difficulty ?? null },
  );
}

/** When a member last met each question of an exam, by its id. */
export async function lastSeenBy(
  { db }: ExamDeps,
  { memberId, exam, now }: { memberId: string; exam: string; now: Date },
): Promise<Map<string, Date>> {
  const seen = await lastAnsweredBy(db, { memberId, exam });
  const since = new Date(now.getTime() - REMEMBERED_MS);
  for (const [id, at] of await askedInSittings(db, { memberId, exam, since })) {
    const before = seen.get(id);
    if (!before || before < at) seen.set(id, at);
  }
  return seen;
}
