// QTI, as a package or as a single file of either form: choices, their keys and their feedback.
import type { Format, Item, Read, Reading, Remark, Skipped, Where } from './item.ts';
import { broken, emptyReading, MAX_ITEMS, UnreadableFile } from './item.ts';
import { LEVELS } from './layout.ts';
import { readItem12 } from './qti12-read.ts';
import { writeQti12 } from './qti12-write.ts';
import { readItem21 } from './qti21-read.ts';
import { writeQti21 } from './qti21-write.ts';
import { decodeText } from './text.ts';
import { allNamed, childNamed, type Element, parseXml, textOf } from './xml.ts';
import { isZip, unpack } from './zip.ts';

export const qti21: Format = {
  id: 'qti21',
  read: readQti,
  write: writeQti21,
};

export const qti12: Format = { ...qti21, id: 'qti12', write: writeQti12 };

export type FoundItem = Skipped | { item: Item; where: Where; remarks: Remark[] };

function readQti(bytes: Uint8Array): Read {
  const files = filesOf(bytes);
  const levels = new Map(files.flatMap(({ root }) => (root.name === 'manifest' ? levelsIn(root) : [])));
  const read = emptyReading();
  let count = 0;
  for (const { name, root } of files) {
    if (root.name === 'manifest') {
      read.name ??= textOf(allNamed(root, 'title')[0]).trim() || null;
      continue;
    }
    for (const found of itemsOf(root, levels.get(name) ?? null)) {
      count += 1;
      if (count > MAX_ITEMS) throw new UnreadableFile({ kind: 'too-many', limit: MAX_ITEMS });
      add(read, found, count);
    }
  }
  if (count === 0) throw broken('there is no question in it');
  return read;
}

function add(read: Reading, found: FoundItem, number: number): void {
  const where = { ...found.where, item: number };
  if ('why' in found) return void read.skipped.push({ ...found, where });
  read.items.push({ item: found.item, where });
  read.remarks.push(...found.remarks.map((remark) => ({ ...remark, where })));
}

function filesOf(bytes: Uint8Array): { name: string; root: Element }[] {
  if (!isZip(bytes)) return [{ name: '', root: parseXml(decodeText(bytes)) }];
  const entries = Object.entries(
    unpack(bytes, (name) => /\.xml$/i.test(name) && !name.startsWith('__MACOSX')),
  );
  const inOrder = entries.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return inOrder.map(([name, entry]) => ({ name, root: parseXml(decodeText(entry)) }));
}

/** How hard the manifest calls the items, by their files. */
function levelsIn(manifest: Element): [string, Item['difficulty']][] {
  return allNamed(manifest, 'resource').map((resource) => {
    const said = textOf(childNamed(allNamed(resource, 'difficulty')[0], 'value')).trim();
    const level = LEVELS.findIndex((name) => said.endsWith(name));
    // safe: there are three of them
    return [resource.attributes.href ?? '', level < 0 ? null : ((level + 1) as 1 | 2 | 3)];
  });
}

function* itemsOf(root: Element, difficulty: Item['difficulty']): Generator<FoundItem> {
  if (root.name === 'assessmentItem') yield readItem21(root, difficulty);
  if (root.name !== 'questestinterop') return;
  for (const { item, domain } of itemsWithin(root, null)) yield readItem12(item, domain);
}

/** Sections have titles, and may stand in each other. */
function* itemsWithin(
  element: Element,
  domain: string | null,
): Generator<{ item: Element; domain: string | null }> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'item') yield { item: child, domain };
    else if (child.name === 'section') yield* itemsWithin(child, child.attributes.title || domain);
    else if (child.name === 'assessment' || child.name === 'objectbank') yield* itemsWithin(child, domain);
  }
}
