// GET /local/events: what happens, as server-sent events. With ?as=NAME only what that member may see.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FeedEvent } from '../feed.ts';
import { asObject, asText } from '../json.ts';
import { can, type Platform, permissionsIn } from '../platform.ts';
import { findUser } from './lookup.ts';

/** A proxy or a sleeping laptop cuts silent connections; the browser notices the cut only when bytes stop. */
const KEEP_ALIVE_MS = 20_000;

export function streamEvents(platform: Platform, request: IncomingMessage, response: ServerResponse): void {
  const as = new URL(request.url ?? '/', 'http://local').searchParams.get('as');
  const userId = as === null ? null : findUser(platform, as).id;
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': connected\n\n');
  const stop = platform.feed.listen((event) => {
    if (userId === null || isFor(platform, userId, event))
      response.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const timer = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  request.on('close', () => {
    clearInterval(timer);
    stop();
  });
}

function isFor(platform: Platform, userId: string, event: FeedEvent): boolean {
  // Answers carry the bodies of other members' private messages; the messages themselves come as MESSAGE_*.
  if (event.type === 'INTERACTION_ANSWERED') return false;
  if (!event.type.startsWith('MESSAGE_')) return true;
  if (event.visibleTo !== null && event.visibleTo !== userId) return false;
  const channel = platform.world.channels.get(asText(asObject(event.message).channel_id));
  return channel !== undefined && can(permissionsIn(platform, channel, userId), 'VIEW_CHANNEL');
}
