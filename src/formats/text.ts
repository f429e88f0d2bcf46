// Bytes as text, whatever wrote them: with or without a byte order mark, in UTF-8, UTF-16 or a Western European encoding.
import { UnreadableFile } from './item.ts';

/** Lines end in \n; what no text holds is gone. */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
  if (text.trim() === '') throw new UnreadableFile({ kind: 'empty' });
  return text.toWellFormed();
}

function decode(bytes: Uint8Array): string {
  const mark = encodingOfMark(bytes);
  if (mark !== null) return new TextDecoder(mark).decode(bytes);
  const declared = declaredEncoding(bytes);
  if (declared !== null) return new TextDecoder(declared).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: what programs on older Windows machines write.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function encodingOfMark([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** Of the first line of an XML file; null where there is none, or one that nobody knows. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [, name] = /^\s*<\?xml[^>]*\sencoding=["']([\w.:-]{1,40})["']/i.exec(head) ?? [];
  if (name === undefined || /^utf-?8$/i.test(name)) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
