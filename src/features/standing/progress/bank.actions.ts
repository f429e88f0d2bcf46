// The bank of an edition with what is known of it today, kept in memory until somebody has learned more.
import type { Library } from '#content/library.ts';
import { findEdition, type Pack } from '#content/pack.ts';
import type { Db } from '#db/connect.ts';
import { POPULATION, type Population } from './ability.rules.ts';
import { type Bank, makeBank } from './bank.rules.ts';
import { countPages, readDifficulties, readGrowth } from './difficulties.store.ts';
import { learnGrowth } from './growth.rules.ts';

export type BankDeps = { db: Db; content: Library };
export type Opened = { pack: Pack; bank: Bank; population: Population };

type Kept = { pack: Pack; pages: number; opened: Opened };
// Eight hundred curves take some milliseconds: once a night instead of at every look. Bounded by the editions.
const kept = new WeakMap<Db, Map<string, Kept>>();

/** Null when there is no such exam or edition. */
export async function openBank(
  { db, content }: BankDeps,
  of: { exam: string; edition: string },
): Promise<Opened | null> {
  const pack = await content.packOf(of.exam);
  const edition = pack && findEdition(pack.exam, of.edition);
  if (!pack || !edition) return null;
  const pages = await countPages(db);
  const banks = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, banks);
  const name = `${of.exam}/${edition.id}`;
  const before = banks.get(name);
  if (before?.pack === pack && before.pages === pages) return before.opened;
  const [difficulties, growth] = await Promise.all([readDifficulties(db, of.exam), readGrowth(db, of.exam)]);
  const population = { ...POPULATION, growth: learnGrowth(growth, POPULATION.growth) };
  const opened = { pack, bank: makeBank(pack, edition, difficulties), population };
  banks.set(name, { pack, pages, opened });
  return opened;
}
