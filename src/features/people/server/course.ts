// What a server learns: the pack and the edition that its settings name.
import type { Library } from '#content/library.ts';
import type { Pack } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import type { Clock } from '#lib/clock.ts';
import { serverOf } from './actions.ts';

export type Course = { pack: Pack; edition: string; zone: string };

export async function courseOf(
  deps: { db: Db; content: Library; clock: Clock },
  serverId: string,
): Promise<Course> {
  const { exam, edition, zone } = await serverOf(deps, serverId);
  const pack = await deps.content.packOf(exam);
  if (!pack) throw new Error(`exam pack ${exam} is not loaded`);
  return { pack, edition, zone };
}
