// Who may use the control API: programs on this machine and pages served from here. A web page elsewhere
// must not be able to, neither directly (Origin) nor through a name that points to 127.0.0.1 (Host).
import type { IncomingMessage } from 'node:http';

const LOCAL_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

export function isTrustedCaller(request: IncomingMessage, allowHosts: readonly string[]): boolean {
  const host = request.headers.host ?? '';
  const names = [...LOCAL_NAMES, ...allowHosts];
  if (!names.includes(hostName(host))) return false;
  return isSameOrigin(request) && hasJsonBody(request);
}

/** No Origin (a program), or a page that this very host has served. */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

/** A form of another site can post text, but not JSON. */
function hasJsonBody(request: IncomingMessage): boolean {
  if (request.method !== 'POST') return true;
  return (request.headers['content-type'] ?? '').startsWith('application/json');
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
