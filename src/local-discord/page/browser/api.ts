// Asking the local Discord: its control API on this page's own origin, and nothing else.
import type { Json } from '../../json.ts';
import type { ActResult, BotRequest, Message, Milestone, View } from './types.ts';

/** The server said no, in words for the person at the page. */
class Refused extends Error {}

/** Nobody answered: it was stopped, or is being started again. */
class Unreachable extends Error {
  override message = 'The playground does not answer. Is it still running?';
}

/** What to say of something that went wrong; without the name of the class that it is. */
export function wordsFor(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function ask(path: string, init?: RequestInit): Promise<Json> {
  const response = await fetch(path, init).catch(() => {
    // The browser's own words for it ("Failed to fetch") help nobody.
    throw new Unreachable();
  });
  // safe: the control API answers with a JSON object, whatever the status
  const body = (await response.json()) as Json;
  if (!response.ok) throw new Refused(String(body.error ?? `The server answered ${response.status}.`));
  return body;
}

function post(path: string, body: Json): Promise<Json> {
  const headers = { 'Content-Type': 'application/json' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

const withQuery = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query)}`;

// The casts below are safe as far as the control API and these types are kept together: same repository, same version.
export const api = {
  view: async (as: string) => (await ask(withQuery('/local/view', { as }))) as unknown as View,
  messages: async (as: string, channel: string) => {
    const found = await ask(withQuery('/local/messages', { as, channel, limit: '200' }));
    return found.messages as Message[];
  },
  requests: async () => (await ask('/local/requests')).requests as BotRequest[],
  milestones: async () => (await ask('/local/milestones')).milestones as Milestone[],
  moveClock: (change: { shift: number } | { to: number }) => post('/local/clock', change),
  call: (name: string, args: unknown[]) => post('/local/call', { name, args }),
  act: async (request: Json) => (await post('/local/act', request)) as Json,
  interact: async (request: Json) => (await post('/local/act', request)).result as ActResult,
};
