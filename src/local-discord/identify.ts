// Starting and resuming gateway sessions.
import { randomBytes } from 'node:crypto';
import { CLOSE, type Connection } from './connection.ts';
import { isForgotten, sendOp } from './gateway.ts';
import { asNumber, asObject, asText, type Json } from './json.ts';
import { guildCreatePayload } from './payloads.ts';
import { canReplay, isInShard, OP, replay, type Session, sendEvent } from './session.ts';

const GUILDS_PER_SHARD = 2_500;
const KNOWN_INTENTS = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

export function identify(connection: Connection, d: unknown): void {
  const { platform, socket } = connection;
  const request = asObject(d);
  const fault = findIdentifyFault(connection, request);
  if (fault !== null) {
    socket.close(fault);
    return;
  }
  const shard = readShard(request);
  const refused = platform.logins.take(shard[0]);
  platform.logins.note({ shard: shard[0], how: refused ?? 'identify', pausedMs: null });
  if (refused !== null) {
    refuseLogin(connection, refused);
    return;
  }
  const opened: Session = {
    id: randomBytes(16).toString('hex'),
    intents: asNumber(request.intents),
    shard,
    sequence: 0,
    sent: [],
    socket,
    lostAt: 0,
  };
  connection.session = opened;
  platform.gateway.sessions.set(opened.id, opened);
  greet(connection, opened);
}

function refuseLogin({ platform, socket }: Connection, why: 'too-soon' | 'used-up'): void {
  if (why === 'too-soon') {
    sendOp(socket, OP.invalidSession, false);
    return;
  }
  // What Discord does to a bot that logs in more often than it may in a day; there its token is reset as well.
  platform.gateway.drop(CLOSE.authenticationFailed);
  socket.close(CLOSE.authenticationFailed);
}

function readShard(request: Json): [number, number] {
  const [index, count] = Array.isArray(request.shard) ? request.shard : [0, 1];
  return [asNumber(index, -1), asNumber(count)];
}

function findIdentifyFault({ platform, rules, session }: Connection, request: Json): number | null {
  if (session) return CLOSE.alreadyAuthenticated;
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

export function resume(connection: Connection, d: unknown): void {
  const { platform, rules, socket } = connection;
  const request = asObject(d);
  if (platform.gateway.resumeFault === 'unanswered') return;
  if (!isRightToken(request.token, rules.token)) {
    socket.close(CLOSE.authenticationFailed);
    return;
  }
  const session = platform.gateway.sessions.get(asText(request.session_id));
  const sequence = asNumber(request.seq, -1);
  if (session && sequence > session.sequence) {
    socket.close(CLOSE.invalidSequence);
    return;
  }
  // An unknown session (also: this server was restarted) or too long a gap: start over.
  if (!session || isForgotten(session) || sequence < 0 || !canReplay(session, sequence)) {
    const shard = session?.shard[0] ?? -1;
    platform.logins.note({ shard, how: 'not-resumable', pausedMs: null });
    sendOp(socket, OP.invalidSession, false);
    return;
  }
  // Whoever comes last has it: what another connection, of another process even, still held is closed.
  const pausedMs = session.socket ? 0 : Date.now() - session.lostAt;
  session.socket?.close(4000);
  connection.session = session;
  platform.logins.note({ shard: session.shard[0], how: 'resume', pausedMs });
  replay(session, socket, sequence);
  platform.feed.tell({ type: 'BOT_RESUMED', shard: session.shard });
}
