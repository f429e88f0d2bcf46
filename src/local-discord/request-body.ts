// Reading a request's body: JSON, or multipart with `payload_json` and files.
import type { IncomingMessage } from 'node:http';
import { refuse } from './errors.ts';
import { FILE_SIZE_LIMIT, type Upload } from './files.ts';

export type ParsedBody = { json: unknown; uploads: Upload[] };

/** "The maximum request size when sending a message" of Discord's documentation. */
const REQUEST_LIMIT = 25 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > REQUEST_LIMIT) refuse('tooLarge');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

export async function parseBody(bytes: Buffer, contentType: string): Promise<ParsedBody> {
  if (bytes.length === 0) return { json: undefined, uploads: [] };
  if (!contentType.startsWith('multipart/form-data')) {
    return { json: parseJson(bytes.toString('utf8')), uploads: [] };
  }
  // The platform's own parser: Response takes any body and knows multipart.
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  const payload = form.get('payload_json');
  const json = typeof payload === 'string' ? parseJson(payload) : {};
  return { json, uploads: await readUploads(form) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Discord's own error for it; the parser's message would be of no use to a bot.
    return refuse('badJson');
  }
}

/** In the order of `files[n]`; `attachments` of the body refers to them by n. */
async function readUploads(form: FormData): Promise<Upload[]> {
  const found: Upload[] = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') continue;
    if (value.size > FILE_SIZE_LIMIT) refuse('tooLarge');
    const placeholder = /^files\[(\d+)\]$/.exec(field)?.[1] ?? String(found.length);
    const data = new Uint8Array(await value.arrayBuffer());
    const contentType = value.type || 'application/octet-stream';
    found.push({ placeholder, name: value.name, contentType, data });
  }
  return found.sort((a, b) => Number(a.placeholder) - Number(b.placeholder));
}
