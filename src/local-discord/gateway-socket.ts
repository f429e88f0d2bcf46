// The gateway protocol on one socket: HELLO, identify or resume, heartbeats, member requests.
import { CLOSE, type Connection, needSession } from './connection.ts';
import { endsSession, sendOp } from './gateway.ts';
import { identify, resume } from './identify.ts';
import { asNumber, asObject, type Json } from './json.ts';
import { sendMembers } from './member-chunks.ts';
import { OP } from './session.ts';

const FRAME_LIMIT = 4_096;
const FRAMES_PER_MINUTE = 120;

export function serveSocket(input: Omit<Connection, 'session' | 'received' | 'lastBeat'>): void {
  const connection: Connection = { ...input, session: null, received: [], lastBeat: Date.now() };
  const { socket, rules } = connection;
  sendOp(socket, OP.hello, { heartbeat_interval: rules.heartbeatMs, _trace: ['local-discord'] });
  const watch = setInterval(() => closeIfSilent(connection), rules.heartbeatMs);
  watch.unref();
  socket.on('message', (data) => receive(connection, data as Buffer));
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    clearInterval(watch);
    release(connection, code);
  });
}

function closeIfSilent(connection: Connection): void {
  const silence = Date.now() - connection.lastBeat;
  if (silence > connection.rules.heartbeatMs * 1.5) connection.socket.close(CLOSE.timedOut);
}

function release({ platform, session, socket }: Connection, code: number): void {
  if (session?.socket !== socket) return;
  session.socket = null;
  session.lostAt = Date.now();
  if (endsSession(code)) platform.gateway.sessions.delete(session.id);
  platform.feed.tell({ type: 'BOT_DISCONNECTED', code });
}

function receive(connection: Connection, data: Buffer): void {
  const frame = data.length > FRAME_LIMIT ? null : parseFrame(data);
  const handler = HANDLERS.get(asNumber(frame?.op, -1));
  const fault = findFrameFault(connection, frame, handler);
  if (fault !== null) connection.socket.close(fault);
  else handler?.(connection, frame?.d);
}

function findFrameFault(
  connection: Connection,
  frame: Json | null,
  handler: Handler | undefined,
): number | null {
  if (isFlooding(connection)) return CLOSE.rateLimited;
  if (frame === null) return CLOSE.decode;
  return handler === undefined ? CLOSE.unknownOp : null;
}

function isFlooding(connection: Connection): boolean {
  const now = Date.now();
  connection.received = connection.received.filter((at) => now - at < 60_000);
  connection.received.push(now);
  return connection.received.length > FRAMES_PER_MINUTE;
}

function parseFrame(data: Buffer): Json | null {
  try {
    return asObject(JSON.parse(data.toString('utf8')));
  } catch {
    // Not JSON: the caller closes with 4002, as Discord does.
    return null;
  }
}

type Handler = (connection: Connection, d: unknown) => void;

const HANDLERS = new Map<number, Handler>([
  [OP.heartbeat, beat],
  [OP.identify, identify],
  [OP.resume, resume],
  [OP.presence, needSession],
  [OP.voice, needSession],
  [OP.requestSounds, needSession],
  [OP.requestMembers, sendMembers],
]);

function beat(connection: Connection): void {
  connection.lastBeat = Date.now();
  connection.socket.send('{"op":11}');
}
