// Uploaded bytes: in memory, and below the data directory when there is one.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from './model.ts';

export type FileContent = { name: string; contentType: string; data: Uint8Array };

/** A file of a request; `placeholder` is the n of `files[n]`, by which the body's `attachments` refer to it. */
export type Upload = FileContent & { placeholder: string };

/** Of each file, since September 2026 ("Uploading Files" in Discord's reference). */
export const FILE_SIZE_LIMIT = 20 * 1024 * 1024;

export type FileStore = {
  put(id: string, data: Uint8Array): void;
  get(id: string): Uint8Array | null;
};

export function createFileStore(dataDir: string | null): FileStore {
  const memory = new Map<string, Uint8Array>();
  const directory = dataDir === null ? null : join(dataDir, 'attachments');
  if (directory) mkdirSync(directory, { recursive: true, mode: 0o700 });
  return {
    put(id, data) {
      // Private answers carry files too: nobody else on this machine has to read them.
      if (directory) writeFileSync(join(directory, id), data, { mode: 0o600 });
      else memory.set(id, data);
    },
    get(id) {
      if (!directory) return memory.get(id) ?? null;
      const path = join(directory, id);
      return /^\d+$/.test(id) && existsSync(path) ? readFileSync(path) : null;
    },
  };
}

export function describeFile(id: string, file: FileContent, base: string): Attachment {
  const filename = cleanFileName(file.name);
  const url = `${base}/attachments/${id}/${encodeURIComponent(filename)}`;
  return {
    id,
    filename,
    size: file.data.byteLength,
    url,
    proxy_url: url,
    content_type: contentTypeOf(filename) ?? file.contentType,
    ...pictureSize(file.data),
  };
}

/**
 * As Discord does with the names of uploads and with what refers to them, in the manner of werkzeug's
 * secure_filename (discord-api-docs issue 7754): no accents, no spaces, no dots in front.
 */
export function cleanFileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[/\\]/g, ' ')
    .replace(/\P{ASCII}/gu, '');
  const joined = plain.trim().split(/\s+/).join('_');
  return joined.replace(/[^\w.-]/g, '').replace(/^[._]+|[._]+$/g, '') || 'unknown';
}

const CONTENT_TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  zip: 'application/zip',
};

/** By name, as Discord tells it whatever was sent along; null when unknown. HTML and SVG are unknown: see serveFile. */
export function contentTypeOf(name: string): string | null {
  return CONTENT_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? null;
}

const PNG_SIGNATURE = '89504e470d0a1a0a';

/** Of a PNG, which is what bots draw; other pictures take their room when they have been loaded. */
function pictureSize(data: Uint8Array): { width: number; height: number } | Record<string, never> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.length < 24 || bytes.toString('hex', 0, 8) !== PNG_SIGNATURE) return {};
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
