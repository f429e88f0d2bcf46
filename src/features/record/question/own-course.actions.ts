// A server's own packs as something to be asked about: offered by name, and never to another server.
import type { Library } from '#content/library.ts';
import { OWN_EDITION, ownExamId, ownPackNumber } from '#content/own-pack.ts';
import { formatTopic, joinTopic, listTopics, type Pack } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { listOwnPacks, readOwnPack } from './own.store.ts';

type Deps = { db: Db; content: Library };

export type OwnCourse = { pack: Pack; edition: string };

/** Null for a pack that is not the server's, or is not there. */
export async function ownCourse(
  { db, content }: Deps,
  { exam, serverId }: { exam: string; serverId: string | null },
): Promise<OwnCourse | null> {
  const id = ownPackNumber(exam);
  const row = id === null ? null : await readOwnPack(db, id);
  if (!row || row.serverId !== serverId) return null;
  const pack = await content.packOf(exam);
  return pack && { pack, edition: OWN_EDITION };
}

/** As many packs as leave room for other topics. */
const MOST = 5;

/** Packs whose name is like what was typed, with their domains once it is; empty ones are left out. */
export async function offerOwn(
  { db, content }: Deps,
  { serverId, typed }: { serverId: string | null; typed: string },
): Promise<{ name: string; value: string; questions: number }[]> {
  if (serverId === null) return [];
  const like = typed.trim().toLowerCase();
  const rows = (await listOwnPacks(db, serverId)).filter(({ name }) => name.toLowerCase().includes(like));
  const packs = await Promise.all(rows.slice(0, MOST).map(({ id }) => content.packOf(ownExamId(id))));
  return packs.flatMap((pack) => {
    if (!pack || pack.questions.size === 0) return [];
    const { id, name } = pack.exam;
    const domains = listTopics(pack, OWN_EDITION).filter(({ topic }) => topic.kind === 'domain');
    const parts = domains.map((domain) => ({
      name: `${name}: ${domain.name.replace(/^Domain \d+ – /, '')}`,
      value: joinTopic(id, formatTopic(domain.topic)) ?? id,
      questions: domain.questions,
    }));
    return [
      { name, value: id, questions: pack.questions.size },
      ...(like === '' || parts.length < 2 ? [] : parts),
    ];
  });
}

/** The server's packs, for lists of exams. */
export async function ownExams({ db }: Pick<Deps, 'db'>, serverId: string | null) {
  if (serverId === null) return [];
  return (await listOwnPacks(db, serverId)).map(({ id, name }) => ({ exam: ownExamId(id), name }));
}
