// Addresses: the schema asks only that they are well formed, Discord also which scheme they use.
import type { Fault, Path } from './faults.ts';

export const LINK_SCHEMES = ['http', 'https'] as const;
export const MEDIA_SCHEMES = ['http', 'https', 'attachment'] as const;

export function schemeFaults(url: string, path: Path, schemes: readonly string[]): Fault[] {
  const scheme = url.slice(0, url.indexOf(':')).toLowerCase();
  if (schemes.includes(scheme)) return [];
  const known = schemes.map((one) => `'${one}'`).join(', ');
  return [
    {
      path,
      code: 'URL_TYPE_INVALID_SCHEME',
      message: `Scheme "${scheme}" is not supported. Scheme must be one of (${known}).`,
    },
  ];
}
