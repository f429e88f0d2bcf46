// The gateway protocol on one socket: HELLO, identify or resume, heartbeats, member requests.
import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { endsSession, sendOp } from './gateway.ts';
import { asNumber, asObject, asText, asTexts, type Json } from './json.ts';
import { guildCreatePayload, memberPayload } from './payloads.ts';
import type { Platform } from './platform.ts';
import { canReplay, isInShard, OP, replay, type Session, sendEvent } from './session.ts';

export type GatewayRules = {
  token: string;
  /** Intents the application may ask for; others close with 4014. */
  allowedIntents: number;
  heartbeatMs: number;
};

type Connection = {
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

const CLOSE = {
  unknownOp: 4001,
  decode: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  rateLimited: 4008,
  timedOut: 4009,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
};

const FRAME_LIMIT = 4_096;
const FRAMES_PER_MINUTE = 120;
const GUILDS_PER_SHARD = 2_500;
const KNOWN_INTENTS = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

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
  const { socket } = connection;
  if (data.length > FRAME_LIMIT) return socket.close(CLOSE.decode, 'Payload too large');
  if (isFlooding(connection)) return socket.close(CLOSE.rateLimited, 'Rate limited');
  const frame = parseFrame(data);
  if (!frame) return socket.close(CLOSE.decode, 'Decode error');
  const handler = HANDLERS.get(asNumber(frame.op, -1));
  if (!handler) return socket.close(CLOSE.unknownOp, 'Unknown opcode');
  handler(connection, frame.d);
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

function needSession({ session, socket }: Connection): Session | null {
  if (!session) socket.close(CLOSE.notAuthenticated, 'Not authenticated');
  return session;
}

function identify(connection: Connection, d: unknown): void {
  const { platform, socket, session } = connection;
  if (session) return socket.close(CLOSE.alreadyAuthenticated, 'Already authenticated');
  const request = asObject(d);
  const fault = findIdentifyFault(connection, request);
  if (fault !== null) return socket.close(fault);
  const opened: Session = {
    id: randomBytes(16).toString('hex'),
    intents: asNumber(request.intents),
    shard: readShard(request),
    sequence: 0,
    sent: [],
    socket,
    lostAt: 0,
  };
  connection.session = opened;
  platform.gateway.sessions.set(opened.id, opened);
  greet(connection, opened);
}

function readShard(request: Json): [number, number] {
  const [index, count] = Array.isArray(request.shard) ? request.shard : [0, 1];
  return [asNumber(index, -1), asNumber(count)];
}

function findIdentifyFault({ platform, rules }: Connection, request: Json): number | null {
  if (!isRightToken(request.token, rules.token)) return CLOSE.authenticationFailed;
  const intents = asNumber(request.intents, -1);
  if (intents < 0 || (intents & ~KNOWN_INTENTS) !== 0) return CLOSE.invalidIntents;
  if ((intents & ~rules.allowedIntents) !== 0) return CLOSE.disallowedIntents;
  const [index, count] = readShard(request);
  if (index < 0 || count < 1 || index >= count) return CLOSE.invalidShard;
  const guilds = [...platform.world.guilds.values()].filter((guild) => guild.has_bot).length;
  return guilds / count > GUILDS_PER_SHARD ? CLOSE.shardingRequired : null;
}

function isRightToken(given: unknown, expected: string): boolean {
  return typeof given === 'string' && given.replace(/^Bot /, '') === expected;
}

function greet({ platform, address }: Connection, session: Session): void {
  const { application, world } = platform;
  const guilds = [...world.guilds.values()].filter((each) => each.has_bot && isInShard(session, each.id));
  const ready = {
    v: 10,
    user: { ...world.accounts.get(application.botId)?.user, verified: true, mfa_enabled: false, email: null },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: address,
    session_type: 'normal',
    shard: session.shard,
    application: { id: application.id, flags: 1 << 23 },
    user_settings: {},
    private_channels: [],
    relationships: [],
    presences: [],
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    auth: {},
    _trace: ['local-discord'],
  };
  sendEvent(session, 'READY', JSON.stringify(ready));
  platform.feed.tell({ type: 'BOT_CONNECTED', shard: session.shard });
  if ((session.intents & 1) === 0) return;
  for (const guild of guilds) {
    sendEvent(session, 'GUILD_CREATE', JSON.stringify(guildCreatePayload(platform, guild)));
  }
}

function resume(connection: Connection, d: unknown): void {
  const { platform, rules, socket } = connection;
  const request = asObject(d);
  if (!isRightToken(request.token, rules.token)) return socket.close(CLOSE.authenticationFailed);
  const session = platform.gateway.sessions.get(asText(request.session_id));
  const sequence = asNumber(request.seq, -1);
  // An unknown session (also: this server was restarted) or too long a gap: start over.
  if (!session || sequence < 0 || !canReplay(session, sequence)) {
    return sendOp(socket, OP.invalidSession, false);
  }
  session.socket?.close(4000);
  connection.session = session;
  replay(session, socket, sequence);
  platform.feed.tell({ type: 'BOT_RESUMED', shard: session.shard });
}

/** With `user_ids` this needs no privileged intent; everybody's list would need GUILD_MEMBERS. */
function sendMembers(connection: Connection, d: unknown): void {
  const session = needSession(connection);
  if (!session) return;
  const request = asObject(d);
  const guildId = asText(request.guild_id);
  const members = connection.platform.world.members.get(guildId) ?? new Map();
  const wanted = Array.isArray(request.user_ids) ? asTexts(request.user_ids) : [asText(request.user_ids)];
  const ids =
    request.user_ids === undefined ? idsByQuery(connection, session, request) : wanted.slice(0, 100);
  const found = ids.filter((id) => members.has(id));
  const chunk = {
    guild_id: guildId,
    members: found.map((id) => memberPayload(connection.platform, members.get(id))),
    chunk_index: 0,
    chunk_count: 1,
    not_found: ids.filter((id) => !members.has(id)),
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
  };
  sendEvent(session, 'GUILD_MEMBERS_CHUNK', JSON.stringify(chunk));
}

function idsByQuery({ platform }: Connection, session: Session, request: Json): string[] {
  const members = platform.world.members.get(asText(request.guild_id)) ?? new Map();
  const query = asText(request.query).toLowerCase();
  if (query === '' && (session.intents & 2) === 0) return [];
  const limit = asNumber(request.limit) || 1_000;
  const isMatch = (id: string) =>
    platform.world.accounts.get(id)?.user.username.toLowerCase().startsWith(query) ?? false;
  return [...members.keys()].filter(isMatch).slice(0, limit);
}
