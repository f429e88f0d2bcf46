// A file that a member uploaded, from Discord.
import type { Attachment } from 'discord.js';
import { MAX_FILE_BYTES } from '#formats/item.ts';

const WITHIN_MS = 10_000;

export type Fetched =
  | { kind: 'fetched'; bytes: Uint8Array }
  | { kind: 'too-large' }
  | { kind: 'not-fetched' };

/** Reads no more than may be imported, whatever the file says of its size. */
export async function fetchFile({ url, size }: Attachment): Promise<Fetched> {
  if (size > MAX_FILE_BYTES) return { kind: 'too-large' };
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS) });
    if (!response.ok || !response.body) return { kind: 'not-fetched' };
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of response.body) {
      length += part.length;
      if (length > MAX_FILE_BYTES) return { kind: 'too-large' };
      parts.push(part);
    }
    return { kind: 'fetched', bytes: Buffer.concat(parts) };
  } catch {
    // Discord is away, or the connection was cut: the member is told to send it again.
    return { kind: 'not-fetched' };
  }
}
