// Embeds: the sum of their text, and what may not be empty.
import { type Fault, lengthOf, type Path, required } from './faults.ts';

type Field = { name: string; value: string };

export type Embed = {
  title?: string | null;
  description?: string | null;
  fields?: Field[] | null;
  footer?: { text?: string | null } | null;
  author?: { name?: string | null } | null;
};

const SUM_MAX = 6000;

export function embedFaults(embeds: readonly Embed[], path: Path): Fault[] {
  const faults = embeds.flatMap((embed, index) =>
    fieldFaults(embed.fields ?? [], [...path, index, 'fields']),
  );
  const sum = embeds.reduce((total, embed) => total + sizeOf(embed), 0);
  if (sum <= SUM_MAX) return faults;
  const message = `Embed size exceeds maximum size of ${SUM_MAX}`;
  return [...faults, { path, code: 'MAX_EMBED_SIZE_EXCEEDED', message }];
}

function fieldFaults(fields: readonly Field[], path: Path): Fault[] {
  return fields.flatMap((field, index) =>
    (['name', 'value'] as const)
      .filter((key) => field[key].trim() === '')
      .map((key) => required([...path, index, key])),
  );
}

function sizeOf({ title, description, footer, author, fields }: Embed): number {
  const texts = [title, description, footer?.text, author?.name];
  for (const { name, value } of fields ?? []) texts.push(name, value);
  // Discord trims before it counts.
  return texts.reduce((sum, text) => sum + lengthOf(text?.trim() ?? ''), 0);
}
