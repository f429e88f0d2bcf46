// What both forms of QTI have in their packages.
import type { Item } from './item.ts';
import { escapeXml, xml } from './xml.ts';

export const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An identifier that is also a file's name. */
export function nameOf({ key }: Item, index: number): string {
  const plain = (key ?? '').replace(/[^\w.-]/g, '_');
  return /^[a-z_]/i.test(plain) ? plain : `item-${index + 1}-${plain}`;
}

export function manifest(
  title: string,
  about: { schema: string; version: string },
  resources: readonly string[],
): string {
  const metadata = xml(
    'metadata',
    {},
    xml('schema', {}, about.schema),
    xml('schemaversion', {}, about.version),
    xml('title', {}, escapeXml(title)),
  );
  return (
    HEAD +
    xml(
      'manifest',
      { xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1', identifier: 'cohort-bank' },
      metadata,
      xml('organizations', {}),
      xml('resources', {}, ...resources),
    )
  );
}
