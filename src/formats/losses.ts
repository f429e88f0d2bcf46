// What of a bank a format has no room for, counted.
import type { Item, Loss, LostField } from './item.ts';

const HAS: Readonly<Record<LostField, (item: Item) => boolean>> = {
  key: ({ key }) => key !== null,
  reasons: ({ options }) => options.some(({ why }) => why !== ''),
  takeaway: ({ takeaway }) => takeaway !== '',
  references: ({ references }) => references.length > 0,
  difficulty: ({ difficulty }) => difficulty !== null,
  domain: ({ domain }) => domain !== null,
  lines: ({ stem, options }) =>
    [stem, ...options.map(({ text }) => text)].some((text) => text.includes('\n')),
  extra: ({ extra }) => extra !== undefined,
};

/** Of those fields the ones that an item has, with how many do. */
export function fieldsLost(items: readonly Item[], fields: readonly LostField[]): Loss[] {
  return fields.flatMap((field): Loss[] => {
    const count = items.filter(HAS[field]).length;
    return count > 0 ? [{ kind: 'field', field, items: count }] : [];
  });
}
