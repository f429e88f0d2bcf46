// The gateway's sessions: who gets which event, and breaking connections on purpose.
import type { WebSocket } from 'ws';
import { isInShard, OP, type Session, sendEvent } from './session.ts';

type GatewayEvent = {
  name: string;
  data: unknown;
  guildId: string | null;
  /** Sent to sessions with any of these intents; 0 = to all. */
  intents: number;
  /** What a session without MESSAGE_CONTENT receives instead. */
  withoutContent?: unknown;
};

export type Drop = 'kill-sockets' | 'op7' | 'op9-resumable' | 'op9' | number;

/**
 * What the address for resuming does instead of its work: close before HELLO, break the connection after the upgrade,
 * answer it with 502, never say HELLO, never answer a RESUME.
 */
export type ResumeFault = 'close' | 'drop' | 'http-502' | 'silent' | 'unanswered';

export type Gateway = {
  sessions: Map<string, Session>;
  resumeFault: ResumeFault | null;
  dispatch(event: GatewayEvent): void;
  wants(intents: number): boolean;
  /** Whether some session, even a disconnected one that may resume, takes this guild's events. */
  isServed(guildId: string | null): boolean;
  drop(how: Drop): void;
};

const MESSAGE_CONTENT = 1 << 15;
/** How long a lost connection may be resumed, in real time. */
const RESUMABLE_MS = 180_000;

/** `isIn`: whether the bot is in a guild, and so hears of what happens there. */
export function createGateway(isIn: (guildId: string) => boolean): Gateway {
  const sessions = new Map<string, Session>();
  return {
    sessions,
    resumeFault: null,
    dispatch(event) {
      // Interactions need no intent, and come from everywhere.
      const isHeard = event.intents === 0 || event.guildId === null || isIn(event.guildId);
      if (isHeard) dispatch(sessions, event);
    },
    wants: (intents) => [...sessions.values()].some((session) => (session.intents & intents) !== 0),
    isServed(guildId) {
      forgetLost(sessions);
      return [...sessions.values()].some((session) => isInShard(session, guildId));
    },
    drop(how) {
      for (const session of [...sessions.values()]) dropSession(sessions, session, how);
    },
  };
}

function dispatch(sessions: Map<string, Session>, event: GatewayEvent): void {
  let full: string | null = null;
  for (const session of sessions.values()) {
    if (!isInShard(session, event.guildId)) continue;
    if (event.intents !== 0 && (session.intents & event.intents) === 0) continue;
    if (event.withoutContent !== undefined && (session.intents & MESSAGE_CONTENT) === 0) {
      sendEvent(session, event.name, JSON.stringify(event.withoutContent));
      continue;
    }
    full ??= JSON.stringify(event.data);
    sendEvent(session, event.name, full);
  }
}

function forgetLost(sessions: Map<string, Session>): void {
  for (const [id, session] of sessions) {
    if (isForgotten(session)) sessions.delete(id);
  }
}

export function isForgotten({ socket, lostAt }: Session): boolean {
  return socket === null && Date.now() - lostAt > RESUMABLE_MS;
}

/** After these the client must identify anew (or give up); Discord's table of close codes. */
const FATAL_CLOSES = new Set([1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014]);

export function endsSession(code: number): boolean {
  return FATAL_CLOSES.has(code);
}

function dropSession(sessions: Map<string, Session>, session: Session, how: Drop): void {
  const { socket } = session;
  if (how === 'op9' || (typeof how === 'number' && endsSession(how))) sessions.delete(session.id);
  if (!socket) return;
  if (how === 'kill-sockets') socket.terminate();
  else if (how === 'op7') sendOp(socket, OP.reconnect, null);
  else if (typeof how === 'number') socket.close(how);
  else sendOp(socket, OP.invalidSession, how === 'op9-resumable');
}

export function sendOp(socket: WebSocket, op: number, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}
