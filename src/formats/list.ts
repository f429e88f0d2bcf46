// The formats by name, without what reads and writes them: that is loaded in the thread that does it.
import type { FormatId } from './item.ts';

export type FormatAbout = { id: FormatId; name: string; extension: string };

/** In the order in which they are offered; names are the same in every language. */
export const formatList: readonly FormatAbout[] = [
  { id: 'json', name: 'JSON', extension: 'json' },
  { id: 'yaml', name: 'YAML', extension: 'yaml' },
  { id: 'csv', name: 'CSV', extension: 'csv' },
  { id: 'tsv', name: 'TSV', extension: 'tsv' },
  { id: 'xlsx', name: 'Excel', extension: 'xlsx' },
  { id: 'moodle', name: 'Moodle XML', extension: 'xml' },
  { id: 'gift', name: 'GIFT', extension: 'gift' },
  { id: 'aiken', name: 'Aiken', extension: 'txt' },
  { id: 'qti21', name: 'QTI 2.1', extension: 'zip' },
  { id: 'qti12', name: 'QTI 1.2', extension: 'zip' },
  { id: 'anki', name: 'Anki text', extension: 'txt' },
  { id: 'apkg', name: 'Anki package', extension: 'apkg' },
  { id: 'kahoot', name: 'Kahoot', extension: 'xlsx' },
];

export function aboutFormat(id: string): FormatAbout | null {
  return formatList.find((format) => format.id === id) ?? null;
}
