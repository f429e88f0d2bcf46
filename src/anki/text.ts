// Anki's text form: a table with headers that tell the importer what its columns are.
import { type Deck, guidOf } from './deck.ts';

/** https://docs.ankiweb.net/importing/text-files.html#file-headers */
export function textOf({ name, notes }: Deck): string {
  const headers = [
    '#separator:tab',
    '#html:true',
    `#deck:${name}`,
    '#columns:Guid\tFront\tBack\tTags',
    '#guid column:1',
    '#tags column:4',
  ];
  const rows = notes.map((note) =>
    [guidOf(note), note.front, note.back, note.tags.join(' ')].map(cell).join('\t'),
  );
  return `${[...headers, ...rows].join('\n')}\n`;
}

/** Quoted, since a note may begin with what a header begins with. */
function cell(content: string): string {
  return `"${content.replaceAll('\t', ' ').replaceAll(/\r?\n/g, '<br>').replaceAll('"', '""')}"`;
}
