import { expect, it } from 'vitest';
import { columnsOf } from '#lib/columns.ts';

it.each([
  ['', 0],
  ['answered', 8],
  ['próximo', 7],
  ['回答済み', 8],
  ['연속', 4],
  ['🟩 ▫️', 5],
  ['（全）', 6],
])('%j takes the room of %i letters', (text, columns) => expect(columnsOf(text)).toBe(columns));
