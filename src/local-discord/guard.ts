// Who may ask: programs on this machine, and pages served from here. A web page elsewhere must not be able to, neither
// directly (Origin, Sec-Fetch-Site) nor through a name that points to 127.0.0.1 (Host). It holds for every path: the
// bot's token is no protection against a page that could read it somewhere.
import type { IncomingMessage } from 'node:http';

const LOCAL_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

export function isTrusted(request: IncomingMessage, allowHosts: readonly string[]): boolean {
  const host = hostName(request.headers.host ?? '');
  return [...LOCAL_NAMES, ...allowHosts].includes(host) && isSameOrigin(request) && !isForeignFetch(request);
}

/** No Origin (a program), or a page that this very host has served. */
function isSameOrigin(request: IncomingMessage): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

/** Pictures and scripts of another page come without Origin, but browsers say where they are wanted. */
function isForeignFetch({ headers, url = '/' }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  if (site === 'none' || site === 'same-origin') return false;
  // A link to the playground may be followed from anywhere.
  const isLink = headers['sec-fetch-mode'] === 'navigate' && !url.startsWith('/local/');
  return !isLink;
}

/** A form of another site can post text, but not JSON. */
export function hasJsonBody(request: IncomingMessage): boolean {
  if (request.method !== 'POST') return true;
  return (request.headers['content-type'] ?? '').startsWith('application/json');
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
