// What members change about themselves by more commands than one.
import type { Db } from '#db/connect.ts';
import { parseVisibility, type Visibility } from './rules.ts';
import { saveSettings } from './store.ts';

/** As the option says it; returns what it is then. */
export async function changeVisibility(
  { db }: { db: Db },
  { memberId, shown }: { memberId: string; shown: string },
): Promise<Visibility> {
  const visibility = parseVisibility(shown);
  await saveSettings(db, { id: memberId, visibility });
  return visibility;
}
