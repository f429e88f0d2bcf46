// Custom ids carry what a button needs, with a version, so that buttons on old messages keep working.
// Form: name:version:arg:arg… (Discord allows 100 characters).

export type CustomId = { name: string; version: number; args: string[] };

/** Writes a custom id. Throws when it would exceed Discord's 100 characters: that is a bug, not bad input. */
export function customId(name: string, version: number, ...args: (string | number)[]): string {
  const id = [name, version, ...args].join(':');
  if (id.length > 100) throw new Error(`custom id longer than 100 characters: ${id}`);
  return id;
}

/** Reads a custom id; null when it is not one of ours. */
export function parseCustomId(text: string): CustomId | null {
  const [name, version, ...args] = text.split(':');
  if (!name || !/^\d+$/.test(version ?? '')) return null;
  return { name, version: Number(version), args };
}
