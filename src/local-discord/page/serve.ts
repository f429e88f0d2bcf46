// Serves the playground page: an HTML file, style sheets, and the page's TypeScript with its types stripped, so that
// there is no build step. Only files listed here at the start can be asked for.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';
import type { Page } from '../server.ts';

const root = join(import.meta.dirname, '..');

/** The page's own folders, and the modules it shares with the server. */
const FOLDERS = ['page/browser', 'page/markup', 'page/style'];
const SHARED = ['json.ts', 'locales.ts', 'components.ts', 'model.ts', 'snowflake.ts', 'page/icon.svg'];

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript; charset=utf-8',
};

/** Nothing is loaded from, or sent to, anywhere else; nobody may frame the page. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Files change under a running server while somebody works on the page.
  'Cache-Control': 'no-cache',
};

type Stripped = { mtimeMs: number; text: string };

export function createPage(): Page {
  const files = new Map([
    ['/', 'page/index.html'],
    ...listFiles().map((file) => [`/app/${file}`, file] as const),
  ]);
  const stripped = new Map<string, Stripped>();
  return (request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://local').pathname);
    if (!file) return false;
    answer(request, response, { type: CONTENT_TYPES[extname(file)] ?? '', text: readText(file, stripped) });
    return true;
  };
}

function listFiles(): string[] {
  const inside = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  return [...inside.filter((file) => extname(file) in CONTENT_TYPES), ...SHARED];
}

function readText(file: string, stripped: Map<string, Stripped>): string {
  const path = join(root, file);
  if (extname(file) !== '.ts') return readFileSync(path, 'utf8');
  const { mtimeMs } = statSync(path);
  const known = stripped.get(file);
  if (known?.mtimeMs === mtimeMs) return known.text;
  const text = stripTypeScriptTypes(readFileSync(path, 'utf8'));
  stripped.set(file, { mtimeMs, text });
  return text;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  body: { type: string; text: string },
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  response.writeHead(200, { ...HEADERS, 'Content-Type': body.type });
  response.end(request.method === 'HEAD' ? undefined : body.text);
}
