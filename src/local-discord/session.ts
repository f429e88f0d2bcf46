// One gateway session: what it is subscribed to and the events it may still ask to be replayed.
import type { WebSocket } from 'ws';

export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
  requestSounds: 31,
};

export type Session = {
  id: string;
  intents: number;
  shard: [index: number, count: number];
  sequence: number;
  /** The last events as sent, newest last; the newest one has number `sequence`. */
  sent: string[];
  socket: WebSocket | null;
  /** Real time at which the socket was lost. */
  lostAt: number;
};

/** Enough for minutes of a busy playground; older events make a RESUME invalid. */
const REPLAY_LIMIT = 4_000;

export function sendEvent(session: Session, name: string, data: string): void {
  session.sequence += 1;
  const text = `{"t":"${name}","s":${session.sequence},"op":0,"d":${data}}`;
  session.sent.push(text);
  // Dropping half at once keeps the cost per event constant.
  if (session.sent.length > REPLAY_LIMIT) session.sent.splice(0, REPLAY_LIMIT / 2);
  session.socket?.send(text);
}

export function canReplay(session: Session, sequence: number): boolean {
  return sequence <= session.sequence && session.sequence - sequence <= session.sent.length;
}

export function replay(session: Session, socket: WebSocket, sequence: number): void {
  session.socket = socket;
  const missed = session.sequence - sequence;
  const texts = missed === 0 ? [] : session.sent.slice(-missed);
  for (const text of texts) socket.send(text);
  sendEvent(session, 'RESUMED', '{"_trace":["local-discord"]}');
}

export function isInShard(session: Session, guildId: string | null): boolean {
  const [index, count] = session.shard;
  if (guildId === null) return index === 0;
  return count === 1 || Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;
}
