// Embeds: the sum of their text, and what may not be empty.
import { type Fault, lengthOf, type Path, required } from './faults.ts';
import { LINK_SCHEMES, MEDIA_SCHEMES, schemeFaults } from './url-rules.ts';

type Field = { name: string; value: string };

export type Embed = {
  title?: string | null;
  description?: string | null;
  fields?: Field[] | null;
  url?: string | null;
  image?: Media;
  thumbnail?: Media;
  footer?: { text?: string | null; icon_url?: string | null } | null;
  author?: { name?: string | null; url?: string | null; icon_url?: string | null } | null;
};

type Media = { url?: string | null } | null;

const SUM_MAX = 6000;
const SAYS_NOTHING: ReadonlySet<string> = new Set(['type', 'color']);

export function embedFaults(embeds: readonly Embed[], path: Path): Fault[] {
  const faults = embeds.flatMap((embed, index) => faultsOfOne(embed, [...path, index]));
  const sum = embeds.reduce((total, embed) => total + sizeOf(embed), 0);
  if (sum <= SUM_MAX) return faults;
  const message = `Embed size exceeds maximum size of ${SUM_MAX}`;
  return [...faults, { path, code: 'MAX_EMBED_SIZE_EXCEEDED', message }];
}

function faultsOfOne(embed: Embed, path: Path): Fault[] {
  const faults = [...fieldFaults(embed.fields ?? [], [...path, 'fields']), ...urlFaults(embed, path)];
  // A colour alone is not an embed, and Discord then asks for the description.
  if (Object.entries(embed).every(([key, value]) => SAYS_NOTHING.has(key) || isBlank(value))) {
    faults.push(required([...path, 'description']));
  }
  return faults;
}

function isBlank(value: unknown): boolean {
  return value == null || value === '' || (Array.isArray(value) && value.length === 0);
}

function urlFaults({ url, author, footer, image, thumbnail }: Embed, path: Path): Fault[] {
  const links: [string[], string | null | undefined, readonly string[]][] = [
    [['url'], url, LINK_SCHEMES],
    [['author', 'url'], author?.url, LINK_SCHEMES],
    [['author', 'icon_url'], author?.icon_url, MEDIA_SCHEMES],
    [['footer', 'icon_url'], footer?.icon_url, MEDIA_SCHEMES],
    [['image', 'url'], image?.url, MEDIA_SCHEMES],
    [['thumbnail', 'url'], thumbnail?.url, MEDIA_SCHEMES],
  ];
  return links.flatMap(([at, link, schemes]) => (link ? schemeFaults(link, [...path, ...at], schemes) : []));
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
