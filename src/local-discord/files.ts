// Uploaded bytes: in memory, and below the data directory when there is one.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from './model.ts';

export type Upload = { name: string; contentType: string; data: Uint8Array };

export type FileStore = {
  put(id: string, data: Uint8Array): void;
  get(id: string): Uint8Array | null;
};

export function createFileStore(dataDir: string | null): FileStore {
  const memory = new Map<string, Uint8Array>();
  const directory = dataDir === null ? null : join(dataDir, 'attachments');
  if (directory) mkdirSync(directory, { recursive: true });
  return {
    put(id, data) {
      if (directory) writeFileSync(join(directory, id), data);
      else memory.set(id, data);
    },
    get(id) {
      if (!directory) return memory.get(id) ?? null;
      const path = join(directory, id);
      return /^\d+$/.test(id) && existsSync(path) ? readFileSync(path) : null;
    },
  };
}

export function describeUpload(id: string, upload: Upload, base: string): Attachment {
  const url = `${base}/attachments/${id}/${encodeURIComponent(upload.name)}`;
  return {
    id,
    filename: upload.name,
    size: upload.data.byteLength,
    url,
    proxy_url: url,
    content_type: upload.contentType,
  };
}
