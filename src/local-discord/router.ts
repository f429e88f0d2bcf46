// Which handler serves a request. Patterns are '/channels/:channel/messages'; what they name arrives
// in `call.params`.
import type { Upload } from './files.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './model.ts';
import type { Platform } from './platform.ts';
import type { BodyKind } from './validate/index.ts';

export type Call = {
  platform: Platform;
  params: Record<string, string>;
  query: URLSearchParams;
  /** The JSON object of the request (or `payload_json`), {} when there is none. */
  body: Json;
  /** The JSON as it came, for the one route that takes a list. */
  json: unknown;
  uploads: Upload[];
  host: string;
};

export type Answer = {
  status: number;
  body?: unknown;
  bytes?: Uint8Array;
  contentType?: string;
  headers?: Record<string, string>;
};

/** A bucket: so many requests in so many seconds, per major parameter. */
type Limit = readonly [count: number, seconds: number];

export type Route = {
  method: string;
  pattern: string;
  /** Needs no Authorization header. */
  open?: boolean;
  /** Not bound to the global limit. */
  exempt?: boolean;
  limit?: Limit | null;
  validate?: BodyKind;
  /** The message that is to be changed, so that its Components V2 flag counts in validation. */
  target?(call: Call): StoredMessage | undefined;
  run(call: Call): Answer;
};

export type Match = { route: Route; params: Record<string, string> };

export type Router = { find(method: string, path: string): Match | 'wrong-method' | null };

type Entry = { route: Route; segments: string[] };

export function createRouter(routes: readonly Route[]): Router {
  // By number of segments and the first of them: three or four candidates instead of sixty.
  const table = new Map<string, Entry[]>();
  for (const route of routes) {
    const segments = route.pattern.split('/').slice(1);
    const key = `${segments.length} ${segments[0]}`;
    table.set(key, [...(table.get(key) ?? []), { route, segments }]);
  }
  return {
    find(method, path) {
      const segments = path.split('/').slice(1);
      const candidates = table.get(`${segments.length} ${segments[0]}`) ?? [];
      let known = false;
      for (const { route, segments: pattern } of candidates) {
        const params = matchSegments(pattern, segments);
        if (!params) continue;
        if (route.method === method) return { route, params };
        known = true;
      }
      return known ? 'wrong-method' : null;
    },
  };
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(given);
    else if (part !== given) return null;
  }
  return params;
}

export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };
