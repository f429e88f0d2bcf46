// What schedules may ask, and which packs of their server's own they ask.
import type { Library } from '#content/library.ts';
import { ownPackNumber } from '#content/own-pack.ts';
import { type Domain, findEdition } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { ServerSettings } from '#features/people/server/rules.ts';
import { ownExams } from '#features/record/question/own-course.actions.ts';
import { asksOf, type OwnPack, ownPackOf } from './own.rules.ts';
import type { ScheduleSettings } from './rules.ts';

type Deps = { db: Db; content: Library };

/** The domains of a server's exam. */
export async function domainsOf(content: Library, server: ServerSettings): Promise<readonly Domain[]> {
  const exam = (await content.packOf(server.exam))?.exam;
  return (exam && findEdition(exam, server.edition)?.domains) ?? [];
}

/** Packs of the server's own, which a schedule can ask instead of the exam. */
export async function packsOfServer(
  { db, content }: Deps,
  { serverId }: { serverId: string },
): Promise<OwnPack[]> {
  const exams = await ownExams({ db }, serverId);
  const packs = await Promise.all(exams.map(({ exam }) => content.packOf(exam)));
  return packs.flatMap((pack) => (pack ? [ownPackOf(pack)] : []));
}

/** With the names of what is asked, where that is not of the server's exam. */
export async function withAsks<T extends Pick<ScheduleSettings, 'domains'>>(
  content: Library,
  settings: T,
): Promise<T & Pick<ScheduleSettings, 'asks'>> {
  const [exam = ''] = settings.domains;
  const pack = ownPackNumber(exam) === null ? null : await content.packOf(exam);
  return pack ? { ...settings, asks: asksOf(ownPackOf(pack), settings.domains) } : settings;
}
