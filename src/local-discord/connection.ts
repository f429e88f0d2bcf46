// One gateway connection as all parts of the protocol see it, and Discord's close codes.
import type { WebSocket } from 'ws';
import type { Platform } from './platform.ts';
import type { Session } from './session.ts';

export type GatewayRules = {
  token: string;
  /** Intents the application may ask for; others close with 4014. */
  allowedIntents: number;
  heartbeatMs: number;
};

export type Connection = {
  platform: Platform;
  rules: GatewayRules;
  socket: WebSocket;
  /** ws://… to come back to. */
  address: string;
  session: Session | null;
  /** Real times of the frames received in the last minute. */
  received: number[];
  lastBeat: number;
};

export const CLOSE = {
  unknownOp: 4001,
  decode: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  timedOut: 4009,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
};

/** Closes a socket with one of Discord's codes. */
function closeWith({ socket }: Connection, code: number): null {
  socket.close(code);
  return null;
}

export function needSession(connection: Connection): Session | null {
  return connection.session ?? closeWith(connection, CLOSE.notAuthenticated);
}
